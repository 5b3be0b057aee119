import type { Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { findSession, isSessionKey } from './record-store';
import { putSessionRows } from './session-list-store';

/** Keeps the lists of a compound's sessions and public notices, from the session as it stands. */
export const onSessionChanged: Reaction = {
  name: 'council/keep-session-lists',
  async on({ pk, sk }) {
    if (!isSessionKey(pk, sk)) return;
    const session = await findSession(pk.slice(PREFIX.session.length));
    if (session !== undefined) await putSessionRows(session);
  },
};

import type { SessionRow } from '@gongyi/shared/council/contract';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { absentParties } from '@gongyi/shared/council/session-rules';

/** Nobody is missing from a session that has not begun. */
const NOT_HELD: readonly CouncilSession['status'][] = ['called', 'cancelled'];

export const sessionRowOf = (session: CouncilSession): SessionRow => {
  const { id, number, rev, status, compoundId, compoundName, startsAt, venue, online, secondOf, agenda } = session;
  return {
    id,
    number,
    rev,
    status,
    compoundId,
    compoundName,
    startsAt,
    venue,
    online,
    ...(secondOf === undefined ? {} : { secondOf }),
    topics: agenda.map(({ title }) => title),
    absent: NOT_HELD.includes(status) ? [] : absentParties(session),
  };
};

import type { endSession as route } from '@gongyi/shared/council/contract';
import { draftMinutes } from '@gongyi/shared/council/minutes';
import { ended } from '@gongyi/shared/council/session-effects';
import type { CouncilSession } from '@gongyi/shared/council/session';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { cut } from '@gongyi/shared/kernel/schema';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

const MOST = 10_000;
/** Reasons stand in full in the record; where minutes would grow too long, they say the beginning. */
const REASONS = [1000, 120, 30];
const REST = '……（全文见会议记录）';

const shortened = (session: CouncilSession, most: number): CouncilSession => ({
  ...session,
  agenda: session.agenda.map((item) => ({
    ...item,
    positions: item.positions.map((one) =>
      one.reasons.length <= most ? one : { ...one, reasons: `${cut(one.reasons, most)}……` },
    ),
  })),
});

/** The draft, within what minutes may hold. */
export const draftWithin = (session: CouncilSession, now: number): string => {
  const drafts = REASONS.map((most) => draftMinutes(shortened(session, most), now));
  const fitting = drafts.find((draft) => draft.length <= MOST);
  return fitting ?? `${cut(drafts.at(-1) ?? '', MOST - REST.length)}${REST}`;
};

/** Ends when every topic is settled; the minutes are drafted from what happened. */
export const endSession = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'end', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    ended(session, draftWithin(session, call.now), call.now),
  );

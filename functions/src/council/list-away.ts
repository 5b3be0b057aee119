import type { AwayRow, listAway as route } from '@gongyi/shared/council/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import type { Call } from '../platform/router';
import { listedSince } from '../platform/list-rows';
import { AWAY, Away } from './council-lists';
import { maySupervise } from './supervising';

const WITHIN = 180 * DAY;

/** How often each party's seat stayed empty, those most often away first. */
const countAway = (sessions: readonly Away[]): AwayRow[] => {
  const rows = new Map<string, AwayRow>();
  for (const { compoundId, compoundName, absent } of sessions) {
    for (const { party, bodyName } of absent) {
      const key = `${compoundId} ${party}`;
      const due = sessions.filter(
        (one) =>
          one.compoundId === compoundId &&
          (one.present.includes(party) || one.absent.some((seat) => seat.party === party)),
      );
      const missed = (rows.get(key)?.missed ?? 0) + 1;
      rows.set(key, { compoundId, compoundName, party, bodyName, missed, sessions: due.length });
    }
  }
  return [...rows.values()].sort((a, b) => b.missed - a.missed);
};

/** Which parties kept away from sessions below a place. */
export const listAway = async (
  { params: { placeId } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!(await maySupervise(placeId, call))) return refuse('not-found');
  return { items: countAway(await listedSince(Away, AWAY, placeId, call.now - WITHIN)) };
};

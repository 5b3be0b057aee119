import { getRoster } from '@gongyi/shared/volunteers/contract';
import type { Roster } from '@gongyi/shared/volunteers/contract';
import { LISTED_WITHOUT_PLACE } from '@gongyi/shared/volunteers/roster-rules';
import { once } from '../local/matrix/subjects';
import type { World } from '../local/world/build';

/** The leader's list as it stands. */
export const rosterSeen = ({ client }: World, token: string, shiftId: string): Promise<Roster> =>
  client.send(getRoster, { name: once('roster'), token, params: { shiftId } });

/** How far the waitlist has been offered places, and what was wrong about it. */
export interface Waitlist {
  /** The highest ticket that was ever offered a place. */
  offered: number;
  readonly problems: string[];
}

const HOLDS = ['placed', 'offered', 'here'];

/** Whether a list adds up, and nobody was offered a place before somebody who waited longer. */
export const judgeRoster = ({ items, fill }: Roster, places: number, list: Waitlist): void => {
  const holding = items.filter(({ state }) => HOLDS.includes(state)).length;
  const waits = items.filter(({ state }) => state === 'waiting');
  const [seats] = fill;
  if (holding > places) list.problems.push(`${String(holding)} hold ${String(places)} places`);
  if (seats?.held !== holding)
    list.problems.push(`${String(seats?.held)} places are counted as held, ${String(holding)} are`);
  if (Math.min(seats?.waiting ?? 0, LISTED_WITHOUT_PLACE) !== waits.length)
    list.problems.push(`${String(seats?.waiting)} are counted as waiting, ${String(waits.length)} are listed`);
  if (waits.length > 0 && holding < places) list.problems.push('a place is free while somebody waits');
  const tickets = items.flatMap(({ state, ticket }) => (state === 'offered' && ticket !== undefined ? [ticket] : []));
  list.offered = Math.max(list.offered, ...tickets);
  const overtaken = waits.filter(({ ticket = 0 }) => ticket < list.offered);
  if (overtaken.length > 0) list.problems.push(`${String(overtaken.length)} on the waitlist were overtaken`);
};

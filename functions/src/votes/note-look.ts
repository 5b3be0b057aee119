import type { Standing } from '@gongyi/shared/kernel/authority';
import { standingFor } from '@gongyi/shared/kernel/authority';
import { HOUR } from '@gongyi/shared/kernel/time';
import { logAccess } from '../people/public';
import { derivedId } from '../platform/idempotency';
import type { Call } from '../platform/router';
import type { BallotLine } from './ballot-item';
import type { Found } from './edit-line';
import { ownersOnRoll } from './line-people';
import { votesSubject } from './standing';

interface Looker extends Pick<Standing, 'role'> {
  readonly place: string;
}

const AT_ONCE = 16;

/** Written down once an hour for each whose part in a vote is shown, before it is. */
export const noteLooks = async (
  voteId: string,
  personIds: readonly string[],
  { role, place }: Looker,
  { who, now }: Call,
): Promise<void> => {
  const hour = Math.floor(now / HOUR) * HOUR;
  for (let at = 0; at < personIds.length; at += AT_ONCE) {
    await Promise.all(
      personIds.slice(at, at + AT_ONCE).map((personId) => {
        const id = derivedId('door', voteId, who.personId, personId);
        return logAccess({ personId, at: hour, id, role, what: 'vote', place });
      }),
    );
  }
};

export const electorsOf = (lines: readonly BallotLine[]): string[] => [
  ...new Set(lines.flatMap(({ elector }) => elector ?? [])),
];

/**
 * A refusal tells who keeps the registers that a line's ballot was cast: written down like a look at a door, for who
 * holds the line, else for those who own its homes.
 */
export const castIsLearned = async (
  { vote, line, homes }: Pick<Found, 'vote' | 'line' | 'homes'>,
  call: Call,
): Promise<void> => {
  const standing = standingFor(call.who, 'ballot.register', await votesSubject(vote.compoundId), call.now);
  if (standing === undefined) return;
  const owners = line.elector === undefined ? await ownersOnRoll(homes) : [];
  const people = line.elector === undefined ? owners.map(({ personId }) => personId) : [line.elector];
  await noteLooks(vote.id, people, { role: standing.role, place: vote.compoundName }, call);
};

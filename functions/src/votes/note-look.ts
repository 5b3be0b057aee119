import type { Standing } from '@gongyi/shared/kernel/authority';
import { standingFor } from '@gongyi/shared/kernel/authority';
import { HOUR } from '@gongyi/shared/kernel/time';
import type { Vote } from '@gongyi/shared/votes/vote';
import { logAccess } from '../people/public';
import { derivedId } from '../platform/idempotency';
import type { Call } from '../platform/router';
import type { BallotLine } from './ballot-item';
import type { WholeLine } from './ballot-store';
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

/** Whom a look at a line is about: who holds it, else those who own its homes. */
const peopleOf = async ({ line, homes }: WholeLine): Promise<string[]> =>
  line.elector === undefined ? (await ownersOnRoll(homes)).map(({ personId }) => personId) : [line.elector];

/** Who keeps the registers learns of these lines that they are cast, or cannot be yet: written down like a look at a door. */
export const linesAreLearned = async (vote: Vote, lines: readonly WholeLine[], call: Call): Promise<void> => {
  const standing = standingFor(call.who, 'ballot.register', await votesSubject(vote.compoundId), call.now);
  if (standing === undefined) return;
  const people = (await Promise.all(lines.map(peopleOf))).flat();
  await noteLooks(vote.id, [...new Set(people)], { role: standing.role, place: vote.compoundName }, call);
};

/** A refusal tells who keeps the registers that a line's ballot was cast. */
export const castIsLearned = (found: Pick<Found, 'vote' | 'line' | 'homes'>, call: Call): Promise<void> =>
  linesAreLearned(found.vote, [found], call);

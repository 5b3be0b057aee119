import { PARTIES } from '../district/organisation';
import type { Party } from '../district/organisation';
import type { Stance } from './outcome';
import { speaksAs } from './seats';
import type { Seat } from './seats';
import type { CouncilSession } from './session';
import { everSignedIn, onTheTable, partiesAmong, presentParties } from './session-rules';
import type { Topic } from './topic';

/** How far each party has come with a topic, as the table of four shows it; each mark includes none of the others. */
export const MARKS = ['none', 'signed-in', 'spoken', 'agreed', 'finished'] as const;
export type Mark = (typeof MARKS)[number];

export interface Side {
  readonly party: Party;
  readonly bodyName?: string | undefined;
  readonly standIn: boolean;
  readonly signedIn: boolean;
  readonly stance?: Stance | undefined;
  readonly tasksDone: number;
  readonly tasks: number;
  readonly mark: Mark;
}

/** While a topic is to be settled: who is there now; afterwards whoever had come, on any day, before it was. */
const thereFor = ({ id }: Topic, session: CouncilSession, now: number): Party[] => {
  if (onTheTable(session).some(({ topicId }) => topicId === id)) return presentParties(session, now);
  const settledAt = session.agenda.find(({ topicId }) => topicId === id)?.settledAt ?? now;
  return partiesAmong(
    session.seats,
    everSignedIn(session).filter(({ at }) => at <= settledAt),
  );
};

/**
 * The four sides of a topic's table; a body that holds two seats shows the same on both. Once there is a session, the
 * sides are those of the bodies that it called, whoever holds the seats today: what they said stays theirs. A cancelled
 * one leaves nothing.
 */
export const tableOf = (
  topic: Topic,
  called: CouncilSession | undefined,
  seatsNow: readonly Seat[],
  now: number,
): Side[] => {
  const session = called?.status === 'cancelled' ? undefined : called;
  const seats = session?.seats ?? seatsNow;
  const present = session === undefined ? [] : thereFor(topic, session, now);
  const positions = session?.agenda.find(({ topicId }) => topicId === topic.id)?.positions ?? [];
  return PARTIES.map((party) => {
    const speaking = speaksAs(seats, party);
    const seat = seats.find((one) => one.party === party);
    const said = positions.filter((one) => one.party === speaking);
    const stance = (said.find(({ round }) => round === 'vote') ?? said[0])?.stance;
    const own = topic.tasks.filter((task) => speaksAs(seats, task.party) === speaking);
    const tasksDone = own.filter(({ doneAt }) => doneAt !== undefined).length;
    const signedIn = present.includes(speaking);
    const mark: Mark =
      own.length > 0 && tasksDone === own.length
        ? 'finished'
        : stance === 'agree'
          ? 'agreed'
          : stance !== undefined
            ? 'spoken'
            : signedIn
              ? 'signed-in'
              : 'none';
    return {
      party,
      ...(seat?.bodyName === undefined ? {} : { bodyName: seat.bodyName }),
      standIn: seat?.standIn ?? false,
      signedIn,
      ...(stance === undefined ? {} : { stance }),
      tasksDone,
      tasks: own.length,
      mark,
    };
  });
};

import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Action } from '@gongyi/shared/kernel/authority';
import type { RegisterLine } from '@gongyi/shared/votes/contract-paper';
import type { Vote } from '@gongyi/shared/votes/vote';
import { requireOwnPhotos } from '../media/public';
import { findPersonByPhone, maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import type { BallotLine } from './ballot-item';
import type { WholeLine } from './ballot-store';
import type { Found } from './edit-line';
import { mayOn, votesSubject } from './standing';

/** Who keeps the registers of a vote; to everybody else there is no such line. */
export const mayKeep =
  (call: Call, action: Action = 'ballot.register') =>
  async ({ vote }: Pick<Found, 'vote'>): Promise<Refusal | undefined> =>
    mayOn(await votesSubject(vote.compoundId), action, call) ? undefined : refuse('not-found');

/** Takes documents into use, last before the write that stores them. */
export const takePhotos = (
  photos: readonly string[],
  voteId: string,
  { who, now }: Call,
): Promise<Refusal | undefined> =>
  photos.length === 0 ? Promise.resolve(undefined) : requireOwnPhotos(photos, who.personId, `vote-${voteId}`, now);

/** Who has bound a number; refused for a number that nobody has. */
export const personOf = async (phone: string, now: number): Promise<string | Refusal> =>
  (await findPersonByPhone(phone, now))?.personId ?? refuse('person-unknown');

const paperOf = ({ line: { paper } }: WholeLine): Pick<RegisterLine, 'paper'> => {
  if (paper === undefined) return {};
  const { serial, deliveredAt, way, returnedAt, handedInBy, disownedAt, disownedWords, settled, voided } = paper;
  return {
    paper: {
      serial,
      ...(deliveredAt === undefined || way === undefined ? {} : { delivered: { way, at: deliveredAt } }),
      returnedAt,
      handedInBy,
      ...(disownedAt === undefined ? {} : { disowned: { at: disownedAt, words: disownedWords } }),
      settled,
      voided,
    },
  };
};

/**
 * When somebody came to hold a line; an owner by the roll takes theirs with the first look or with the cast itself, so
 * that their time is told once the vote is published.
 */
const electorTime = ({ publishedAt }: Vote, { electorBy, electorAt }: BallotLine): number | undefined =>
  publishedAt === undefined && electorBy === 'roll' ? undefined : electorAt;

/** Lines as the registers show them: who may cast and what paper went out and came back, never who voted by phone. */
export const registerViews = async (vote: Vote, lines: readonly WholeLine[]): Promise<RegisterLine[]> => {
  const names = await namesOf(lines.flatMap(({ line }) => line.elector ?? []));
  return lines.map((whole) => {
    const { line, homes } = whole;
    return {
      line: line.no,
      homes: homes.map(({ homeId, name, area }) => ({ homeId, name, area })),
      area: line.area,
      coOwners: line.coOwners,
      ...(line.elector === undefined
        ? {}
        : {
            elector: {
              name: maskName(names.get(line.elector)),
              by: line.electorBy ?? 'roll',
              at: electorTime(vote, line),
            },
          }),
      ...paperOf(whole),
    };
  });
};

export const registerView = async (found: Found): Promise<RegisterLine> => {
  const [view] = await registerViews(found.vote, [found]);
  if (view === undefined) throw new Error('a line has a view');
  return view;
};

import type { Vote } from '@gongyi/shared/votes/vote';
import { keepRows } from '../platform/list-rows';
import type { Row, Standing } from '../platform/list-rows';
import type { Reaction } from '../platform/reaction';
import type { Item } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';
import { nominationsOf } from './nomination-store';
import { objectionsOf } from './objection-store';
import { findVote, isVoteKey, voteOf } from './vote-store';
import { rowsOfVote } from './votes-lists';

/** What waits to be checked or answered. */
const openOf = async ({ id, matters, status }: Vote) => {
  const elects = matters.some(({ election }) => election !== undefined) && status !== 'published';
  const [nominations, objections] = await Promise.all([
    elects ? nominationsOf(id) : [],
    status === 'published' ? objectionsOf(id) : [],
  ]);
  return {
    nominations: nominations.filter(({ checked }) => checked === undefined).length,
    objections: objections.filter(({ answer }) => answer === undefined).length,
  };
};

const read = async (voteId: string): Promise<Standing | undefined> => {
  const vote = await findVote(voteId);
  if (vote === undefined) return undefined;
  const open = await openOf(vote);
  return {
    state: [vote.rev, vote.wordsCheck ?? '', open.nominations, open.objections].join(' '),
    rows: rowsOfVote(vote, open),
  };
};

/** Every row it may have had: with everything that can be open. */
const rowsBefore = (image: Item | undefined): Row[] =>
  image === undefined ? [] : rowsOfVote(voteOf(image), { nominations: 1, objections: 1 });

const touches = (pk: string, sk: string): boolean =>
  pk.startsWith(PREFIX.vote) &&
  [keys.voteNomination('', '').sk, keys.voteObjection('', '').sk].some((prefix) => sk.startsWith(prefix));

/** Lists of votes and of what they need follow the vote as it stands. */
export const onVoteLists: Reaction = {
  name: 'votes/keep-lists',
  async on({ pk, sk, old, new: item }) {
    const voteId = pk.slice(PREFIX.vote.length);
    if (isVoteKey(pk, sk)) await keepRows([...rowsBefore(old), ...rowsBefore(item)], () => read(voteId));
    else if (touches(pk, sk)) {
      const vote = await findVote(voteId);
      const earlier = vote === undefined ? [] : rowsOfVote(vote, { nominations: 1, objections: 1 });
      await keepRows(earlier, () => read(voteId));
    }
  },
};

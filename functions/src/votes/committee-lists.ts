import type { VoteNeed } from '@gongyi/shared/votes/contract';
import { committeePublishBy } from '@gongyi/shared/votes/committee-vote';
import type { CommitteeVote } from '@gongyi/shared/votes/committee-vote';
import { accountsDue } from '@gongyi/shared/votes/emergency-repair';
import type { EmergencyRepair } from '@gongyi/shared/votes/emergency-repair';
import { keepRows } from '../platform/list-rows';
import type { Row, Standing } from '../platform/list-rows';
import type { Reaction } from '../platform/reaction';
import { PREFIX, keys } from '../platform/table-shape';
import { committeeOf, findCommitteeVote, isCommitteeKey } from './committee-store';
import { findRepair, isRepairKey, repairOf } from './repair-store';
import { repairRow } from './repair-row';
import { committeeRow } from './view-committee';
import { careOf, needRows, streetOf } from './votes-lists';

/**
 * Rows of a compound's committee votes (all, and those published) and of its emergency repairs, newest first; what
 * is late goes to the street as well.
 */
export const COMMITTEES = 'committee-votes';
export const COMMITTEES_PUBLISHED = 'committee-votes-published';
export const REPAIRS = 'emergency-repairs';

const rowsOfCommittee = (vote: CommitteeVote): Row[] => {
  const { id, compoundId, compoundName, title, calledAt, status, closedAt, lateAt } = vote;
  const row = committeeRow(vote);
  const late: VoteNeed | undefined =
    status === 'closed' && lateAt !== undefined && closedAt !== undefined
      ? {
          kind: 'committee-result-late',
          id,
          title,
          compoundId,
          compoundName,
          since: closedAt,
          dueAt: committeePublishBy(vote, closedAt),
        }
      : undefined;
  return [
    { ...keys.listRow(COMMITTEES, compoundId, calledAt, id), row },
    ...(status === 'published' ? [{ ...keys.listRow(COMMITTEES_PUBLISHED, compoundId, calledAt, id), row }] : []),
    ...(late === undefined ? [] : needRows(late, [...careOf(compoundId), streetOf(compoundId)])),
  ];
};

const rowsOfRepair = (repair: EmergencyRepair): Row[] => {
  const { id, compoundId, compoundName, title, declaredAt, status, doneAt, lateAt } = repair;
  const at = { id, title, compoundId, compoundName };
  const scopes = [...careOf(compoundId), streetOf(compoundId)];
  return [
    { ...keys.listRow(REPAIRS, compoundId, declaredAt, id), row: repairRow(repair) },
    ...(status === 'declared' ? needRows({ ...at, kind: 'repair-to-check', since: declaredAt }, scopes) : []),
    ...(status === 'done' && lateAt !== undefined && doneAt !== undefined
      ? needRows({ ...at, kind: 'repair-accounts-late', since: doneAt, dueAt: accountsDue(doneAt) }, scopes)
      : []),
  ];
};

const read = async <T extends { readonly rev: number }>(
  find: () => Promise<T | undefined>,
  rowsOf: (item: T) => Row[],
): Promise<Standing | undefined> => {
  const item = await find();
  return item && { state: String(item.rev), rows: rowsOf(item) };
};

/** Lists of committee votes and repairs follow each as it stands. */
export const onCommitteeLists: Reaction = {
  name: 'votes/keep-committee-lists',
  async on({ pk, sk, old, new: item }) {
    const images = [old, item].filter((image) => image !== undefined);
    if (isCommitteeKey(pk, sk)) {
      const earlier = images.flatMap((image) => rowsOfCommittee(committeeOf(image)));
      const id = pk.slice(PREFIX.committeeVote.length);
      await keepRows(earlier, () => read(() => findCommitteeVote(id), rowsOfCommittee));
    } else if (isRepairKey(pk, sk)) {
      const earlier = images.flatMap((image) => rowsOfRepair(repairOf(image)));
      const id = pk.slice(PREFIX.repair.length);
      await keepRows(earlier, () => read(() => findRepair(id), rowsOfRepair));
    }
  },
};

import * as z from 'zod/mini';
import { NOBODY, findPerson } from '../people/public';
import { keepRows, listedPage } from '../platform/list-rows';
import { deletedPersonOf } from '../platform/reaction';
import type { Reaction } from '../platform/reaction';
import { changeOnce } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';
import { isVoteStepKey, voteSteps } from './vote-store';

/** Votes in which somebody spoke as a resident, by person: petitions, signatures, nominations, objections. */
const SPOKE = 'votes-spoke';
const Spoke = z.object({ voteId: z.string() });
const Step = z.object({ byId: z.string(), as: z.literal('resident'), at: z.int() });
const AT_ONCE = 25;

/**
 * Takes a resident's masked name from a vote and its steps; the record's fingerprints stand without it. What people
 * did for a body, who watched the counting, who stood for election and how a committee's members voted stays: see
 * CONTRIBUTING.
 */
const forget = async (voteId: string, personId: string): Promise<void> => {
  const op = `forgotten.${personId}`;
  const values = { ':personId': personId };
  await changeOnce({
    key: keys.vote(voteId),
    set: { startedByName: NOBODY },
    when: 'startedBy = :personId AND starter = :petition',
    values: { ...values, ':petition': 'owners-petition' },
    op,
  });
  const own = (await voteSteps(voteId)).filter(({ byId, as }) => byId === personId && as === 'resident');
  for (const { rev } of own) {
    const key = keys.voteStep(voteId, rev);
    await changeOnce({ key, set: { byName: '' }, when: 'byId = :personId', values, op });
  }
};

/** A resident spoke: the vote is found again when they leave; who has left meanwhile is forgotten at once. */
export const onResidentSpoke: Reaction = {
  name: 'votes/resident-spoke',
  async on({ pk, sk, old, new: item }) {
    if (!isVoteStepKey(pk, sk) || old !== undefined) return;
    const step = z.safeParse(Step, item);
    if (!step.success) return;
    const voteId = pk.slice(PREFIX.vote.length);
    const { byId, at } = step.data;
    const row = { ...keys.listRow(SPOKE, byId, at, voteId), row: { voteId } };
    await keepRows([], () => Promise.resolve({ state: '', rows: [row] }));
    if ((await findPerson(byId)) === undefined) await forget(voteId, byId);
  },
};

/** Who deletes their account leaves their part in votes behind without a name. */
export const onPersonDeleted: Reaction = {
  name: 'votes/person-deleted',
  async on(change) {
    const personId = deletedPersonOf(change);
    if (personId === undefined) return;
    let after: Record<string, unknown> | undefined;
    do {
      const page = await listedPage(Spoke, { list: SPOKE, ownerId: personId, limit: AT_ONCE, after });
      for (const { voteId } of page.rows) await forget(voteId, personId);
      after = page.lastKey;
    } while (after !== undefined);
  },
};

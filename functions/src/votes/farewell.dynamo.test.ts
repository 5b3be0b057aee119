import { DAY } from '@gongyi/shared/kernel/time';
import { checkRecord } from '@gongyi/shared/kernel/record';
import { getVoteRecord } from '@gongyi/shared/votes/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import type { Someone } from '../people/people-for-tests';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { onPersonDeleted } from './on-person-deleted';
import { MATTER, deliverVote, done, drafted, newCompound, voteIn } from './votes-for-tests';
import { findVote, voteSteps } from './vote-store';

const services = withServices();
jest.setTimeout(60_000);

const leave = async (someone: Someone): Promise<void> => {
  const key = keys.profile(someone.personId);
  const old = await getItem(key, { consistent: true });
  expect((await someone.post('/me/delete', { confirm: '删除我的账号' })).status).toBe(200);
  const now = await getItem(key, { consistent: true });
  const change = { ...key, old, new: now, at: Date.now(), eventId: someone.personId, expired: false };
  await onPersonDeleted.on(change);
};

it('who leaves leaves no name in a petition and its signatures, and the record still holds', async () => {
  const compound = await newCompound(services, 'vf');
  const { owner, neighbour, director, compoundId } = compound;
  const begun = voteIn(
    await owner.post(`/compounds/${compoundId}/petitions`, {
      title: '南门划车位',
      scope: { kind: 'compound' },
      matters: [MATTER],
      until: Date.now() + 30 * DAY,
    }),
  );
  await deliverVote(begun.id);
  done(await neighbour.post(`/votes/${begun.id}/signatures`));
  await deliverVote(begun.id);
  const names = async () => (await voteSteps(begun.id)).map(({ kind, byName }) => [kind, byName]);
  expect((await names()).filter(([, name]) => name !== '').length).toBeGreaterThan(0);

  await leave(owner);
  expect((await findVote(begun.id))?.startedByName).toBe('匿名');
  expect(await names()).toContainEqual(['petitioned', '']);
  await leave(neighbour);
  expect((await voteSteps(begun.id)).filter(({ as, byName }) => as === 'resident' && byName !== '')).toEqual([]);
  const { items, head } = z.parse(getVoteRecord.reply, done(await director.get(`/votes/${begun.id}/record`)));
  expect(checkRecord(begun.id, items, head)).toEqual({ ok: true });

  // What a body did stays under the name of who did it for the body.
  const draft = await drafted(compound);
  await deliverVote(draft.id);
  await leave(director);
  expect((await findVote(draft.id))?.startedByName).toBe(draft.startedByName);
});

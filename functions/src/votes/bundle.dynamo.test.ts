import { VoteBundle } from '@gongyi/shared/votes/log/bundle';
import { witnessName, withLine } from '@gongyi/shared/votes/log/checkpoint';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { castDone, closeVote, openVote } from './ballots-for-tests';
import { keepBundle, refreshBundle } from './bundle';
import { originOf } from './log-key';
import { getFile } from './vote-file-store';
import { cosignCheckpoint, findLog } from './vote-log-store';

withServices();
jest.setTimeout(60_000);

const PARTIES = ['committee-of-residents', 'party-branch', 'owners-committee', 'property-company'] as const;
type Party = (typeof PARTIES)[number];

const published = async (): Promise<string> => {
  const voteId = await openVote({ heads: [{ owners: ['b1'], areas: [8000] }] });
  await castDone({ voteId, line: 1, personId: 'b1' });
  await closeVote(voteId);
  return voteId;
};
const bundleNow = async (voteId: string): Promise<VoteBundle> => {
  const log = await findLog(voteId);
  const file = await getFile(log?.bundle?.key ?? '');
  return z.parse(VoteBundle, JSON.parse(Buffer.from(file ?? []).toString('utf8')));
};
const nameOf = (voteId: string, party: Party): string => witnessName(originOf(voteId), party);

/** Puts a delegate's line on the checkpoint, however many do so at the same time. */
const sign = async (voteId: string, party: Party): Promise<void> => {
  const { checkpoint = '' } = (await findLog(voteId)) ?? {};
  const line = `— ${nameOf(voteId, party)} ${Buffer.alloc(68, 1).toString('base64')}\n`;
  if (!(await cosignCheckpoint(voteId, checkpoint, withLine(checkpoint, line), `sign-${party}`)))
    await sign(voteId, party);
};

it('has the signature of everybody who signs at the same time', async () => {
  const voteId = await published();
  await Promise.all(
    PARTIES.map(async (party) => {
      await sign(voteId, party);
      await refreshBundle(voteId);
    }),
  );
  const { checkpoint = '' } = (await findLog(voteId)) ?? {};
  const bundle = await bundleNow(voteId);
  expect(bundle.checkpoint).toBe(checkpoint);
  expect([...bundle.cosigned].sort()).toEqual(PARTIES.map((party) => nameOf(voteId, party)).sort());
});

it('has the signature of who signs between its making and its keeping', async () => {
  const voteId = await published();
  const made = await bundleNow(voteId);
  await sign(voteId, 'party-branch');
  await keepBundle(voteId, made);
  expect((await bundleNow(voteId)).cosigned).toEqual([nameOf(voteId, 'party-branch')]);
});

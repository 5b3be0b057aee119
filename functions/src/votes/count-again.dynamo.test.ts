import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { withServices } from '../../../infra/local/services-for-tests';
import { castDone, closeVote, deliverLines, openVote, tick, voteNow } from './ballots-for-tests';
import { getBallotsState } from './get-ballots-state';
import { getFile } from './vote-file-store';
import { countAgain, verifyInShell } from './count-again-for-tests';
import { getBundle } from './get-bundle';
import { findLog } from './vote-log-store';

withServices();

const HEADS = 301;
const heads = Array.from({ length: HEADS }, (_, index) => ({ owners: [`p${String(index)}`], areas: [8000 + index] }));
const choiceOf = (index: number) => (index % 10 === 0 ? 'abstain' : index % 4 === 0 ? 'against' : 'for');

const bundleOf = async (voteId: string): Promise<unknown> => {
  const log = await findLog(voteId);
  const file = await getFile(log?.bundle?.key ?? '');
  return JSON.parse(Buffer.from(file ?? []).toString('utf8'));
};

it('opens, takes ballots, closes, and is counted again by anybody', async () => {
  const voteId = await openVote({ heads });
  const open = await voteNow(voteId);
  expect(open).toMatchObject({ status: 'open', electorate: { heads: HEADS, homes: HEADS } });

  const cast = Array.from({ length: 240 }, (_, index) => index + 1);
  for (let at = 0; at < cast.length; at += 16) {
    await Promise.all(
      cast
        .slice(at, at + 16)
        .map((line) => castDone({ voteId, line, personId: personOf(line), choices: { m1: choiceOf(line) } })),
    );
  }
  // Some come by the stream, more than once; the close brings the rest.
  await deliverLines(voteId, 150, 3);
  await tick(Date.now() + 61_000);
  await closeVote(voteId);

  const { status, result } = await voteNow(voteId);
  expect(status).toBe('published');
  const count = (choice: string) => cast.filter((line) => choiceOf(line) === choice).length;
  expect(result?.questions[0]?.tally).toMatchObject({
    all: { heads: HEADS },
    tookPart: { heads: 240 },
    for: { heads: count('for') },
    against: { heads: count('against') },
    abstain: { heads: count('abstain') },
  });
  expect(result?.questions[0]?.outcome).toBe('passed');
  expect(result?.ballots).toEqual({ phone: 240, proxy: 0, paper: 0, spoiled: 0 });
  // The opening, every ballot once, the close.
  expect(result?.log.size).toBe(242);
  expect(await countAgain(await bundleOf(voteId))).toMatchObject({ ok: true, problems: [] });
  // As anybody fetches it: a file to keep, readable by the web app's page, and checked by one command.
  const address = await getBundle({ params: { voteId }, query: {}, body: {} }, NOBODY);
  if (isRefusal(address)) throw new Error(address.refused);
  const served = await fetch(address.url, { headers: { origin: 'https://gongyi.example' } });
  expect(served.headers.get('content-disposition')).toBe(`attachment; filename="biaojue-${voteId}.json"`);
  expect(served.headers.get('access-control-allow-origin')).toBe('*');
  const text = await served.text();
  const root = result?.log.root ?? '';
  expect(await verifyInShell(text, root)).toMatchObject({ code: 0, said: expect.stringContaining('✓ 核对无误') });
  expect(
    await verifyInShell(
      text,
      root.replace(/^./, (it) => (it === '0' ? '1' : '0')),
    ),
  ).toMatchObject({
    code: 1,
    said: expect.stringContaining('根与给出的(纸质公告上的)不同'),
  });
  const state = await getBallotsState({ params: { voteId }, query: {}, body: {} }, NOBODY);
  expect(state).toMatchObject({ status: 'published', turnout: { tookPart: { heads: 240 } }, reached: { heads: true } });
}, 300_000);

const personOf = (line: number): string => `p${String(line - 1)}`;
const NOBODY = { who: undefined, now: Date.now(), op: 'o', opHash: 'h', key: '', sourceIp: '' };

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { randomOf } from '../src/kernel/random-for-tests';
import type { Choice } from '../src/votes/ballot';
import { Receipt, VoteBundle } from '../src/votes/log/bundle';
import { parseCheckpoint } from '../src/votes/log/checkpoint';
import { bundleFor, receiptFor } from './bundle-for-tests';
import { TAMPERS, tamperedAs } from './mutate-bundle-for-tests';
import { meaningOf, mutateJson } from './mutate-json-for-tests';
import { tamperFigure } from './tamper-figure-for-tests';
import { verifyBundle } from './verify.mjs';
import { voteForTests } from './vote-for-tests';

const asFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const GOOD = { ok: true, problems: [] };

/** Why each kind of change is refused: the check that finds it is alive. */
const REASONS: Readonly<Record<string, RegExp>> = {
  'a second ballot for a line': /版不接着第/,
  'a changed ballot where none may change': /不许改票/,
  'a ballot after the close': /在结束之后/,
  'a ballot left out': /没有投票,却有开票|版不接着第|结束时记的/,
  'a ballot of a line that is not in the roll': /不在名册里/,
  'another area on a ballot': /面积与名册不同/,
  'versions with a gap': /版不接着第/,
  'a ballot of another vote': /属于另一次表决/,
  'no close': /日志没有结束/,
  'two closes': /在结束之后/,
  'no opening': /第一条不是开始/,
  'two openings': /又一次开始/,
  'closed before its time': /结束早于截止时间/,
  'an end moved to earlier': /延期没有推后/,
  'other counts at the close': /结束时记的人数、面积或票数/,
  'a witness who is not in the log': /签名密钥不在日志里/,
  'a smaller roll, so that there is a quorum': /名册有 |名册面积之和/,
  'another digest of the roll': /名册的指纹/,
  'a line left out of the roll': /名册有 /,
  'a line twice in the roll': /没有按标记排序,或者重复/,
  'area moved between two lines': /名册的指纹/,
  'another threshold for a matter': /不合民法典第二百七十八条/,
  'two matters of one id': /编号重复/,
  'an end before the beginning': /开始时间不早于截止时间/,
  'the silent counted or not': /withSilence/,
  'a choice turned': /与日志里的承诺不符/,
  'a choice left out, in the log as well': /没有逐项对应表决事项/,
  'a question nobody asked, in the log as well': /没有逐项对应表决事项/,
  'more in favour than seats, in the log as well': /超过名额/,
  'salts exchanged': /与日志里的承诺不符/,
  'an opening left out': /行投票,开票/,
  'an opening twice': /开票没有按标记排序,或者重复/,
  'a version opened that was replaced': /与日志里的承诺不符/,
  'another tally': /计票结果.*重新计算/,
  'another verdict': /计票结果.*outcome.*重新计算/,
  'another threshold in the result': /计票结果.*threshold/,
  'somebody else elected': /选举结果/,
  'a leaf left out': /检查点有/,
  'two leaves exchanged': /检查点的根与日志不符|第一条不是开始/,
  'the log cut off, with the checkpoint it had then': /日志没有结束|检查点有|太短/,
  'other words of a matter': /检查点的根与日志不符/,
  'a leaf written otherwise, and signed': /没有按规定的写法书写|不是 JSON/,
  'signed by a stranger': /签名密钥不在日志里/,
  'another key of the log': /签名密钥不在日志里|签名不对/,
  'cosigned by a stranger': /签名密钥不在日志里/,
  'a cosignature taken away': /见证人名单/,
  'the log’s signature taken away': /第一个签名不是日志的|检查点无法识别/,
  'one party’s signature for another’s': /签名密钥不在日志里/,
  'a signature written otherwise': /签名不对/,
  'a field more': /多出/,
};

it('accepts honest votes of every kind, and their shape is the one written down', async () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const bundle = asFile(bundleFor(voteForTests(seed)));
    expect(VoteBundle.safeParse(bundle).success).toBe(true);
    expect([seed, await verifyBundle(bundle)]).toEqual([seed, GOOD]);
  }
});

it('knows every kind of change by its reason', () => {
  expect(Object.keys(REASONS).sort()).toEqual([...TAMPERS].sort());
});

it.each(TAMPERS)('refuses %s', async (how) => {
  let made = 0;
  for (let seed = 0; made < 3 && seed < 400; seed += 1) {
    const bundle = tamperedAs(how, randomOf(seed), voteForTests(seed));
    if (bundle === undefined) continue;
    made += 1;
    const { ok, problems } = await verifyBundle(bundle);
    expect([seed, ok]).toEqual([seed, false]);
    expect(problems.join('\n')).toMatch(REASONS[how]);
  }
  expect(made).toBe(3);
});

it('refuses tampered bundles and no honest one', async () => {
  const { wrong, mutations } = await tamperFigure(4_000, 20, 200);
  expect(wrong).toEqual([]);
  expect(mutations).toBe(200);
});

const twelve = (yes: number, rest: Choice, first = 9_000) => ({
  areas: Array.from({ length: 12 }, (_, at) => (at === 0 ? first : 9_000)),
  leans: Array.from({ length: 12 }, (_, at): Choice | undefined => (at >= 8 ? undefined : at < yes ? 'for' : rest)),
});

/** By hand: 12 heads of 90.00 m² each, the first eight vote; two thirds of 1,080 m² are 720 m². */
it.each([
  ['exactly two thirds take part, five of eight agree', 'fund-use', twelve(5, 'against'), 'passed'],
  ['exactly two thirds take part, exactly half agree', 'fund-use', twelve(4, 'against'), 'not-passed'],
  [
    'two thirds of heads, one hundredth of a square metre short of the area',
    'fund-use',
    twelve(8, 'for', 8_999),
    'no-quorum',
  ],
  ['abstentions make the quorum', 'fund-use', twelve(5, 'abstain'), 'passed'],
  ['abstentions do not agree', 'fund-use', twelve(4, 'abstain'), 'not-passed'],
  ['exactly three quarters agree', 'rebuilding', twelve(6, 'against'), 'passed'],
  ['five of eight agree where three quarters are asked', 'rebuilding', twelve(5, 'against'), 'not-passed'],
  [
    'three quarters of heads, and a hundredth more of the area than needed',
    'fund-raising',
    twelve(6, 'against', 9_001),
    'passed',
  ],
] as const)('counts by the law: %s', async (_, kind, plan, outcome) => {
  const bundle = bundleFor(voteForTests(1, { ...plan, kind }));
  expect(await verifyBundle(asFile(bundle))).toEqual(GOOD);
  expect(bundle.results[0].outcome).toBe(outcome);
  for (const other of ['passed', 'not-passed', 'no-quorum'] as const) {
    const results = [{ ...bundle.results[0], outcome: other }];
    expect((await verifyBundle(asFile({ ...bundle, results }))).ok).toBe(other === outcome);
  }
});

it('needs three quarters of the area as well as of the heads', async () => {
  // Six of eight heads agree; the two who do not own half a square metre more each.
  const plan = twelve(6, 'against');
  const areas = plan.areas.map((area, at) => (at === 6 || at === 7 ? area + 50 : area));
  const bundle = bundleFor(voteForTests(1, { areas, leans: plan.leans, kind: 'rebuilding' }));
  expect(bundle.results[0]).toMatchObject({ outcome: 'not-passed', agreement: { heads: true, area: false } });
  expect(await verifyBundle(asFile(bundle))).toEqual(GOOD);
});

it('accepts every receipt at every later checkpoint, and refuses it when anything in it is changed', async () => {
  const vote = voteForTests(3);
  const ballots = vote.leaves.flatMap(({ kind }, at) => (kind === 'ballot' ? [at] : []));
  expect(ballots.length).toBeGreaterThan(3);
  const random = randomOf(1);
  for (const index of ballots)
    for (let size = index + 1; size <= vote.leaves.length; size += 3) {
      const receipt = z.parse(z.json(), asFile(receiptFor(vote, index, size)));
      expect(Receipt.safeParse(receipt).success).toBe(true);
      expect(await verifyBundle(receipt)).toEqual(GOOD);
      for (let time = 0; time < 12; time += 1) {
        const changed = mutateJson(random, receipt);
        if (meaningOf(changed) !== meaningOf(receipt))
          expect([JSON.stringify(changed), (await verifyBundle(changed)).ok]).toEqual([JSON.stringify(changed), false]);
      }
    }
});

it('answers about anything, and never rejects', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything({ withBigInt: true, withNullPrototype: true }), async (anything) => {
      const { ok, problems } = await verifyBundle(anything);
      expect([ok, problems.length > 0]).toEqual([false, true]);
      expect(problems.every((problem) => typeof problem === 'string')).toBe(true);
    }),
  );
});

describe('from a shell', () => {
  const run = async (...argv: string[]): Promise<{ code: number; out: string }> => {
    const done = promisify(execFile)(process.execPath, [join(__dirname, 'verify.mjs'), ...argv]);
    const { stdout, code } = await done.then(
      (good) => ({ stdout: good.stdout, code: 0 }),
      (fault: unknown) => z.parse(z.object({ stdout: z.string(), code: z.int() }), fault),
    );
    return { code, out: stdout };
  };

  it('prints what it finds and ends with 0 or 1', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verify-'));
    const path = join(folder, 'bundle.json');
    const bundle = bundleFor(voteForTests(3));
    const root = parseCheckpoint(bundle.checkpoint)?.checkpoint.root ?? '';
    await writeFile(path, JSON.stringify(bundle));
    const good = await run(path, root);
    expect(good.code).toBe(0);
    expect(good.out).toMatch(new RegExp(`根 ${root}[^]*核对无误`));
    expect(
      (
        await run(
          path,
          root.replace(/^./, (one) => (one === '0' ? '1' : '0')),
        )
      ).code,
    ).toBe(1);
    await writeFile(path, JSON.stringify({ ...bundle, openings: bundle.openings.slice(1) }));
    const bad = await run(path);
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/✗ .*开票[^]*核对不通过/);
    expect((await run(join(folder, 'none.json'))).code).toBe(1);
    expect((await run()).code).toBe(1);
    await rm(folder, { recursive: true });
  });

  it('is one file without imports', async () => {
    const source = await readFile(join(__dirname, 'verify.mjs'), 'utf8');
    expect(source).not.toMatch(/^\s*import\s[^(]|\brequire\(|^export .* from/m);
  });
});

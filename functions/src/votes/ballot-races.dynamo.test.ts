import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import { canonicalChoices } from '@gongyi/shared/votes/ballot';
import { commitmentOf } from '@gongyi/shared/votes/log/commitment';
import { extended } from '@gongyi/shared/votes/vote-effects';
import { withServices } from '../../../infra/local/services-for-tests';
import { findRollHold } from '../district/public';
import { CLOCK } from '../platform/record-item';
import { findJob } from '../platform/jobs';
import { putAll, queryAll, remove, table, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import {
  announceVote,
  at,
  bind,
  callBy,
  cast,
  castDone,
  closeVote,
  deliverLines,
  homeIdOf,
  openVote,
  prove,
  runJob,
  sealVote,
  tallyVote,
  tick,
  voteNow,
} from './ballots-for-tests';
import { findHead, findLine } from './ballot-store';
import { openVoteJob } from './open-vote-job';
import { findLog } from './vote-log-store';
import { voteJobId } from './vote-clock';
import { castSecrets } from './vote-keys';
import { voteWrites } from './vote-store';
import { withdrawVote } from './withdraw-vote';

withServices();
jest.setTimeout(60_000);

const one = { owners: ['p1'], areas: [8000] };
const two = { owners: ['p2'], areas: [9000] };
/** Bytes of an item as the table counts them: names, texts, bytes, numbers by their digits. */
const sizeOf = (value: unknown): number => {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + sizeOf(one) + 1, 3);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, part]) => sum + name.length + sizeOf(part) + 1, 3);
};
const refusedAs = (answer: unknown): string | undefined => (isRefusal(answer) ? answer.refused : undefined);
const compoundOf = async (voteId: string): Promise<string> => (await voteNow(voteId)).compoundId;

describe('casting', () => {
  it('costs one read of the head and one write of the line', async () => {
    const voteId = await openVote({ heads: [one, two] });
    // The first cast of an instance unwraps the vote's key.
    await castDone({ voteId, line: 2, personId: 'p2' });
    const send = jest.spyOn(table(), 'send');
    await castDone({ voteId, line: 1, personId: 'p1' });
    const sent = send.mock.calls.map(([command]) => command.constructor.name);
    const [read] = send.mock.calls[0] ?? [];
    send.mockRestore();
    expect(sent).toEqual(['GetCommand', 'UpdateCommand']);
    expect(read?.input).toMatchObject({ Key: keys.ballotHead(voteId), ConsistentRead: false });
    const [item] = await queryAll(keys.ballotLineWhole(voteId, 1));
    const [head] = await queryAll({ pk: keys.ballotHead(voteId).pk, prefix: 'HEAD' });
    // With its ballot a line is one write unit, and the head half a read unit.
    expect(sizeOf(item)).toBeLessThan(1024);
    expect(sizeOf(head)).toBeLessThan(4096);
  });

  it('gives one of two that race the ballot, and tells the other', async () => {
    const voteId = await openVote({ heads: [one] });
    const answers = await Promise.all([1, 2, 3, 4].map(() => cast({ voteId, line: 1, personId: 'p1' })));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(answers.filter(isRefusal).map(({ refused }) => refused)).toEqual(Array(3).fill('already-cast'));
  });

  it('answers a retry as the first did, also after the close, and other choices as another use of the key', async () => {
    const voteId = await openVote({ heads: [one] });
    const spec = { voteId, line: 1, personId: 'p1', key: 'k'.repeat(20) };
    const first = await castDone(spec);
    expect(await cast(spec)).toEqual(first);
    expect(refusedAs(await cast({ ...spec, choices: { m1: 'against' } }))).toBe('key-reused');
    await closeVote(voteId);
    const { closesAt = 0 } = await voteNow(voteId);
    expect(await cast({ ...spec, now: closesAt + DAY })).toEqual(first);
    expect(refusedAs(await cast({ ...spec, key: 'x'.repeat(20), now: closesAt + DAY }))).toBe('vote-closed');
    expect(refusedAs(await cast({ ...spec, personId: 'stranger', now: closesAt + DAY }))).toBe('not-found');
  });

  it('lets a ballot be changed where the rules say so, and counts the last', async () => {
    const voteId = await openVote({ heads: [one, two], rules: { mayChange: true } });
    await castDone({ voteId, line: 1, personId: 'p1', choices: { m1: 'for' } });
    const [a, b] = await Promise.all([
      cast({ voteId, line: 1, personId: 'p1', choices: { m1: 'against' }, seen: 1 }),
      cast({ voteId, line: 1, personId: 'p1', choices: { m1: 'abstain' }, seen: 1 }),
    ]);
    expect([a, b].map(refusedAs).sort()).toEqual(['changed-meanwhile', undefined]);
    await castDone({ voteId, line: 1, personId: 'p1', choices: { m1: 'for' }, seen: 2 });
    await closeVote(voteId);
    const { result } = await voteNow(voteId);
    expect(result?.questions[0]?.tally.for).toEqual({ area: 8000, heads: 1 });
    // Open, three versions, close.
    expect(result?.log.size).toBe(5);
  });

  it('never puts an earlier ballot of the same owner over a later one, however late its retry comes', async () => {
    const voteId = await openVote({ heads: [one], rules: { mayChange: true } });
    const first = { voteId, line: 1, personId: 'p1', choices: { m1: 'for' }, key: 'a'.repeat(20) } as const;
    const second = { ...first, choices: { m1: 'against' }, seen: 1, key: 'b'.repeat(20) } as const;
    const third = { ...first, choices: { m1: 'abstain' }, seen: 2, key: 'c'.repeat(20) } as const;
    await castDone(first);
    const later = await castDone(second);
    const retried = await Promise.all([cast(first), cast(first), cast(second)]);
    expect(retried.map(refusedAs)).toEqual(['changed-meanwhile', 'changed-meanwhile', undefined]);
    expect(retried[2]).toEqual(later);
    await castDone(third);
    // Each names the version that its screen had seen, so none can pass for a new one.
    expect((await Promise.all([cast(first), cast(second)])).map(refusedAs)).toEqual(Array(2).fill('changed-meanwhile'));
    expect(await findLine(voteId, 1)).toMatchObject({ ballotVersion: 3, commitments: { length: 3 } });
    await closeVote(voteId);
    const { closesAt = 0, result } = await voteNow(voteId);
    expect(refusedAs(await cast({ ...first, now: closesAt + DAY }))).toBe('vote-closed');
    expect(result?.questions[0]?.tally).toMatchObject({ for: { heads: 0 }, abstain: { heads: 1 } });
  });

  it('refuses choices that are none, before the opening, and who has no part in a line', async () => {
    const voteId = await openVote({ heads: [one] });
    expect(refusedAs(await cast({ voteId, line: 1, personId: 'p1', choices: {} }))).toBe('choices-invalid');
    expect(refusedAs(await cast({ voteId, line: 1, personId: 'p2' }))).toBe('not-found');
    expect(refusedAs(await cast({ voteId, line: 9, personId: 'p1' }))).toBe('not-found');
    expect(refusedAs(await cast({ voteId, line: 1, personId: 'p1', now: 1000 }))).toBe('vote-not-open');
  });
});

describe('an owner who comes later', () => {
  it('casts the line of their home, if it is theirs alone', async () => {
    const voteId = await openVote({ heads: [{ owners: [], unproven: ['late'], onRoll: 1, areas: [7000] }] });
    const homeId = homeIdOf(await compoundOf(voteId), 0);
    expect((await findLine(voteId, 1))?.elector).toBeUndefined();
    await putAll(bind(await compoundOf(voteId), 'late', homeId));
    expect(refusedAs(await cast({ voteId, line: 1, personId: 'late', homes: [homeId] }))).toBe('not-found');
    await prove('late');
    await castDone({ voteId, line: 1, personId: 'late', homes: [homeId] });
    expect(await findLine(voteId, 1)).toMatchObject({ elector: 'late', electorBy: 'roll', ballotVersion: 1 });
    expect(await queryAll(keys.ballotEvents(voteId))).toMatchObject([{ kind: 'elector-claimed', byId: 'late' }]);
  });

  it('has to wait for the others where several are verified', async () => {
    const voteId = await openVote({ heads: [{ owners: ['a', 'b'], onRoll: 1, areas: [7000] }] });
    const homes = [homeIdOf(await compoundOf(voteId), 0)];
    expect(refusedAs(await cast({ voteId, line: 1, personId: 'a', homes }))).toBe('not-the-elector');
  });

  it('is the one the frozen roll names: a sale moves no ballot', async () => {
    const voteId = await announceVote({ heads: [{ owners: ['seller'], areas: [7000] }] });
    const compoundId = await compoundOf(voteId);
    const homeId = homeIdOf(compoundId, 0);
    // Sold while the notice runs; the roll still names who sold.
    await writeTogether(bind(compoundId, 'seller', homeId).map(({ pk, sk }) => remove({ pk, sk })));
    await prove('buyer');
    await putAll(bind(compoundId, 'buyer', homeId));
    await tick();
    await runJob('vote-open', voteId);
    expect((await findLine(voteId, 1))?.elector).toBe('seller');
    expect(refusedAs(await cast({ voteId, line: 1, personId: 'buyer', homes: [homeId] }))).toBe('not-found');
    await castDone({ voteId, line: 1, personId: 'seller' });
  });

  it('is nobody who came to own the home since, though the owner on the roll has not come', async () => {
    const voteId = await openVote({ heads: [{ owners: [], unproven: ['away'], onRoll: 1, areas: [7000] }] });
    const homeId = homeIdOf(await compoundOf(voteId), 0);
    await prove('buyer');
    await putAll(bind(await compoundOf(voteId), 'buyer', homeId));
    expect(refusedAs(await cast({ voteId, line: 1, personId: 'buyer', homes: [homeId] }))).toBe('not-found');
    expect((await findLine(voteId, 1))?.elector).toBeUndefined();
    // The owner, though no home is theirs by a binding.
    await prove('away');
    await castDone({ voteId, line: 1, personId: 'away' });
    expect(await findLine(voteId, 1)).toMatchObject({ elector: 'away', electorBy: 'roll' });
  });
});

it('freezes the roll that was announced and no other, and lets it go when it opens', async () => {
  const heads = [{ owners: ['p1'], areas: [8000] }];
  const voteId = await announceVote({ heads });
  const compoundId = await compoundOf(voteId);
  const meta = { ...keys.rollMeta(compoundId), homes: 1, area: 8000, heads: 1, at: 1 };
  await putAll([{ ...meta, rev: 2 }]);
  await tick();
  await runJob('vote-open', voteId);
  expect((await voteNow(voteId)).status).toBe('opening');
  expect(await findHead(voteId, { consistent: true })).toBeUndefined();
  await putAll([{ ...meta, rev: 1 }]);
  expect([...(await findRollHold(compoundId)).votes]).toEqual([voteId]);
  const later = Date.now() + DAY;
  await at(later, () => runJob('vote-open', voteId));
  expect((await voteNow(voteId)).status).toBe('open');
  expect((await findRollHold(compoundId)).votes.size).toBe(0);
});

describe('an opening', () => {
  const withdraw = async (voteId: string) => {
    const body = { rev: (await voteNow(voteId)).rev, reason: '名册与公告的不一致' };
    const input = { params: { voteId }, query: {}, body };
    const call = callBy('clerk', [], 'votes.withdraw', `w-${voteId}`, input);
    const grant = { id: 'g1', role: 'community-worker', placeId: 'bt.s1.c1', scopeName: '社区', from: 1 } as const;
    const answer = await withdrawVote(input, { ...call, who: { ...call.who, grants: [grant] } });
    return isRefusal(answer) ? answer.refused : answer.status;
  };
  const begins = async (voteId: string): Promise<void> => {
    const job = await findJob(voteJobId('vote-open', voteId), 'ballots');
    if (job === undefined) throw new Error('the opening has no job');
    await openVoteJob.step(job, Date.now());
  };
  const opening = async (): Promise<string> => {
    const voteId = await announceVote({ heads: [one] });
    await tick();
    return voteId;
  };

  it('that can never fit the roll is withdrawn, and lets the roll go', async () => {
    const voteId = await opening();
    const compoundId = await compoundOf(voteId);
    await putAll([{ ...keys.rollMeta(compoundId), homes: 1, area: 8000, heads: 1, at: 1, rev: 2 }]);
    await runJob('vote-open', voteId);
    expect((await voteNow(voteId)).status).toBe('opening');
    expect(await withdraw(voteId)).toBe('withdrawn');
    expect((await findRollHold(compoundId)).votes.size).toBe(0);
    await at(Date.now() + DAY, () => runJob('vote-open', voteId));
    expect((await voteNow(voteId)).status).toBe('withdrawn');
    expect(await findHead(voteId, { consistent: true })).toBeUndefined();
  });

  it('is not withdrawn once its ballots begin to be made', async () => {
    const voteId = await opening();
    await begins(voteId);
    expect((await voteNow(voteId)).status).toBe('opening');
    expect(await withdraw(voteId)).toBe('move-not-allowed');
    await runJob('vote-open', voteId);
    expect((await voteNow(voteId)).status).toBe('open');
  });

  it('either begins or is withdrawn, when both are tried at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const voteId = await opening();
      const [said] = await Promise.all([withdraw(voteId), begins(voteId).catch(() => undefined)]);
      const begun = (await findHead(voteId, { consistent: true })) !== undefined;
      expect([said, (await voteNow(voteId)).status]).toEqual(
        begun ? ['move-not-allowed', 'opening'] : ['withdrawn', 'withdrawn'],
      );
    }
  });
});

describe('the close', () => {
  it('counts every ballot that was acknowledged, and takes none after', async () => {
    const heads = Array.from({ length: 30 }, (_, index) => ({ owners: [`q${String(index)}`], areas: [1000] }));
    const voteId = await openVote({ heads });
    const { closesAt = 0 } = await voteNow(voteId);
    const casts = heads.map(async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 4));
      // As if it came in just before the end, and took its time to the table.
      return cast({ voteId, line: index + 1, personId: `q${String(index)}`, now: closesAt - 1 });
    });
    const [answers] = await Promise.all([Promise.all(casts), sealVote(voteId)]);
    await tallyVote(voteId);
    const acknowledged = answers.filter((answer) => !isRefusal(answer)).length;
    expect(answers.filter(isRefusal).every(({ refused }) => refused === 'vote-closed')).toBe(true);
    expect((await voteNow(voteId)).result?.ballots.phone).toBe(acknowledged);
    expect((await findLog(voteId))?.heads).toBe(acknowledged);
  });

  it('gives way to an extension that came first, and casting goes on by it before the head has heard', async () => {
    const voteId = await openVote({ heads: [one] });
    const vote = await voteNow(voteId);
    const { closesAt = 0 } = vote;
    const effect = extended(vote, closesAt + DAY, '投票的人太少');
    if (isRefusal(effect)) throw new Error('not extended');
    await writeTogether(voteWrites(vote, effect, { maker: CLOCK, op: 'extend', now: closesAt - 1 }));
    await at(closesAt + 1, () => tick(closesAt + 1));
    expect((await voteNow(voteId)).status).toBe('open');
    expect((await findHead(voteId, { consistent: true }))?.closesAt).toBe(closesAt);
    await castDone({ voteId, line: 1, personId: 'p1', now: closesAt + 1000 });
    await closeVote(voteId);
    const { result, status } = await voteNow(voteId);
    expect([status, result?.log.size]).toEqual(['published', 4]);
  });

  it('ends the same however often its work is done again', async () => {
    const voteId = await openVote({ heads: [one, two] });
    await castDone({ voteId, line: 1, personId: 'p1' });
    await deliverLines(voteId, 2, 3);
    await closeVote(voteId);
    const before = await voteNow(voteId);
    await deliverLines(voteId, 2, 2);
    await tick(Date.now() + 8 * DAY);
    await runJob('vote-tally', voteId);
    expect(await voteNow(voteId)).toEqual(before);
    expect((await findLog(voteId))?.size).toBe(3);
  });
});

it('keeps a choice nowhere before the close', async () => {
  const wordsOf = async (choice: 'for' | 'against'): Promise<string> => {
    const voteId = await openVote({ heads: [one] });
    const written = jest.spyOn(process.stdout, 'write');
    const answer = await castDone({ voteId, line: 1, personId: 'p1', choices: { m1: choice } });
    await deliverLines(voteId, 1);
    const logged = JSON.stringify(written.mock.calls);
    written.mockRestore();
    const items = [
      ...(await queryAll({ pk: keys.ballotHead(voteId).pk })),
      ...(await queryAll(keys.ballotLines(voteId, 0))),
      ...(await queryAll({ pk: keys.voteLog(voteId).pk })),
      ...(await queryAll({ pk: keys.vote(voteId).pk })),
    ];
    const { ballot } = (await findLine(voteId, 1)) ?? {};
    return JSON.stringify({ items, answer, logged, length: ballot?.sealed.length });
  };
  const [yes, no] = [await wordsOf('for'), await wordsOf('against')];
  for (const words of [yes, no]) {
    expect(words).not.toMatch(/"for"|"against"/);
    expect(words).not.toContain(Buffer.from('"for"').toString('base64').slice(0, 6));
  }
  expect(/"length":(\d+)/.exec(yes)?.[1]).toBe(/"length":(\d+)/.exec(no)?.[1]);
});

it('tells no choice to who holds the casting key and all that is stored: the salt needs the caster’s own', async () => {
  const voteId = await openVote({ heads: [one] });
  const key = 'z'.repeat(22);
  await castDone({ voteId, line: 1, personId: 'p1', choices: { m1: 'for' }, key });
  const [head, line] = [await findHead(voteId), await findLine(voteId, 1)];
  if (head === undefined || line?.ballot === undefined) throw new Error('not cast');
  const { commitment, op } = line.ballot;
  const secrets = await castSecrets(voteId, head.keys);
  const madeBy = (secret: string): boolean =>
    (['for', 'against', 'abstain'] as const).some(
      (m1) =>
        commitment ===
        commitmentOf({
          vote: voteId,
          line: line.mark,
          version: 1,
          salt: secrets.saltOf(1, 1, secret),
          choices: canonicalChoices(head.matters, { m1 }),
        }),
    );
  const stored = JSON.stringify(await queryAll(keys.ballotLineWhole(voteId, 1)));
  expect(stored).not.toContain(key);
  expect([op, line.lastOp ?? '', 'p1', voteId].filter(madeBy)).toEqual([]);
  expect(madeBy(key)).toBe(true);
});

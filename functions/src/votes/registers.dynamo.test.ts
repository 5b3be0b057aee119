import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { MyLine } from '@gongyi/shared/votes/contract';
import {
  Box,
  BoxState,
  LogView,
  MOST_FACES,
  RegisterLine,
  getMyLines,
  getReceipt,
} from '@gongyi/shared/votes/contract';
import { listAccess } from '@gongyi/shared/people/contract';
import { checkpointBody, parseCheckpoint } from '@gongyi/shared/votes/log/checkpoint';
import { DAY } from '@gongyi/shared/kernel/time';
import type { Matter } from '@gongyi/shared/votes/vote';
import { TIMELINE_STEPS } from '@gongyi/shared/votes/vote-steps';
import { getVote, listBallotEvents, listRegister } from '@gongyi/shared/votes/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { upload } from '../media/media-for-tests';
import { newDistrict, newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import {
  announceVote,
  bind,
  at,
  closeVote,
  deliverLines,
  homeIdOf,
  runJob,
  sealVote,
  tallyVote,
  tick,
  voteNow,
} from './ballots-for-tests';
import { readPdf } from '../platform/read-pdf-for-tests';
import { CLOCK } from '../platform/record-item';
import { changeOnce, putAll, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { countAgain } from './count-again-for-tests';
import { getFile } from './vote-file-store';
import { findLog } from './vote-log-store';
import { voteSteps, voteWrites } from './vote-store';

const services = withServices();
jest.setTimeout(120_000);

const done = (answer: Answer): unknown => {
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.body;
};
const codeOf = ({ status, body }: Answer): string =>
  status === 200 ? 'done' : z.parse(z.object({ code: z.string() }), body).code;

let administrator: Someone;
let worker: Someone;
let second: Someone;
let colleague: Someone;
let manager: Someone;
let employee: Someone;
const COMPOUND = 'rg.s1.c1.x1';

beforeAll(async () => {
  administrator = await newDistrict(services, 'rg');
  const staff = async (name: string, role: string, scope: object): Promise<Someone> => {
    const person = await newPerson(services, name);
    done(await administrator.post('/grants', { phone: person.phone, role, ...scope }));
    return person;
  };
  const company = z.parse(
    z.object({ id: z.string() }),
    done(
      await administrator.post('/organisations', {
        kind: 'property-company',
        name: '和谐物业',
        servesPlaceIds: [COMPOUND],
      }),
    ),
  );
  worker = await staff('李建国', 'community-worker', { placeId: 'rg.s1.c1' });
  colleague = await staff('赵敏', 'community-worker', { placeId: 'rg.s1.c1' });
  second = await staff('吴主任', 'owners-committee-director', { placeId: COMPOUND });
  manager = await staff('郑经理', 'manager', { organisationId: company.id });
  employee = await staff('小郑', 'manager', { organisationId: company.id });
}, 60_000);

interface Roll {
  /** Owners of each head; a head of `onRoll` owners that the roll names. */
  readonly owners: readonly (readonly Someone[])[];
  readonly onRoll?: readonly number[];
  readonly rules?: object;
}

/** A vote of its own over a compound of its own below the community of the staff. */
let compounds = 1;
/** A compound whose homes are of one vote alone. */
const freshCompound = (): string => {
  compounds += 1;
  return `rg.s1.c1.x${String(compounds)}`;
};

const openVoteFor = async ({ owners, onRoll, rules = {} }: Roll, more: object = {}) => {
  const voteId = await announceVote({
    compoundId: freshCompound(),
    heads: owners.map((each, index) => ({
      owners: each.map(({ personId }) => personId),
      onRoll: onRoll?.[index] ?? each.length,
      areas: [8000],
    })),
    rules,
    ...more,
  });
  await tick();
  await runJob('vote-open', voteId);
  return voteId;
};
const myLine = async (someone: Someone, voteId: string): Promise<MyLine> => {
  const { lines } = z.parse(getMyLines.reply, done(await someone.get(`/ballots/${voteId}/mine`)));
  const [line] = lines;
  if (line === undefined) throw new Error('no line of theirs');
  return line;
};
const castBy = (someone: Someone, voteId: string, line = 1, key?: string): Promise<Answer> =>
  someone.post(`/ballots/${voteId}/lines/${String(line)}/cast`, { choices: { m1: 'for' } }, key);
const onLine = (someone: Someone, voteId: string, line: number, verb: string, body: object = {}, key?: string) =>
  someone.post(`/ballots/${voteId}/lines/${String(line)}/${verb}`, body, key);

const looksAt = async (someone: Someone) => z.parse(listAccess.reply, done(await someone.get('/me/access'))).items;

describe('electors', () => {
  it('co-owners name one of them, and only that one casts', async () => {
    const [a, b, outsider] = [
      await newPerson(services, '甲'),
      await newPerson(services, '乙'),
      await newPerson(services, '丙'),
    ];
    const voteId = await openVoteFor({ owners: [[a, b]] });
    expect((await myLine(a, voteId)).state).toBe('voter-unnamed');
    expect(codeOf(await castBy(a, voteId))).toBe('voter-not-named');
    expect(codeOf(await onLine(a, voteId, 1, 'voter', { personId: outsider.personId }))).toBe('not-a-co-owner');
    expect(codeOf(await onLine(outsider, voteId, 1, 'voter', { personId: a.personId }))).toBe('not-found');
    await Promise.all([a, b].map((each) => onLine(each, voteId, 1, 'voter', { personId: b.personId }).then(done)));
    expect(await myLine(b, voteId)).toMatchObject({ state: 'may-cast', elector: { mine: true, by: 'co-owners' } });
    expect(codeOf(await castBy(a, voteId))).toBe('not-the-elector');
    done(await castBy(b, voteId));
    expect(codeOf(await onLine(a, voteId, 1, 'voter', { personId: a.personId }))).toBe('already-cast');
  });

  it('shows a head to its owners by the frozen roll alone, and to others of a household their own home at most', async () => {
    const [owner, buyer, tenant] = [
      await newPerson(services, '业主'),
      await newPerson(services, '买家'),
      await newPerson(services, '租客'),
    ];
    const compoundId = freshCompound();
    const voteId = await announceVote({ compoundId, heads: [{ owners: [owner.personId], areas: [8000, 9000] }] });
    await tick();
    await runJob('vote-open', voteId);
    const second = homeIdOf(compoundId, 0, 1);
    await putAll([
      ...bind(compoundId, buyer.personId, second),
      ...bind(compoundId, tenant.personId, second).map((item) => ({ ...item, relation: 'tenant' })),
    ]);
    const seenBy = async (someone: Someone): Promise<MyLine[]> =>
      z.parse(getMyLines.reply, done(await someone.get(`/ballots/${voteId}/mine`))).lines;
    expect((await seenBy(owner))[0]).toMatchObject({ area: 17_000, coOwners: 1, state: 'may-cast' });
    // Who bought one home since the freeze is told that another holds the ballot, and nothing of the head.
    const theirs = { homes: [{ homeId: second, name: expect.any(String), area: 9000 }], area: 9000 };
    expect(await seenBy(buyer)).toEqual([{ line: 1, ...theirs, state: 'other-elector', asProxy: false }]);
    expect(await seenBy(tenant)).toEqual([]);
    // A paper that came back is the household's to disown.
    done(await onLine(worker, voteId, 1, 'delivery', { serial: 5, way: 'signed' }));
    expect(await seenBy(tenant)).toEqual([]);
    done(await onLine(worker, voteId, 1, 'return', { serial: 5, by: 'owner' }));
    expect(await seenBy(tenant)).toMatchObject([{ ...theirs, state: 'paper', paper: { mayDisown: true } }]);
    const disowned = done(await onLine(tenant, voteId, 1, 'disown', { words: '不是我家投的' }));
    expect(disowned).toMatchObject({ ...theirs, paper: { mayDisown: false } });
    expect(disowned).not.toHaveProperty('elector');
    expect(disowned).not.toHaveProperty('coOwners');
  });

  it('a proxy holds no more heads than the rules allow, however many are registered at once', async () => {
    const owners = await Promise.all(['一', '二', '三', '四'].map((name) => newPerson(services, name)));
    const proxy = await newPerson(services, '受托');
    const voteId = await openVoteFor({ owners: owners.map((one) => [one]), rules: { headsPerProxy: 2 } });
    const photos = [await upload(worker)];
    const register = (line: number) =>
      onLine(worker, voteId, line, 'proxy', { phone: proxy.phone, reason: '书面委托', photos });
    const codes = (await Promise.all([1, 2, 3, 4].map(register))).map(codeOf);
    expect(codes.sort()).toEqual(['done', 'done', 'proxy-limit', 'proxy-limit']);
    const { lines } = z.parse(getMyLines.reply, done(await proxy.get(`/ballots/${voteId}/mine`)));
    expect(lines.map(({ asProxy, state }) => [asProxy, state])).toEqual([
      [true, 'may-cast'],
      [true, 'may-cast'],
    ]);
    const [first, other] = lines.map(({ line }) => line);
    done(await castBy(proxy, voteId, first));
    expect(codeOf(await castBy(owners[(first ?? 1) - 1] ?? proxy, voteId, first))).toBe('not-the-elector');
    // Ended after it was used and before: staff are answered the same, down to the entries of the register.
    const ended = [];
    for (const line of [first ?? 1, other ?? 1]) {
      const answer = z.parse(RegisterLine, done(await onLine(worker, voteId, line, 'proxy/end', { reason: '撤回' })));
      ended.push({ ...answer, line: 0, homes: [], elector: { ...answer.elector, name: '', at: 0 } });
    }
    expect(ended[0]).toEqual(ended[1]);
    expect(ended[0]?.elector).toMatchObject({ by: 'roll' });
    expect(codeOf(await castBy(proxy, voteId, other))).toBe('not-found');
    const [usedBy, unusedBy] = [owners[(first ?? 1) - 1] ?? proxy, owners[(other ?? 1) - 1] ?? proxy];
    // The ballot that was cast stays, and is the head's only one.
    expect((await myLine(usedBy, voteId)).state).toBe('cast');
    expect(codeOf(await castBy(usedBy, voteId, first))).toBe('already-cast');
    done(await castBy(unusedBy, voteId, other));
    // Only the place that was not used is free again.
    const third = [1, 2, 3, 4].filter((line) => line !== first && line !== other);
    expect(codeOf(await register(third[0] ?? 3))).toBe('done');
    expect(await looksAt(usedBy)).toEqual([]);
    expect(codeOf(await register(third[1] ?? 4))).toBe('proxy-limit');
    // That one was used is learned from this, and written down.
    expect(await looksAt(usedBy)).toMatchObject([{ what: 'vote', role: 'community-worker' }]);
    expect(await looksAt(unusedBy)).toEqual([]);
    await closeVote(voteId);
    expect((await voteNow(voteId)).result?.ballots).toEqual({ phone: 1, proxy: 1, paper: 0, spoiled: 0 });
  });

  it('staff name one person for no more heads of others than a proxy may hold, however many at once', async () => {
    const owners = await Promise.all(['一', '二', '三', '四', '五'].map((name) => newPerson(services, name)));
    const [own, other] = [owners[4], await newPerson(services, '别的')];
    if (own === undefined) throw new Error('people');
    const voteId = await openVoteFor({ owners: owners.map((one) => [one]), rules: { headsPerProxy: 2 } });
    const photos = [await upload(worker)];
    const give = (verb: string, line: number, to: Someone) =>
      onLine(worker, voteId, line, verb, { phone: to.phone, reason: '书面材料', photos });
    // Named and by authorisation, for others: together no more than two. Their own head is not counted.
    done(await give('elector', 5, own));
    const racing = await Promise.all([1, 2, 3, 4].map((line) => give(line % 2 === 0 ? 'proxy' : 'elector', line, own)));
    expect(racing.map(codeOf).sort()).toEqual(['done', 'done', 'proxy-limit', 'proxy-limit']);
    const held = racing.flatMap((answer, index) => (codeOf(answer) === 'done' ? [index + 1] : []));
    const [kept = 1, lost = 2] = held;
    const free = [1, 2, 3, 4].filter((line) => !held.includes(line));
    // Whoever loses a line has the place free again; one who is named for what they hold already needs none more.
    expect(codeOf(await give('elector', kept, own))).toBe('done');
    expect(codeOf(await give('elector', free[0] ?? 3, own))).toBe('proxy-limit');
    done(await give('elector', lost, other));
    done(await give('elector', free[0] ?? 3, own));
    expect(codeOf(await give('proxy', free[1] ?? 4, own))).toBe('proxy-limit');
    // Under an authorisation a line is still theirs, and so is the place.
    done(await give('proxy', kept, other));
    expect(codeOf(await give('proxy', free[1] ?? 4, own))).toBe('proxy-limit');
    expect(codeOf(await give('proxy', kept, own))).toBe('proxy-same');
    done(await onLine(worker, voteId, kept, 'proxy/end', { reason: '撤回' }));
    done(await castBy(own, voteId, kept));
    done(await castBy(own, voteId, 5));
    expect(codeOf(await castBy(own, voteId, lost))).toBe('not-found');
  });

  it('nobody of the company that the owners hire is named for them, nor is one person for many where none may be a proxy', async () => {
    const [one, two] = [await newPerson(services, '房一'), await newPerson(services, '房二')];
    const developer = await newPerson(services, '开发商');
    const voteId = await openVoteFor(
      { owners: [[], [], []], onRoll: [0, 1, 1], rules: { headsPerProxy: 0 } },
      { compoundId: COMPOUND },
    );
    const photos = [await upload(worker)];
    const name = async (line: number, to: Someone) =>
      codeOf(await onLine(worker, voteId, line, 'elector', { phone: to.phone, reason: '授权书', photos }));
    expect(await name(1, manager)).toBe('works-for-company');
    expect(await name(1, developer)).toBe('done');
    expect(await name(2, developer)).toBe('proxy-limit');
    expect([await name(2, one), await name(3, two)]).toEqual(['done', 'done']);
  });

  it('nobody of the company that the owners hire is a proxy, but who owns a home that decides with the others', async () => {
    const [one, two] = [await newPerson(services, '房一'), await newPerson(services, '房二')];
    const photos = [await upload(worker)];
    const proxy = async (voteId: string, to: Someone) =>
      codeOf(await onLine(worker, voteId, 1, 'proxy', { phone: to.phone, reason: '书面委托', photos }));
    const elsewhere = await openVoteFor({ owners: [[employee]] });
    const voteId = await openVoteFor({ owners: [[one], [two]] }, { compoundId: COMPOUND });
    expect(await proxy(voteId, employee)).toBe('works-for-company');
    expect((await myLine(one, voteId)).elector).toMatchObject({ mine: true, by: 'roll' });
    // Owning elsewhere is no part in this vote; who does not work for the company may be anybody.
    expect((await myLine(employee, elsewhere)).state).toBe('may-cast');
    expect(await proxy(voteId, second)).toBe('done');
    const theirs = await openVoteFor({ owners: [[one], [employee]] }, { compoundId: COMPOUND });
    expect(await proxy(theirs, employee)).toBe('done');
  });

  it('an authorisation that ends just as it is used counts as used by the proxy, or not at all', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [owner, proxy] = [await newPerson(services, '委托'), await newPerson(services, '受托')];
      const voteId = await openVoteFor({ owners: [[owner]] });
      const given = { phone: proxy.phone, reason: '书面委托', photos: [await upload(worker)] };
      done(await onLine(worker, voteId, 1, 'proxy', given));
      const [end, cast] = await Promise.all([
        onLine(worker, voteId, 1, 'proxy/end', { reason: '撤回' }),
        castBy(proxy, voteId),
      ]);
      expect(codeOf(end)).toBe('done');
      const used = codeOf(cast) === 'done';
      expect((await myLine(owner, voteId)).state).toBe(used ? 'cast' : 'may-cast');
      await closeVote(voteId);
      const count = used ? 1 : 0;
      expect((await voteNow(voteId)).result?.ballots).toEqual({ phone: 0, proxy: count, paper: 0, spoiled: 0 });
    }
  });

  it('who keeps the registers learns of a ballot cast by phone only where that is written down for its owner', async () => {
    const [voter, other] = [await newPerson(services, '已投'), await newPerson(services, '别人')];
    const voteId = await openVoteFor({ owners: [[voter]] });
    done(await castBy(voter, voteId));
    // A paper may go to any door, whatever was cast there.
    done(await onLine(worker, voteId, 1, 'delivery', { serial: 61, way: 'signed' }));
    expect(await looksAt(voter)).toEqual([]);
    const given = { phone: other.phone, reason: '书面材料', photos: [await upload(worker)] };
    expect(codeOf(await onLine(manager, voteId, 1, 'elector', given))).toBe('not-found');
    expect(await looksAt(voter)).toEqual([]);
    expect(codeOf(await onLine(worker, voteId, 1, 'return', { serial: 61, by: 'owner' }))).toBe('already-cast');
    expect(await looksAt(voter)).toMatchObject([{ what: 'vote', role: 'community-worker' }]);
  });

  it.each(['elector', 'proxy'])('a ballot learned of by a refused %s is written down as well', async (verb) => {
    const [voter, other] = [await newPerson(services, '已投'), await newPerson(services, '别人')];
    const voteId = await openVoteFor({ owners: [[voter]] });
    done(await castBy(voter, voteId));
    const given = { phone: other.phone, reason: '书面材料', photos: [await upload(worker)] };
    expect(codeOf(await onLine(worker, voteId, 1, verb, given))).toBe('already-cast');
    expect(await looksAt(voter)).toMatchObject([{ what: 'vote', role: 'community-worker' }]);
  });

  it('nobody learns when an owner by the roll came to their line before the vote is published, and looks are noted', async () => {
    const [known, late, other] = await Promise.all(['先到', '后到', '另托'].map((name) => newPerson(services, name)));
    if (known === undefined || late === undefined || other === undefined) throw new Error('people');
    const compoundId = freshCompound();
    const voteId = await openVoteFor({ owners: [[known], [late], [late, other]] }, { compoundId });
    // Who comes after the opening: their line is nobody's until they look.
    await changeOnce({
      key: keys.ballotLine(voteId, 2),
      set: { elector: undefined, electorBy: undefined, electorAt: undefined },
      when: 'attribute_exists(pk)',
      op: 'not-yet',
    });
    const register = async (filter: string) =>
      z
        .parse(listRegister.reply, done(await worker.get(`/ballots/${voteId}/lines?filter=${filter}`)))
        .items.map(({ line, elector }) => [line, elector?.by, elector?.at]);
    const entries = async (query = '') =>
      z.parse(listBallotEvents.reply, done(await worker.get(`/ballots/${voteId}/events${query}`)));

    // One line looked up by its home, or among all others, tells the same as in the list of those nobody holds.
    expect(await looksAt(late)).toEqual([]);
    done(await worker.get(`/ballots/${voteId}/homes/${homeIdOf(compoundId, 1)}`));
    expect(await looksAt(late)).toMatchObject([{ what: 'vote', role: 'community-worker' }]);
    expect(await looksAt(other)).toEqual([]);
    expect(await register('all')).toHaveLength(3);
    expect(await looksAt(other)).toMatchObject([{ what: 'vote', role: 'community-worker' }]);
    expect(await register('no-elector')).toEqual([
      [2, undefined, undefined],
      [3, undefined, undefined],
    ]);
    for (const person of [late, other])
      expect(await looksAt(person)).toMatchObject([{ what: 'vote', role: 'community-worker' }]);
    expect(await looksAt(known)).toEqual([]);

    const photos = [await upload(worker)];
    done(await onLine(worker, voteId, 3, 'elector', { phone: late.phone, reason: '书面商定', photos }));
    done(await castBy(late, voteId, 2));
    done(await onLine(worker, voteId, 1, 'delivery', { serial: 71, way: 'signed' }));
    expect(await register('all')).toEqual([
      [1, 'roll', undefined],
      [2, 'roll', undefined],
      [3, 'staff', expect.any(Number)],
    ]);
    const running = await entries('?limit=1');
    expect(running.items.map(({ kind }) => kind)).toEqual(['delivered']);
    const older = await entries(`?limit=1&cursor=${running.cursor ?? ''}`);
    expect(older.items.map(({ kind }) => kind)).toEqual(['elector-named']);

    await closeVote(voteId);
    expect((await register('all')).map(([, , since]) => typeof since)).toEqual(['number', 'number', 'number']);
    expect((await entries()).items.map(({ kind }) => kind)).toEqual(['delivered', 'elector-claimed', 'elector-named']);
  });

  it('staff name the developer’s representative; racing a cast, one of the two holds', async () => {
    const [developer, owner] = [await newPerson(services, '开发'), await newPerson(services, '业主')];
    const voteId = await openVoteFor({ owners: [[owner], []], onRoll: [1, 0] });
    const photos = [await upload(worker)];
    const named = { phone: developer.phone, reason: '授权书', photos };
    const key = randomUUID();
    const first = await onLine(worker, voteId, 2, 'elector', named, key);
    expect(z.parse(RegisterLine, done(first)).elector?.by).toBe('staff');
    expect(await onLine(worker, voteId, 2, 'elector', named, key)).toEqual(first);
    expect(codeOf(await onLine(manager, voteId, 1, 'elector', named))).toBe('not-found');
    const { lines } = z.parse(getMyLines.reply, done(await developer.get(`/ballots/${voteId}/mine`)));
    expect(lines).toMatchObject([{ line: 2, state: 'may-cast', asProxy: false }]);
    done(await castBy(developer, voteId, 2));
    const [changed, cast] = await Promise.all([onLine(worker, voteId, 1, 'elector', named), castBy(owner, voteId, 1)]);
    expect([codeOf(changed), codeOf(cast)]).toEqual(
      codeOf(cast) === 'done' ? ['already-cast', 'done'] : ['done', expect.stringMatching(/not-found|not-the-elector/)],
    );
  });
});

const LIFT: Matter = { id: 'm1', kind: 'fund-use', title: '更换电梯', words: '更换 3 号电梯', attachments: [] };
const ELECTION: Matter = {
  id: 'm2',
  kind: 'committee-election',
  title: '选举业委会',
  words: '选举业主委员会委员',
  attachments: [],
  election: {
    seats: 1,
    alternates: 0,
    candidates: [
      { id: 'c1', name: '王样一', about: '退休教师', by: 'self' },
      { id: 'c2', name: '赵样二', about: '楼栋长', by: 'self' },
    ],
  },
};

describe('paper', () => {
  const paperOut = async (voteId: string, line: number, serial: number): Promise<void> => {
    done(await onLine(worker, voteId, line, 'delivery', { serial, way: 'signed' }));
  };
  const giveBack = (voteId: string, line: number, serial: number): Promise<Answer> =>
    onLine(worker, voteId, line, 'return', { serial, by: 'owner' });

  it('uses up the head’s ballot or comes too late for it', async () => {
    const owner = await newPerson(services, '纸一');
    const voteId = await openVoteFor({ owners: [[owner]] });
    await paperOut(voteId, 1, 7);
    const [back, cast] = await Promise.all([giveBack(voteId, 1, 7), castBy(owner, voteId)]);
    expect([codeOf(back), codeOf(cast)].sort()).toEqual(
      codeOf(back) === 'done' ? ['done', 'paper-returned'] : ['already-cast', 'done'],
    );
  });

  it('is counted twice over, by two people, watched, and stands in the log like any other', async () => {
    const [one, two, three, four] = await Promise.all(
      ['纸甲', '纸乙', '纸丙', '手机'].map((name) => newPerson(services, name)),
    );
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('people');
    const watcher = await newPerson(services, '监票');
    const scrutineers = [{ personId: watcher.personId, name: '监票' }];
    const voteId = await openVoteFor(
      { owners: [[one], [two], [three], [four]] },
      { scrutineers, compoundId: COMPOUND },
    );
    for (const line of [1, 2, 3]) await paperOut(voteId, line, 100 + line);
    expect(codeOf(await onLine(worker, voteId, 4, 'delivery', { serial: 101, way: 'posted' }))).toBe('serial-taken');
    expect(codeOf(await giveBack(voteId, 1, 102))).toBe('serial-unknown');
    for (const line of [1, 2, 3]) done(await giveBack(voteId, line, 100 + line));
    done(await castBy(four, voteId, 4));
    expect((await myLine(three, voteId)).paper).toMatchObject({ serial: 103, mayDisown: true });
    // Two disown theirs: one is voided and votes by phone, one is settled only at the counting.
    for (const [someone, line] of [
      [three, 3],
      [two, 2],
    ] as const)
      done(await onLine(someone, voteId, line, 'disown', { words: '不是我投的' }));
    expect(codeOf(await onLine(three, voteId, 3, 'disown'))).toBe('already-disowned');
    done(await onLine(worker, voteId, 3, 'settle', { keep: false, reason: '核实为误登' }));
    expect(codeOf(await giveBack(voteId, 3, 103))).toBe('serial-unknown');
    expect(codeOf(await onLine(worker, voteId, 3, 'delivery', { serial: 103, way: 'signed' }))).toBe('serial-taken');
    done(await castBy(three, voteId, 3));
    await deliverLines(voteId, 4, 2);

    // A delegate's key goes into the log, and signs what the log signed.
    const keys = generateKeyPairSync('ed25519');
    const key = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    expect(codeOf(await one.post(`/ballots/${voteId}/log/witnesses`, { party: 'owners-committee', key }))).toBe(
      'not-found',
    );
    expect(codeOf(await manager.post(`/ballots/${voteId}/log/witnesses`, { party: 'owners-committee', key }))).toBe(
      'party-not-yours',
    );
    done(await second.post(`/ballots/${voteId}/log/witnesses`, { party: 'owners-committee', key }));

    await sealVote(voteId);
    expect((await voteNow(voteId)).status).toBe('counting');
    const box = async (someone: Someone): Promise<Box> =>
      z.parse(Box, done(await someone.get(`/ballots/${voteId}/box`)));
    expect((await box(worker)).items.map(({ line, disputed }) => [line, disputed])).toEqual([
      [1, false],
      [2, true],
    ]);
    const read = (someone: Someone, line: number, what: 'entry' | 'confirmation', body: object) =>
      someone.post(`/ballots/${voteId}/papers/${String(line)}/${what}`, body);
    const against = { kind: 'choices', choices: { m1: 'against' } };
    expect(codeOf(await read(worker, 2, 'entry', against))).toBe('paper-disputed');
    done(await onLine(worker, voteId, 2, 'settle', { keep: true, reason: '本人到场确认' }));
    // Nobody took a picture of its face before the close; who reads it out does, and it stays for a second reading.
    expect((await box(worker)).items[0]?.photos).toEqual([]);
    expect(codeOf(await read(worker, 1, 'entry', against))).toBe('photo-needed');
    const [face, other] = [await upload(worker), await upload(worker)];
    expect(codeOf(await read(second, 1, 'entry', { ...against, photos: [face] }))).toBe('photos-unknown');
    done(await read(worker, 1, 'entry', { ...against, photos: [face] }));
    const faces = async () => (await box(second)).items[0]?.photos.map(({ mediaId }) => mediaId);
    expect(await faces()).toEqual([face]);
    // Nobody puts a reading, or a picture, of their own in its place.
    const theirs = { ...against, photos: [await upload(second)] };
    expect(await read(second, 1, 'entry', theirs)).toMatchObject({
      body: { code: 'move-not-allowed', facts: { state: 'entered' } },
    });
    expect((await box(worker)).items[0]).toMatchObject({ state: 'entered', enteredByMe: true });
    expect(await faces()).toEqual([face]);
    expect(codeOf(await read(worker, 1, 'confirmation', against))).toBe('own-entry');
    const differs = done(await read(second, 1, 'confirmation', { kind: 'choices', choices: { m1: 'for' } }));
    expect(differs).toMatchObject({ state: 'differs' });
    // What is taken later stands beside the first picture; of many the first and the newest are kept.
    const again = await upload(worker);
    done(await read(worker, 1, 'entry', { ...against, photos: [again, face] }));
    expect(await faces()).toEqual([face, again]);
    const many = await Promise.all(Array.from({ length: MOST_FACES }, () => upload(worker)));
    done(await read(worker, 1, 'entry', { ...against, photos: many }));
    expect(await faces()).toEqual([face, ...many.slice(1)]);
    done(await read(worker, 1, 'entry', against));
    expect(await faces()).toEqual([face, ...many.slice(1)]);
    expect(JSON.stringify(await box(second))).not.toContain('against');
    expect(done(await read(second, 1, 'confirmation', against))).toMatchObject({ state: 'confirmed' });
    expect(codeOf(await watcher.post(`/ballots/${voteId}/box/signature`))).toBe('papers-uncounted');
    done(await read(worker, 2, 'entry', { kind: 'spoiled', reason: '两项都划', photos: [other] }));
    done(await read(second, 2, 'confirmation', { kind: 'spoiled', reason: '选了两项' }));
    expect(codeOf(await worker.post(`/ballots/${voteId}/box/finish`))).toBe('count-unsigned');
    done(await watcher.post(`/ballots/${voteId}/box/signature`));
    const finish = randomUUID();
    done(await worker.post(`/ballots/${voteId}/box/finish`, {}, finish));
    expect(z.parse(BoxState, done(await worker.post(`/ballots/${voteId}/box/finish`, {}, finish))).status).toBe(
      'tallying',
    );
    await tallyVote(voteId);

    const { result } = await voteNow(voteId);
    expect(result?.ballots).toEqual({ phone: 2, proxy: 0, paper: 1, spoiled: 1 });
    expect(result?.questions[0]?.tally).toMatchObject({
      tookPart: { heads: 3 },
      against: { heads: 1 },
      for: { heads: 2 },
    });
    await cosigned(second, voteId, key, keys.privateKey);
    const log = await findLog(voteId);
    const bundle: unknown = JSON.parse(Buffer.from((await getFile(log?.bundle?.key ?? '')) ?? []).toString());
    expect(bundle).toMatchObject({ cosigned: [expect.stringMatching(/owners-committee$/)] });
    expect(await countAgain(bundle)).toMatchObject({ ok: true, problems: [] });
    const receipt = z.parse(getReceipt.reply, done(await four.get(`/ballots/${voteId}/lines/4/receipt`))).receipt;
    expect(receipt?.index).toBeLessThan(receipt?.size ?? 0);
    expect(codeOf(await manager.get(`/ballots/${voteId}/participation`))).toBe('not-found');
    const shown = done(await four.get(`/ballots/${voteId}/participation`));
    expect(shown).toMatchObject({
      items: [{ tookPart: true }, { tookPart: false }, { tookPart: true }, { tookPart: true }],
    });
  });

  /** A vote of one paper, counted a day after it was sealed and to be signed by two. */
  const countedForTwo = async () => {
    const [owner, signs, silent] = [
      await newPerson(services, '纸票'),
      await newPerson(services, '会签'),
      await newPerson(services, '不签'),
    ];
    const scrutineers = [signs, silent].map(({ personId }, index) => ({
      personId,
      name: ['甲监票', '乙监票'][index] ?? '',
    }));
    const voteId = await openVoteFor({ owners: [[owner]] }, { scrutineers });
    await paperOut(voteId, 1, 1);
    done(await giveBack(voteId, 1, 1));
    await sealVote(voteId);
    const { sealedAt = 0 } = await voteNow(voteId);
    const counter = await newPerson(services, '计票');
    done(
      await administrator.post('/grants', { phone: counter.phone, role: 'community-secretary', placeId: 'rg.s1.c1' }),
    );
    const read = (someone: Someone, what: string, more: object = {}) =>
      someone.post(`/ballots/${voteId}/papers/1/${what}`, { kind: 'choices', choices: { m1: 'for' }, ...more });
    done(await read(worker, 'entry', { photos: [await upload(worker)] }));
    const counted = sealedAt + DAY;
    done(await at(counted, () => read(counter, 'confirmation')));
    return { voteId, owner, signs, silent, counted };
  };

  it('is not held up for ever by a scrutineer: after their days it ends without them, by name and with the reason', async () => {
    const { voteId, owner, signs, silent, counted } = await countedForTwo();
    const finish = (when: number, body: object, key?: string) =>
      at(when, () => worker.post(`/ballots/${voteId}/box/finish`, body, key));
    const why = { unsigned: '住院，三次联系未到场' };
    expect(codeOf(await at(counted + DAY, () => signs.post(`/ballots/${voteId}/box/signature`)))).toBe('done');
    expect(codeOf(await finish(counted + 3 * DAY - 1, why))).toBe('count-unsigned');
    // Never silently, and by nobody else.
    expect(codeOf(await finish(counted + 3 * DAY, {}))).toBe('count-unsigned');
    expect(codeOf(await at(counted + 3 * DAY, () => signs.post(`/ballots/${voteId}/box/finish`, why)))).toBe(
      'not-found',
    );
    const box = z.parse(Box, done(await at(counted + 3 * DAY, () => worker.get(`/ballots/${voteId}/box`))));
    expect(box).toMatchObject({ mayFinish: true, signedUntil: counted + 3 * DAY });
    const key = randomUUID();
    const ended = done(await finish(counted + 3 * DAY, why, key));
    expect(ended).toMatchObject({ status: 'tallying' });
    expect(done(await finish(counted + 3 * DAY, why, key))).toEqual(ended);
    // What the record says of them stays so.
    const late = await at(counted + 3 * DAY, () => silent.post(`/ballots/${voteId}/box/signature`));
    expect(codeOf(late)).toBe('move-not-allowed');
    await tallyVote(voteId);
    const viewed = async () => z.parse(getVote.reply, done(await owner.get(`/votes/${voteId}`)));
    expect((await viewed()).unsigned).toEqual({ names: ['乙监票'] });
    const step = (await voteSteps(voteId)).find(({ kind }) => kind === 'counted');
    if (step === undefined) throw new Error('not counted');
    expect(step).toMatchObject({ words: `未签字：乙监票，因${why.unsigned}`, facts: { unsigned: 1 } });
    const unsigned = { names: ['乙监票'], reason: why.unsigned };
    expect((await voteNow(voteId)).unsigned).toEqual({ ...unsigned, rev: step.rev });
    // It stays told when the timeline is full of newer steps; the reason once its words are checked.
    for (let made = 0; made < TIMELINE_STEPS; made += 1) {
      const doing = { maker: CLOCK, op: `objected-${String(made)}`, now: Date.now() };
      const effect = { change: {}, event: { kind: 'objected' as const } };
      expect(await writeTogether(voteWrites(await voteNow(voteId), effect, doing))).toMatchObject({ done: true });
    }
    const crowded = await viewed();
    expect(crowded.timeline.map(({ kind }) => kind)).not.toContain('counted');
    expect(crowded.unsigned).toEqual({ names: ['乙监票'] });
    const clear = { key: keys.voteStep(voteId, step.rev), set: { wordsCheck: 'clear' }, when: 'attribute_exists(pk)' };
    await changeOnce({ ...clear, op: 'verdict' });
    expect((await viewed()).unsigned).toEqual(unsigned);
  });

  it('leaves a scrutineer their days also from when the last paper was voided', async () => {
    const [first, other] = [await newPerson(services, '纸甲'), await newPerson(services, '纸乙')];
    const watcher = await newPerson(services, '监票');
    const scrutineers = [{ personId: watcher.personId, name: '监票' }];
    const voteId = await openVoteFor({ owners: [[first], [other]] }, { scrutineers });
    for (const line of [1, 2]) await paperOut(voteId, line, line);
    for (const line of [1, 2]) done(await giveBack(voteId, line, line));
    for (const [someone, line] of [
      [first, 1],
      [other, 2],
    ] as const)
      done(await onLine(someone, voteId, line, 'disown', { words: '不是我投的' }));
    await sealVote(voteId);
    const { sealedAt = 0 } = await voteNow(voteId);
    const [late, later] = [sealedAt + 5 * DAY, sealedAt + 6 * DAY];
    const settle = (line: number, key?: string) =>
      onLine(worker, voteId, line, 'settle', { keep: false, reason: '核实为误登' }, key);
    // Voided at once, one of them twice by the same key.
    const key = randomUUID();
    const settled = await at(late, () => Promise.all([settle(1, key), settle(1, key), settle(2)]));
    expect(settled.map(codeOf)).toEqual(['done', 'done', 'done']);
    const finish = (when: number) =>
      at(when, () => worker.post(`/ballots/${voteId}/box/finish`, { unsigned: '联系不上' }));
    expect(codeOf(await finish(late))).toBe('count-unsigned');
    const box = z.parse(Box, done(await at(later, () => worker.get(`/ballots/${voteId}/box`))));
    expect(box).toMatchObject({ mayFinish: false, signedUntil: late + 3 * DAY });
    expect(box.counts).toEqual({ papers: 0, entered: 0, confirmed: 0 });
    expect(codeOf(await finish(late + 3 * DAY))).toBe('done');
  });

  it('is opened for no scrutineer whom the property company has hired', async () => {
    const [owner, watcher] = [await newPerson(services, '户主'), await newPerson(services, '监票')];
    const scrutineers = [watcher, employee].map(({ personId }) => ({ personId, name: '监票' }));
    const voteId = await openVoteFor({ owners: [[owner]] }, { scrutineers, compoundId: COMPOUND });
    await paperOut(voteId, 1, 101);
    done(await giveBack(voteId, 1, 101));
    await deliverLines(voteId, 1, 2);
    await sealVote(voteId);
    z.parse(Box, done(await watcher.get(`/ballots/${voteId}/box`)));
    expect(codeOf(await employee.get(`/ballots/${voteId}/box`))).toBe('not-found');
    expect(codeOf(await employee.post(`/ballots/${voteId}/box/signature`))).toBe('not-found');
  });

  it('is ended without a scrutineer or signed by them, never both', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { voteId, signs, silent, counted } = await countedForTwo();
      const why = { unsigned: '联系不上' };
      await at(counted + DAY, () => signs.post(`/ballots/${voteId}/box/signature`));
      const [signed, ended] = await at(counted + 4 * DAY, () =>
        Promise.all([
          silent.post(`/ballots/${voteId}/box/signature`),
          worker.post(`/ballots/${voteId}/box/finish`, why),
        ]),
      );
      expect(codeOf(ended)).toBe('done');
      const { unsigned } = await voteNow(voteId);
      expect([codeOf(signed), unsigned?.names]).toEqual(
        unsigned === undefined ? ['done', undefined] : ['move-not-allowed', ['乙监票']],
      );
    }
  });

  it('is printed under a number that was never given out, and only while the vote is open', async () => {
    const [one, two, three] = await Promise.all(['印甲', '印乙', '印丙'].map((name) => newPerson(services, name)));
    if (one === undefined || two === undefined || three === undefined) throw new Error('people');
    const compoundId = freshCompound();
    const voteId = await announceVote({
      compoundId,
      heads: [one, two, three].map(({ personId }) => ({ owners: [personId], areas: [8000] })),
      matters: [LIFT, ELECTION],
    });
    const path = `/votes/${voteId}/ballot-papers?placeId=${compoundId}.b1`;
    expect(await worker.get(path)).toMatchObject({ status: 409, body: { code: 'move-not-allowed' } });
    await tick();
    await runJob('vote-open', voteId);
    const sheets = async (): Promise<string[]> => {
      const { url } = z.parse(z.object({ url: z.string() }), done(await worker.get(path)));
      const { pages } = readPdf(new Uint8Array(await (await fetch(url)).arrayBuffer()));
      return pages.map((text) => text.replaceAll(/\s/g, ''));
    };
    const numbers = async (): Promise<(string | undefined)[]> =>
      (await sheets()).map((text) => /表决票编号：(\d{6})/.exec(text)?.[1]);
    await putAll([{ ...keys.place(`${compoundId}.b1`), id: `${compoundId}.b1`, name: '1号楼' }]);
    expect(await numbers()).toEqual(['000001', '000002', '000003']);
    for (const words of [
      '业主大会表决票（征求意见）',
      '1．更换电梯',
      '选举业委会：应选1名，最多同意1人，同意超过1人的，整张票作废。',
      '2．选举业委会候选人：王样一',
      '3．选举业委会候选人：赵样二',
    ])
      expect((await sheets())[0]).toContain(words);
    await paperOut(voteId, 1, 1);
    done(await giveBack(voteId, 1, 1));
    await paperOut(voteId, 2, 2);
    // Whoever has a good paper has voted on it; what is out may be lost, and its number is not printed twice.
    expect(await numbers()).toEqual(['000005', '000003']);
    done(await onLine(one, voteId, 1, 'disown', { words: '不是我投的' }));
    done(await onLine(worker, voteId, 1, 'settle', { keep: false, reason: '核实为误登' }));
    expect(await numbers()).toEqual(['000004', '000005', '000003']);
    await paperOut(voteId, 1, 4);
    expect(codeOf(await giveBack(voteId, 1, 1))).toBe('serial-unknown');
    const back = z.parse(RegisterLine, done(await giveBack(voteId, 1, 4)));
    expect(back.paper).toMatchObject({ serial: 4, voided: [1] });
    expect(codeOf(await onLine(worker, voteId, 3, 'delivery', { serial: 1, way: 'signed' }))).toBe('serial-taken');
  });

  it('lies in the box page by page, by its number, with figures that need no look at every paper', async () => {
    const owners = await Promise.all(
      Array.from({ length: 7 }, (_, index) => newPerson(services, `箱${String(index)}`)),
    );
    const watcher = await newPerson(services, '监票');
    const voteId = await openVoteFor(
      { owners: owners.map((one) => [one]) },
      { scrutineers: [{ personId: watcher.personId, name: '监票' }] },
    );
    // Numbers run against the lines; one paper is replaced, one stays out, one is voided.
    for (const line of [1, 2, 3, 4, 5, 6, 7]) await paperOut(voteId, line, 110 - line);
    await paperOut(voteId, 2, 208);
    for (const line of [1, 3, 4, 5, 6]) done(await giveBack(voteId, line, 110 - line));
    done(await giveBack(voteId, 2, 208));
    done(await onLine(owners[5] ?? worker, voteId, 6, 'disown', { words: '不是我投的' }));
    done(await onLine(worker, voteId, 6, 'settle', { keep: false, reason: '核实为误登' }));
    await sealVote(voteId);
    const page = async (query: string): Promise<Box> =>
      z.parse(Box, done(await worker.get(`/ballots/${voteId}/box?limit=2${query}`)));
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const one = await page(cursor === undefined ? '' : `&cursor=${cursor}`);
      expect(one.items.length).toBeLessThanOrEqual(2);
      expect(one.counts).toEqual({ papers: 5, entered: 0, confirmed: 0 });
      seen.push(...one.items.map(({ serial }) => serial));
      cursor = one.cursor;
    } while (cursor !== undefined);
    expect(seen).toEqual([105, 106, 107, 109, 208]);
    const first = (await page('')).cursor ?? '';
    expect(codeOf(await watcher.get(`/ballots/${voteId}/box?cursor=${first}`))).toBe('cursor-invalid');

    const read = async (someone: Someone, line: number, what: 'entry' | 'confirmation', choice: string) =>
      done(
        await someone.post(`/ballots/${voteId}/papers/${String(line)}/${what}`, {
          kind: 'choices',
          choices: { m1: choice },
          ...(what === 'entry' ? { photos: [await upload(someone)] } : {}),
        }),
      );
    const counts = async () => (await page('')).counts;
    await Promise.all([1, 2, 3].map((line) => read(worker, line, 'entry', 'for')));
    await read(worker, 1, 'entry', 'against');
    expect(await counts()).toEqual({ papers: 5, entered: 3, confirmed: 0 });
    await read(colleague, 1, 'confirmation', 'for');
    done(await onLine(owners[1] ?? worker, voteId, 2, 'disown', { words: '不是我投的' }));
    expect(await counts()).toEqual({ papers: 5, entered: 1, confirmed: 0 });
    done(await onLine(worker, voteId, 2, 'settle', { keep: false, reason: '不是本人' }));
    await Promise.all([read(worker, 1, 'entry', 'for'), read(colleague, 3, 'confirmation', 'for')]);
    expect(await counts()).toEqual({ papers: 4, entered: 1, confirmed: 1 });
    expect(done(await worker.get(`/ballots/${voteId}/state`))).toMatchObject({
      counting: { papers: 4, confirmed: 1, signed: 0, scrutineers: 1 },
    });
    for (const line of [4, 5]) await read(worker, line, 'entry', 'for');
    for (const line of [1, 4]) await read(colleague, line, 'confirmation', 'for');
    expect(codeOf(await watcher.post(`/ballots/${voteId}/box/signature`))).toBe('papers-uncounted');
    await read(colleague, 5, 'confirmation', 'for');
    done(await watcher.post(`/ballots/${voteId}/box/signature`));
    done(await worker.post(`/ballots/${voteId}/box/finish`));
    await tallyVote(voteId);
    expect((await voteNow(voteId)).result?.ballots).toEqual({ phone: 0, proxy: 0, paper: 4, spoiled: 0 });
  });

  const cosigned = async (delegate: Someone, voteId: string, key: string, privateKey: KeyObject): Promise<void> => {
    const view = z.parse(LogView, done(await delegate.get(`/ballots/${voteId}/log`)));
    const parsed = parseCheckpoint(view.checkpoint ?? '');
    if (parsed === undefined) throw new Error('no checkpoint');
    const { size } = parsed.checkpoint;
    const signature = sign(null, Buffer.from(checkpointBody(parsed.checkpoint)), privateKey).toString('base64');
    const wrong = sign(null, Buffer.from('other'), privateKey).toString('base64');
    const hand = (given: string) =>
      delegate.post(`/ballots/${voteId}/log/cosignatures`, { party: 'owners-committee', key, size, signature: given });
    expect(codeOf(await hand(wrong))).toBe('signature-wrong');
    expect(z.parse(LogView, done(await hand(signature))).witnesses).toMatchObject([{ lastSize: size }]);
  };
});

it('shows doors only to who was assigned there, and writes each look down', async () => {
  const [voted, waits] = [await newPerson(services, '投了'), await newPerson(services, '没投')];
  const compoundId = freshCompound();
  const doorCallers = [{ personId: worker.personId, name: '李', placeId: `${compoundId}.b1` }];
  const voteId = await announceVote({
    compoundId,
    heads: [voted, waits].map(({ personId }) => ({ owners: [personId], areas: [8000] })),
    doorCallers,
  });
  await tick();
  await runJob('vote-open', voteId);
  done(await castBy(voted, voteId));
  const path = `/ballots/${voteId}/doors?placeId=${compoundId}.b1`;
  expect(done(await worker.get(path))).toMatchObject({
    items: [{ line: 2, homeId: homeIdOf(compoundId, 1) }],
    voted: 1,
    homes: 2,
  });
  expect(codeOf(await second.get(path))).toBe('not-found');
  expect(codeOf(await manager.get(path))).toBe('not-found');
  expect(codeOf(await worker.get(`/ballots/${voteId}/doors?placeId=${compoundId}`))).toBe('not-found');
  expect(done(await waits.get('/me/access'))).toMatchObject({ items: [{ what: 'vote', role: 'community-worker' }] });
});

import { randomUUID } from 'node:crypto';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { withServices } from '../../../infra/local/services-for-tests';
import { newDistrict, newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { advanceJob, findJob } from '../platform/jobs';
import { keyedHash } from '../platform/keyed-hash';
import { changeOnce, queryAll, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { districtJobs } from './jobs';
import { homesByPhone, matchOwnerHashes, ownerNameHash } from './public';
import { correctedLine } from './correct-roll-line';
import { asImport, ask, bytesOf, csv, officeOf, sample, seenOf, upload } from './roll-for-tests';
import { allLines, countRoll, findRollMeta } from './roll-store';

const services = withServices();
const COMPOUND = 'rr.s1.c1.x1';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let worker: Someone;
const { addCompound, begin, look, preview, rollOf, run, start } = officeOf(() => worker);

beforeAll(async () => {
  worker = await newDistrict(services, 'rr');
});

describe('importing a roll', () => {
  it('shows everything before anything is written, then writes it, and the same file again changes nothing', async () => {
    const bytes = await sample('compound-a.xlsx');
    const draft = await begin(COMPOUND, bytes, XLSX);
    expect(draft).toMatchObject({ state: 'draft', missing: [], layout: { sheet: '业主名册', headerLine: 3 } });
    const seen = await preview(draft.id, '?part=accepted&limit=2');
    expect(seen.totals).toMatchObject({ homes: 612, area: 5805439, heads: 571 });
    expect(seen.changes).toEqual({ added: 612, changed: 0, unchanged: 0, missing: 0 });
    expect(seen.rows[0]?.home).toMatchObject({
      homeId: `${COMPOUND}.b1.e1.h101`,
      name: '1号楼1单元101室',
      owners: [{ name: '郭雨涛', idDigits: '****70', phones: ['199****4855'] }],
    });
    expect((await rollOf(COMPOUND)).items).toEqual([]);

    const done = await run(draft.id);
    expect(done).toMatchObject({ state: 'done', progress: { done: 612, total: 612 } });
    expect(done.result).toEqual({ added: 612, changed: 0, unchanged: 0, missing: 0 });
    expect((await rollOf(COMPOUND)).totals).toMatchObject({ homes: 612, area: 5805439, heads: 571 });

    const again = await run((await begin(COMPOUND, bytes, XLSX)).id);
    expect(again.result).toEqual({ added: 0, changed: 0, unchanged: 612, missing: 0 });
  }, 60_000);

  it('finds homes by an owner’s number and knows owners by name and number', async () => {
    expect(await homesByPhone(await keyedHash('phone', '19900004855'))).toEqual([`${COMPOUND}.b1.e1.h101`]);
    const said = {
      nameHash: await ownerNameHash('郭 雨涛'),
      phoneHash: await keyedHash('phone', '19900004855'),
    };
    expect(await matchOwnerHashes(`${COMPOUND}.b1.e1.h101`, said)).toBe('name-and-phone');
    expect(await matchOwnerHashes(`${COMPOUND}.b1.e1.h102`, said)).toBe('none');
  });

  it('leaves nobody’s name, number or ID readable in the table', async () => {
    const stored = JSON.stringify(await queryAll({ ...keys.rollLines(COMPOUND) }));
    for (const personal of ['郭雨涛', '672270', '19900004855']) expect(stored).not.toContain(personal);
  });

  it('gives every rejected row with its reason and words, long numbers masked', async () => {
    const draft = await begin(await addCompound('rr.s1.c1.x2'), await sample('compound-b.csv'));
    const rejected = await preview(draft.id, '?part=rejected');
    expect(rejected.rows.map(({ line, why }) => [line, why])).toEqual([
      [19, ['area-missing']],
      [44, ['area-not-positive']],
      [65, ['area-implausible']],
      [96, ['area-missing']],
      [106, ['owner-conflict']],
      [107, ['owner-conflict']],
    ]);
    expect(rejected.rows[0]?.words).toEqual(['18', '1号楼1单元603室', '', '丁宇秀', '39****31', '19****37', '已交付']);
    expect(rejected.counts).toMatchObject({ accepted: 139, rejected: 6, doubtful: 2 });
    const pages = [await preview(draft.id, '?limit=100'), await preview(draft.id, '?limit=100&from=100')];
    const lines = pages.flatMap(({ rows }) => rows.map(({ line }) => line));
    expect(lines).toEqual(Array.from({ length: 153 }, (_, i) => i + 1));
    expect((await run(draft.id)).result).toMatchObject({ added: 139 });
  }, 30_000);
});

describe('a corrected file', () => {
  it('changes what it corrects, says by whom, keeps what it was, and moves the numbers', async () => {
    const compound = await addCompound('rr.s1.c1.x3');
    const first = await begin(
      compound,
      csv('1-1-101,80,张伟,111111,19900009901,', '1-1-102,90,李芳,222222,19900009902,', '1-1-103,70,,,,未售'),
    );
    await run(first.id);
    const corrected = csv(
      '1号楼1单元101室,81.5㎡,张伟,111111,19900009901,',
      '1-1-102,90,王强,333333,19900009903,',
      '1-1-104,60,赵敏,444444,,',
    );
    const second = await begin(compound, corrected);
    const seen = await preview(second.id, '?part=changed');
    expect(seen.changes).toEqual({ added: 1, changed: 2, unchanged: 0, missing: 1 });
    expect(seen.rows.map(({ line, what }) => [line, what])).toEqual([
      [2, ['area']],
      [3, ['owners']],
    ]);
    expect((await preview(second.id, '?part=missing')).rows).toMatchObject([
      { line: 0, home: { name: '1号楼1单元103室' } },
    ]);
    expect((await run(second.id)).result).toEqual({ added: 1, changed: 2, unchanged: 0, missing: 1 });

    const roll = await rollOf(compound);
    expect(roll.items.map(({ name, area, owners }) => [name, area, owners.map((owner) => owner.name)])).toEqual([
      ['1号楼1单元101室', 8150, ['张伟']],
      ['1号楼1单元102室', 9000, ['王强']],
      ['1号楼1单元103室', 7000, []],
      ['1号楼1单元104室', 6000, ['赵敏']],
    ]);
    expect(roll.totals).toMatchObject({ homes: 4, area: 30150, heads: 4 });
    expect(await homesByPhone(await keyedHash('phone', '19900009902'))).toEqual([]);
    expect(await homesByPhone(await keyedHash('phone', '19900009903'))).toEqual([`${compound}.b1.e1.h102`]);
    const before = await queryAll({ pk: keys.rollMeta(compound).pk, prefix: 'CHANGE#' });
    expect(before.map(({ area, importId, replacedBy, changedBy }) => [area, importId, replacedBy, changedBy])).toEqual([
      [8000, first.id, second.id, worker.personId],
      [9000, first.id, second.id, worker.personId],
    ]);
  });

  it('counts once what a step that ran twice did', async () => {
    const compound = await addCompound('rr.s1.c1.x4');
    const draft = await begin(compound, csv('1-1-101,80,张伟,111111,,', '1-1-102,90,李芳,222222,,'));
    await start(draft.id);
    const job = await findJob(`roll-${draft.id}`);
    const [kind] = districtJobs;
    if (!job || !kind) throw new Error('the import has no job');
    await Promise.all([kind.step(job, Date.now()), kind.step(job, Date.now())]);
    await kind.step(job, Date.now());
    const done = await look(draft.id);
    expect([done.state, done.result]).toEqual(['done', { added: 2, changed: 0, unchanged: 0, missing: 0 }]);
    expect((await rollOf(compound)).items).toHaveLength(2);
  });
});

it('neither counts nor changes a line again when a run of it comes late, after its end', async () => {
  const compound = await addCompound('rr.s1.c1.x44');
  const draft = await begin(compound, csv('1-1-101,80,张伟,111111,,'));
  await start(draft.id);
  const job = await findJob(`roll-${draft.id}`);
  const [kind] = districtJobs;
  if (!job || !kind) throw new Error('the import has no job');
  await kind.step(job, Date.now());
  expect((await look(draft.id)).state).toBe('done');
  const by = { personId: worker.personId, now: Date.now(), op: 'corrected' };
  const done = await correctedLine(compound, { homeId: `${compound}.b1.e1.h101`, area: 9_900 }, by);
  if (isRefusal(done)) throw new Error(done.refused);
  await writeTogether(done.writes);
  const before = [await findRollMeta(compound), await allLines(compound)];
  // What stands of it for a run that read it before it ended.
  const running = { set: { state: 'running' }, when: 'attribute_exists(pk)', op: 'late' };
  await changeOnce({ key: keys.rollImport(draft.id), ...running });
  await kind.step(job, Date.now());
  expect(await countRoll(compound, draft.id, Date.now())).toBeUndefined();
  expect([await findRollMeta(compound), await allLines(compound)]).toEqual(before);
});

describe('two who change a roll at once', () => {
  const settledRoll = async (compound: string) => {
    const [meta, lines] = [await findRollMeta(compound), await allLines(compound)];
    expect(meta).toMatchObject({ homes: lines.length, area: lines.reduce((sum, { area }) => sum + area, 0) });
    expect(lines.filter(({ changedAt }) => changedAt > (meta?.at ?? 0))).toEqual([]);
    return lines;
  };

  it('leave the totals of the roll as it stands, whichever import counts last and by whichever clock', async () => {
    const compound = await addCompound('rr.s1.c1.x28');
    const files = [csv('1-1-101,80,张伟,111111,,'), csv('1-1-102,90,李芳,222222,,'), csv('1-1-103,70,,,,未售')];
    const [kind] = districtJobs;
    const steps = await Promise.all(
      files.map(async (file, index) => {
        const draft = await begin(compound, file);
        await start(draft.id);
        const job = await findJob(`roll-${draft.id}`);
        if (!job || !kind) throw new Error('the import has no job');
        return () => kind.step(job, Date.now() + (files.length - index) * 5_000);
      }),
    );
    await Promise.all(steps.map((step) => step()));
    expect(await settledRoll(compound)).toHaveLength(3);
  });

  it('do not both write totals by what they saw: the second has to look again', async () => {
    const compound = await addCompound('rr.s1.c1.x29');
    await run((await begin(compound, csv('1-1-101,80,张伟,111111,,', '1-1-102,90,李芳,222222,,'))).id);
    const by = { personId: worker.personId, now: Date.now() };
    const correct = async (room: string, op: string) => {
      const done = await correctedLine(compound, { homeId: `${compound}.b1.e1.h${room}`, area: 8_800 }, { ...by, op });
      if (isRefusal(done)) throw new Error(done.refused);
      return done.writes;
    };
    const both = [await correct('101', 'one'), await correct('102', 'other')];
    const done = await Promise.all(both.map(async (writes) => (await writeTogether(writes)).done));
    expect(done.sort()).toEqual([false, true]);
    await settledRoll(compound);
  });
});

describe('what a person may do with an import', () => {
  it('reads names with broken characters in them as far as they go', async () => {
    const compound = await addCompound('rr.s1.c1.x8');
    const draft = await begin(compound, csv('1-1-101,80,张\u0007伟\u0085,111111,,'));
    await run(draft.id);
    expect((await rollOf(compound)).items.map(({ owners }) => owners.map(({ name }) => name))).toEqual([['张伟']]);
  });

  it('takes the columns a person names instead of the guess, and only whole ones', async () => {
    const odd = bytesOf('甲列,乙列,丙列\n1-1-101,80,张伟\n');
    const compound = await addCompound('rr.s1.c1.x5');
    const draft = await begin(compound, odd);
    expect(draft.layout).toBeUndefined();
    expect(await ask(worker, 'GET', `/roll-imports/${draft.id}/preview`)).toMatchObject({
      status: 422,
      body: { code: 'sheet-no-header' },
    });
    const set = (columns: object, headerLine = 1) =>
      ask(worker, 'PUT', `/roll-imports/${draft.id}/layout`, { sheet: 'csv', headerLine, columns });
    expect(await set({ room: 0, area: 1 })).toMatchObject({ status: 422, body: { code: 'columns-incomplete' } });
    expect(await set({ room: 0, area: 1, owner: 1 })).toMatchObject({ body: { code: 'columns-incomplete' } });
    expect(await set({ room: 0, area: 1, owner: 2 }, 9)).toMatchObject({ body: { code: 'sheet-no-header' } });
    expect(asImport(await set({ room: 0, area: 1, owner: 2 }))).toMatchObject({
      confirmed: true,
      headers: ['甲列', '乙列', '丙列'],
    });
    expect((await preview(draft.id)).totals).toMatchObject({ homes: 1, area: 8000 });
  });

  it('writes only what was seen, once, and closes the import', async () => {
    const compound = await addCompound('rr.s1.c1.x6');
    const draft = await begin(compound, csv('1-1-101,80,张伟,111111,,'));
    const seen = seenOf(await preview(draft.id));
    const send = (body: object, key?: string) => ask(worker, 'POST', `/roll-imports/${draft.id}/start`, body, key);
    expect(await send({ ...seen, area: 1 })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile', facts: seen },
    });
    const key = randomUUID();
    expect((await send(seen, key)).status).toBe(200);
    expect((await send(seen, key)).status).toBe(200);
    expect(await send(seen)).toMatchObject({ status: 409, body: { code: 'import-closed' } });
    await advanceJob(`roll-${draft.id}`, districtJobs);
    expect((await send(seen, key)).status).toBe(200);
    const layout = { sheet: 'csv', headerLine: 1, columns: { room: 0, area: 1, owner: 2 } };
    expect(await ask(worker, 'PUT', `/roll-imports/${draft.id}/layout`, layout)).toMatchObject({
      body: { code: 'import-closed' },
    });
  });

  it('begins once for a key, with the file it began with', async () => {
    const compound = await addCompound('rr.s1.c1.x9');
    const key = randomUUID();
    const send = async (mediaId: string) =>
      ask(worker, 'POST', `/compounds/${compound}/roll-imports`, { mediaId }, key);
    const mediaId = await upload(worker, csv('1-1-101,80,张伟,111111,,'), 'text/csv');
    const [first, again] = [await send(mediaId), await send(mediaId)];
    expect(again).toEqual(first);
    const other = await upload(worker, csv('9-9-999,99,别人,999999,,'), 'text/csv');
    expect(await send(other)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect((await preview(asImport(first).id)).totals).toMatchObject({ homes: 1, area: 8000 });
  });

  it('is nothing to people without standing, and files of others are none', async () => {
    const stranger = await newPerson(services, '旁人');
    const bytes = csv('1-1-101,80,张伟,111111,,');
    const draft = await begin(await addCompound('rr.s1.c1.x7'), bytes);
    const mediaId = await upload(worker, bytes, 'text/csv');
    const paths: [string, string, object?][] = [
      ['GET', `/roll-imports/${draft.id}`],
      ['GET', `/roll-imports/${draft.id}/preview`],
      ['POST', `/roll-imports/${draft.id}/start`, { homes: 1, area: 8000, heads: 1 }],
      ['GET', `/compounds/${COMPOUND}/roll`],
      ['POST', `/compounds/${COMPOUND}/roll-imports`, { mediaId }],
    ];
    for (const [method, path, body] of paths) expect((await ask(stranger, method, path, body)).status).toBe(404);
    const foreign = await upload(stranger, bytes, 'text/csv');
    expect(await ask(worker, 'POST', `/compounds/${COMPOUND}/roll-imports`, { mediaId: foreign })).toMatchObject({
      status: 422,
      body: { code: 'sheet-unreadable', facts: { reason: 'no-file' } },
    });
    const nowhere = await ask(worker, 'POST', '/compounds/rr.s1.c1.x99/roll-imports', { mediaId });
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'place-unknown' } });
  });
});

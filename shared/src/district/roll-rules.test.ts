import fc from 'fast-check';
import { PLAUSIBLE_AREA, formatArea } from '../kernel/area';
import type { RollPreview, Sheet } from './roll';
import { chooseSheet } from './roll-columns';
import { readRoll } from './roll-rules';
import { diffRoll } from './roll-rules-diff';
import { headKey } from './roll-rules-heads';

const HEADER = ['房号', '面积', '业主', '身份证', '电话', '备注'];

const sheetOf = (rows: readonly (readonly string[])[], name = '名册'): Sheet => ({
  name,
  hidden: false,
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
});

const readAny = (rows: readonly (readonly string[])[], name?: string): RollPreview => {
  const chosen = chooseSheet([sheetOf(rows, name)]);
  if (!chosen) throw new Error('no header');
  return readRoll(chosen.sheet, chosen.guess.layout);
};

/** Homes under the standard header: the first is on line 2. */
const read = (...rows: (readonly string[])[]): RollPreview => readAny([HEADER, ...rows]);

const lines = (list: readonly { line: number; why: string }[]): string =>
  list.map(({ line, why }) => `${String(line)} ${why}`).join(', ');

describe('homes listed twice', () => {
  it('keeps one of two equal rows, whatever the spelling and the order of co-owners', () => {
    const roll = read(
      ['1-1-101', '88', '张伟、李芳', '111111、222222', ''],
      ['1号楼1单元101室', '88.00㎡', '李芳/张 伟', '222222/111111', ''],
    );
    expect([roll.totals.homes, lines(roll.warnings), lines(roll.rejected)]).toEqual([1, '3 repeat', '']);
  });

  it.each([
    ['another owner', ['1-1-101', '88', '李芳', '222222'], 'owner-conflict'],
    ['the same name with another ID', ['1-1-101', '88', '张伟', '222222'], 'owner-conflict'],
    ['the same name without an ID', ['1-1-101', '88', '张伟', ''], 'owner-conflict'],
    ['a co-owner more', ['1-1-101', '88', '张伟、李芳', '111111、222222'], 'owner-conflict'],
    ['the developer', ['1-1-101', '88', '张伟', '111111', '', '未售'], 'owner-conflict'],
    ['another area', ['1-1-101', '89', '张伟', '111111'], 'area-conflict'],
    ['another status', ['1-1-101', '88', '张伟', '111111', '', '未交付'], 'status-conflict'],
  ])('rejects both when the other row says %s', (_, other, why) => {
    const roll = read(['1-1-101', '88', '张伟', '111111'], other);
    expect([roll.totals.homes, lines(roll.rejected)]).toEqual([0, `2 ${why}, 3 ${why}`]);
  });

  it('rejects all three when the third disagrees', () => {
    const home = ['1-1-101', '88', '张伟', '111111'];
    expect(lines(read(home, home, ['1-1-101', '88', '李芳', '222222']).rejected)).toBe(
      '2 owner-conflict, 3 owner-conflict, 4 owner-conflict',
    );
  });

  it('lets a sound row stand beside one without an area, but not beside other owners without one', () => {
    expect(lines(read(['1-1-101', '', '张伟', '111111'], ['1-1-101', '88', '张伟', '111111']).rejected)).toBe(
      '2 area-missing',
    );
    expect(lines(read(['1-1-101', '', '李芳', '222222'], ['1-1-101', '88', '张伟', '111111']).rejected)).toBe(
      '2 area-missing, 3 owner-conflict',
    );
  });
});

describe('heads', () => {
  const heads = (...homes: (readonly string[])[]): number => read(...homes).totals.heads;

  it('counts one buyer of several homes once', () => {
    expect(heads(['1-1-101', '88', '张伟', '111111'], ['1-1-102', '88', '张 伟', '111111'])).toBe(1);
    expect(heads(['1-1-101', '88', '张伟、李芳', '1111、2222'], ['1-1-102', '88', '李芳、张伟', '2222、1111'])).toBe(1);
  });

  it('counts a person and the same person with a co-owner apart', () => {
    expect(heads(['1-1-101', '88', '张伟', '111111'], ['1-1-102', '88', '张伟、李芳', '111111、222222'])).toBe(2);
  });

  it('takes nobody for another by name alone, nor by ID alone', () => {
    expect(heads(['1-1-101', '88', '张伟', '111111'], ['1-1-102', '88', '张伟', '222222'])).toBe(2);
    expect(heads(['1-1-101', '88', '张伟', '111111'], ['1-1-102', '88', '李芳', '111111'])).toBe(2);
    const roll = read(['1-1-101', '88', '张伟', ''], ['1-1-102', '88', '张伟', '']);
    expect([roll.totals.heads, lines(roll.warnings)]).toEqual([2, '2 id-missing, 3 id-missing']);
  });

  it('puts all unsold and undelivered homes together, without asking for IDs', () => {
    const roll = read(
      ['1-1-101', '88', '示例置业', '', '', '未售'],
      ['1-1-102', '88', '', '', '', '未售'],
      ['1-1-103', '88', '张伟', '111111', '', '未交付'],
      ['1-1-104', '88', '示例置业', '', '', '未交付'],
      ['1-1-105', '88', '张伟', '111111', '', ''],
    );
    expect(roll.totals).toMatchObject({ homes: 5, heads: 2, unsoldHomes: 3, undeliveredHomes: 1 });
    expect(lines(roll.warnings)).toBe('');
  });
});

describe('places', () => {
  it('reads a building column whose rooms repeat the building, and one whose rooms name the entrance', () => {
    const header = ['楼号', '房号', '面积', '业主'];
    const paths = (...rows: string[][]) =>
      readAny([header, ...rows.map((row) => [...row, '88', '张伟'])]).accepted.map(({ path }) => path);
    expect(paths(['1', '1-101'], ['2', '2-101'])).toEqual(['b1.e1.h101', 'b2.e1.h101']);
    expect(paths(['1', '1-101'], ['2', '1-101'])).toEqual(['b1.e1.h101', 'b2.e1.h101']);
    expect(paths(['1', '2-101'], ['2', '3-101'])).toEqual(['b1.e2.h101', 'b2.e3.h101']);
  });

  it('refuses a row whose cells name two buildings', () => {
    expect(
      lines(
        readAny([
          ['楼号', '房号', '面积', '业主'],
          ['1', '2号楼1单元101', '88', '张伟'],
        ]).rejected,
      ),
    ).toBe('2 room-unreadable');
  });

  it('takes the building from the sheet that is named after it', () => {
    expect(readAny([HEADER, ['101', '88', '张伟', '111111']], '3号楼').accepted.map(({ path }) => path)).toEqual([
      'b3.e1.h101',
    ]);
    expect(lines(readAny([HEADER, ['101', '88', '张伟', '111111']]).rejected)).toBe('2 room-unreadable');
  });

  it('loses no row that may be a home', () => {
    const roll = read(['', '88', '张伟', '111111'], ['某处', '88', '张伟', ''], ['1-1-101', '88', '', '']);
    expect(lines(roll.rejected)).toBe('2 room-missing, 3 room-unreadable, 4 owner-missing');
  });
});

describe('printed totals', () => {
  const totals = (...rows: (readonly string[])[]) => read(...rows).fileWarnings;
  const one = ['1-1-101', '80', '张伟', '111111'];
  const two = ['2-1-101', '90.5', '李芳', '222222'];

  it('agrees with totals that are right, in each of their senses', () => {
    expect(totals(one, ['1号楼小计', '80'], two, ['小计', '90.5'], ['总计', '170.50'])).toEqual([]);
    expect(totals(one, ['合计', '80'], two, ['合计', '90.5'], ['合计', '170.5'])).not.toHaveLength(3);
    expect(totals(one, two, ['合计(2户)', '170.5'])).toEqual([]);
  });

  it('says what was printed and what was accepted', () => {
    expect(totals(one, two, ['总计', '171'])).toEqual([
      { why: 'total-differs', line: 4, printed: 17100, accepted: 17050 },
    ]);
  });
});

const sample = (() => {
  const text = (values: readonly string[]) => fc.constantFrom(...values);
  const home = fc.record({
    building: fc.integer({ min: 1, max: 3 }),
    room: fc.integer({ min: 101, max: 112 }),
    style: fc.nat(4),
    area: fc.integer({ min: -100, max: PLAUSIBLE_AREA.most + 100 }),
    owner: text(['张伟', '李芳', '张伟、李芳', '阿拉坦·乌拉', '']),
    id: text(['111111', '222222', '111111、222222', '']),
    note: text(['', '未售', '未交付', '出租']),
  });
  const spell = [
    (b: number, r: number) => `${String(b)}号楼1单元${String(r)}室`,
    (b: number, r: number) => `${String(b)}-1-${String(r)}`,
    (b: number, r: number) => `${String(b)}#1-${String(r)}`,
    (b: number, r: number) => `${String(b)}-${String(r)}`,
    (_: number, r: number) => String(r),
  ];
  const row = home.map(({ building, room, style, area, owner, id, note }) => [
    spell[style]?.(building, room) ?? '',
    area % 7 === 0 ? '' : formatArea(area),
    owner,
    id,
    '',
    note,
  ]);
  const other = text(['', '合计', '制表人:某某', '房号']).map((word) => (word === '房号' ? HEADER : [word]));
  return fc.array(fc.oneof({ arbitrary: row, weight: 8 }, { arbitrary: other, weight: 1 }), { maxLength: 40 });
})();

describe('whatever the rows', () => {
  it('accounts for every line exactly once', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const roll = read(...rows);
        const repeats = roll.warnings.filter(({ why }) => why === 'repeat');
        const accounted = [...roll.accepted, ...roll.rejected, ...repeats, ...roll.ignored].map(({ line }) => line);
        expect(accounted.sort((a, b) => a - b)).toEqual(Array.from({ length: rows.length + 1 }, (_, i) => i + 1));
      }),
    );
  });

  it('adds up to what it accepted, each home once', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const { accepted, totals } = read(...rows);
        expect(totals.homes).toBe(accepted.length);
        expect(totals.area).toBe(accepted.reduce((sum, { area }) => sum + area, 0));
        expect(new Set(accepted.map(({ path }) => path)).size).toBe(accepted.length);
        expect(totals.heads).toBe(new Set(accepted.map(headKey)).size);
        expect(totals.heads).toBeLessThanOrEqual(totals.homes);
      }),
    );
  });

  it('comes to the same homes, heads and refusals in any order of rows', () => {
    fc.assert(
      fc.property(
        sample.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const [a, b] = [read(...rows), read(...shuffled)];
          expect(b.totals).toEqual(a.totals);
          expect(b.accepted.map(({ path }) => path).sort()).toEqual(a.accepted.map(({ path }) => path).sort());
          expect(b.rejected.map(({ why }) => why).sort()).toEqual(a.rejected.map(({ why }) => why).sort());
        },
      ),
    );
  });

  it('finds no difference to itself, and every home that was corrected', () => {
    fc.assert(
      fc.property(sample, fc.nat(), (rows, pick) => {
        const { accepted } = read(...rows);
        const same = diffRoll(accepted, accepted);
        expect([same.added.length, same.changed.length, same.missing.length]).toEqual([0, 0, 0]);
        const at = accepted[pick % Math.max(1, accepted.length)];
        if (!at) return;
        const corrected = accepted.map((home) => (home === at ? { ...home, area: home.area + 1 } : home));
        expect(diffRoll(accepted, corrected).changed).toEqual([
          { before: at, after: { ...at, area: at.area + 1 }, what: ['area'] },
        ]);
        expect(
          diffRoll(
            accepted,
            accepted.filter((home) => home !== at),
          ).missing,
        ).toEqual([at]);
      }),
    );
  });
});

it('names what changed in a home', () => {
  const base = read(['1-1-101', '88', '张伟', '111111', '13800138000', '']).accepted;
  const what = (...row: string[]) => diffRoll(base, read(row).accepted).changed.flatMap((change) => change.what);
  expect(what('1-1-101', '88', '张伟', '111111', '13800138001')).toEqual(['phones']);
  expect(what('1-1-101', '88', '李芳', '111111', '13800138000')).toEqual(['owners']);
  expect(what('1-1-101', '89', '张伟', '111111', '13800138000', '未交付')).toEqual(['area', 'status']);
});

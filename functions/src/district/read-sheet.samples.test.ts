import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSheet } from '@gongyi/shared/district/roll-columns';
import { readRoll } from '@gongyi/shared/district/roll-rules';
import { RollPreview } from '@gongyi/shared/district/roll';
import { diffRoll } from '@gongyi/shared/district/roll-rules-diff';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { readSheets } from './read-sheet';

const FIXTURES = join(__dirname, 'fixtures', 'rolls');

interface Expected {
  readonly accepted: Readonly<Record<string, number>>;
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
  readonly warnings: readonly { readonly line: number; readonly why: string }[];
}

const preview = async (file: string): Promise<RollPreview> => {
  const sheets = await readSheets(readFileSync(join(FIXTURES, file)));
  if (isRefusal(sheets)) throw new Error(JSON.stringify(sheets));
  const chosen = chooseSheet(sheets);
  if (!chosen) throw new Error('no header');
  expect(chosen.guess.missing).toEqual([]);
  return readRoll(chosen.sheet, chosen.guess.layout);
};

const homes = ({ accepted }: RollPreview): string[] =>
  accepted.map(
    ({ building, entrance, room, area, owners, status }) =>
      `${building}|${entrance}|${room} ${String(area)} ${owners.map(({ name, idDigits = '?', phones }) => `${name}(${idDigits} ${phones.join('+')})`).join()}${status === 'owned' ? '' : ` ${status}`}`,
  );

describe('rolls as property offices keep them', () => {
  it.each(['compound-a.xlsx', 'compound-b.csv'])('reads %s to its expected result', async (file) => {
    const read = await preview(file);
    const json = readFileSync(join(FIXTURES, file.replace(/\.\w+$/, '.expected.json')), 'utf8');
    const expected: Expected = JSON.parse(json);
    const { homes: count, area, heads, unsoldHomes, coOwnedHomes } = read.totals;
    expect({ homes: count, areaHundredthsM2: area, heads, unsoldHomes, coOwnedHomes }).toEqual(expected.accepted);
    expect(read.rejected).toEqual(expected.rejected);
    expect(read.warnings).toEqual(expected.warnings);
    expect(RollPreview.safeParse(read).success).toBe(true);
  });

  it('holds the totals printed in the file against what was accepted', async () => {
    expect((await preview('compound-a.xlsx')).fileWarnings).toEqual([]);
    expect((await preview('compound-b.csv')).fileWarnings).toEqual([
      { why: 'total-differs', line: 39, printed: 337319, accepted: 331975 },
      { why: 'total-differs', line: 76, printed: 348649, accepted: 325886 },
      { why: 'total-differs', line: 115, printed: 358930, accepted: 339274 },
      { why: 'total-differs', line: 153, printed: 1410001, accepted: 1362238 },
    ]);
  });

  it('finds nothing new in the same file', async () => {
    const diff = diffRoll((await preview('compound-b.csv')).accepted, (await preview('compound-b.csv')).accepted);
    expect([diff.added.length, diff.changed.length, diff.unchanged.length, diff.missing.length]).toEqual([
      0, 0, 139, 0,
    ]);
  });

  it('reads a header of two rows, merged places left blank and co-owners in columns of their own', async () => {
    const read = await preview('two-row-header.csv');
    expect(homes(read)).toEqual([
      '3|1|101 8813 王晓明(013579 13800138000),李芳(02246X )',
      '3|1|102 9000 阿拉坦·乌拉(031234 13800138001+13800138002)',
      '3|2|101 9150 欧阳建国(044321 04748888123)',
      '4|1|101 108850 某某商贸有限公司(123456 04748888124)',
      '4|1|102 8810 王晓明(013579 13800138000),李芳(02246X )',
    ]);
    expect(read.rejected).toEqual([{ line: 8, why: 'area-missing' }]);
    expect(read.warnings).toEqual([{ line: 7, why: 'owners-unclear' }]);
    expect(read.totals.heads).toBe(4);
    expect(read.fileWarnings).toEqual([{ why: 'blanks-filled-down', count: 4 }]);
  });

  it('reads whole addresses in GB18030, tabs between cells, the status in two columns', async () => {
    const read = await preview('one-address-column.txt');
    expect(homes(read)).toEqual([
      '1|1|101 8810 张伟(123456 13800138000)',
      '1|1|102 9950 梁华娟(603036 13800138003),叶兰伟(468961 13800138004)',
      '1|2|101 10000 赵雷(111111 13800138005),钱电(222222 )',
      '1|2|102 10000  unsold',
      '2|甲|101 10000 孙甲(333333 ) undelivered',
      '2|乙|101 10000 周乙(? )',
      '2|1|底商3 5880 吴丙(44444X 13800138006)',
      '2|丙|103 10100 张伟(123456 )',
      '2|丙|104 10100 张伟(654321 )',
    ]);
    expect(read.rejected).toEqual([
      { line: 9, why: 'area-implausible' },
      { line: 10, why: 'room-unreadable' },
      { line: 13, why: 'area-missing' },
      { line: 14, why: 'area-unreadable' },
      { line: 17, why: 'owner-missing' },
      { line: 18, why: 'area-not-positive' },
    ]);
    expect(read.warnings).toEqual([
      { line: 7, why: 'id-missing' },
      { line: 16, why: 'phone-unreadable' },
    ]);
    // The developer's two homes are one head, 张伟 with two IDs are two people, one of them with two homes.
    expect(read.totals).toMatchObject({ homes: 9, heads: 7, unsoldHomes: 1, undeliveredHomes: 1, coOwnedHomes: 2 });
  });

  it('takes the building from the line above the homes', async () => {
    const read = await preview('sections.csv');
    expect(homes(read)).toEqual([
      '3|1|101 8000 甲某(0012 19900000001)',
      '3|1|102 8100 乙某(0034 19900000002)',
      '4|1|101 8200 丙某(5678 19900000003)',
      '5|2|101 8300 丁某(9012 19900000004)',
      '5|2|102 8400 丁某(9012 19900000004)',
    ]);
    expect(read.rejected).toEqual([]);
    expect(read.warnings).toEqual([{ line: 4, why: 'id-padded' }]);
    expect(read.fileWarnings).toEqual([]);
  });
});

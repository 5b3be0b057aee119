import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSheet } from '@gongyi/shared/district/roll-columns';
import { readRoll } from '@gongyi/shared/district/roll-rules';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { readSheets } from './read-sheet';

const FIXTURES = join(__dirname, 'fixtures', 'rolls');

interface Expected {
  readonly accepted: Readonly<Record<string, number>>;
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
  readonly warnings: readonly { readonly line: number; readonly why: string }[];
}

const preview = async (file: string) => {
  const sheets = await readSheets(readFileSync(join(FIXTURES, file)));
  if (isRefusal(sheets)) throw new Error(JSON.stringify(sheets));
  const chosen = chooseSheet(sheets);
  if (!chosen) throw new Error('no header');
  return readRoll(chosen.sheet, chosen.guess.layout);
};

describe('rolls as property offices keep them', () => {
  it.each(['compound-a.xlsx', 'compound-b.csv'])('reads %s to its expected result', async (file) => {
    const read = await preview(file);
    const expected: Expected = JSON.parse(
      readFileSync(join(FIXTURES, file.replace(/\.\w+$/, '.expected.json')), 'utf8'),
    );
    const { homes, area, heads, unsoldHomes, coOwnedHomes } = read.totals;
    expect({ homes, areaHundredthsM2: area, heads, unsoldHomes, coOwnedHomes }).toEqual(expected.accepted);
    expect(read.rejected).toEqual(expected.rejected);
    expect(read.warnings).toEqual(expected.warnings);
    console.log(read.fileWarnings);
  });
});

import { SHEET_LIMITS, type SheetRow } from '@gongyi/shared/district/roll';

const MOST_MERGED_RANGES = 20_000;

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** The ranges a sheet's XML merges, as it names them. */
export const mergedRanges = (xml: string): Range[] => {
  const ranges: Range[] = [];
  for (const match of xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
    const [, left = '', top = '', right = '', bottom = ''] = match;
    ranges.push({ top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) });
    if (ranges.length >= MOST_MERGED_RANGES) break;
  }
  return ranges;
};

/** Every cell of a merged range gets the words of its first one, within the rows and columns there are. */
export const spread = (rows: readonly SheetRow[], ranges: readonly Range[]): SheetRow[] => {
  const byLine = new Map(rows.map(({ line, cells }) => [line, [...cells]]));
  const last = rows.at(-1)?.line ?? 0;
  let budget: number = SHEET_LIMITS.cells;
  for (const { top, left, bottom, right } of ranges) {
    const words = byLine.get(top)?.[left - 1] ?? '';
    if (words === '' || right < left) continue;
    for (let line = top; line <= Math.min(bottom, last); line += 1) {
      const cells = byLine.get(line) ?? [];
      for (let column = left; column <= Math.min(right, SHEET_LIMITS.columns) && budget > 0; column += 1) {
        while (cells.length < column) cells.push('');
        cells[column - 1] = words;
        budget -= 1;
      }
      byLine.set(line, cells);
    }
  }
  return [...byLine].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }));
};

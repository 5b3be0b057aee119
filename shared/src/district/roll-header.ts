import type { ColumnKind, SheetRow } from './roll';
import { REQUIRED_COLUMNS } from './roll';
import { headerMeaning } from './roll-column-names';
import { plainText } from './roll-text';

/** Finds the header of a roll: below titles and notes, one to three rows high. */
const REQUIRED: readonly ColumnKind[] = REQUIRED_COLUMNS;
const HEADER_WITHIN = 60;
const HEADER_HEIGHT = 3;

/** A column whose header names a kind, and how well. */
export interface Candidate {
  readonly column: number;
  readonly header: string;
  readonly weight: number;
}

export interface HeaderGuess {
  readonly line: number;
  readonly headers: readonly string[];
  readonly candidates: ReadonlyMap<ColumnKind, readonly Candidate[]>;
}

// A title merged over most of the sheet names no column.
const titleOf = (row: SheetRow): string | undefined =>
  row.cells.find((cell) => cell !== '' && row.cells.filter((other) => other === cell).length > row.cells.length / 2);

/** In CSV only the first cell of a merged range has its words; in an upper header row they reach to the next ones. */
const spreadRight = (row: SheetRow, below: SheetRow): string[] => {
  let words = '';
  return below.cells.map((under, column) => {
    const own = row.cells[column] ?? '';
    if (own !== '') words = own;
    return own === '' && under === '' ? '' : words;
  });
};

/** Cells of stacked header rows over each other; a merged cell says its words once. */
const stack = (rows: readonly SheetRow[]): string[] => {
  const lowest = rows.at(-1) ?? NO_ROW;
  const width = Math.max(...rows.map((row) => row.cells.length));
  const layers = rows.map((row) => {
    const title = row.cells.length > 2 ? titleOf(row) : undefined;
    const cells = row === lowest ? row.cells : spreadRight(row, { ...lowest, cells: padded(lowest, width) });
    return cells.map((cell) => (cell === title ? '' : plainText(cell)));
  });
  return Array.from({ length: width }, (_, column) =>
    [...new Set(layers.map((cells) => cells[column] ?? '').filter((cell) => cell !== ''))].join(' '),
  );
};

const NO_ROW: SheetRow = { line: 0, cells: [] };

const padded = (row: SheetRow, width: number): string[] =>
  Array.from({ length: width }, (_, column) => row.cells[column] ?? '');

/** How many cells of a row name a kind of column: three or more, and it is a header. */
export const namedCells = (row: SheetRow): number => {
  const title = row.cells.length > 2 ? titleOf(row) : undefined;
  return row.cells.filter((cell) => cell !== title && headerMeaning(cell) !== undefined).length;
};

const readHeader = (rows: readonly SheetRow[]): HeaderGuess => {
  const headers = stack(rows);
  const lowest = rows.at(-1)?.cells ?? [];
  const candidates = new Map<ColumnKind, Candidate[]>();
  headers.forEach((header, column) => {
    // The lowest words name the column; those above help where the lowest say nothing (号 under 楼).
    const own = headerMeaning(lowest[column] ?? '');
    const meaning = own ?? headerMeaning(header);
    if (!meaning || meaning.kind === 'other') return;
    const above = headerMeaning(header);
    const kind = own && above?.kind.startsWith('coOwner') ? above.kind : meaning.kind;
    if (kind === 'other') return;
    candidates.set(kind, [...(candidates.get(kind) ?? []), { column, header, weight: meaning.weight }]);
  });
  return { line: rows.at(-1)?.line ?? 0, headers, candidates };
};

// A required kind counts double; a place needs a room, or the rows are no homes.
const worth = ({ candidates }: HeaderGuess): number =>
  candidates.has('room') || candidates.has('building')
    ? [...candidates.keys()].reduce((sum, kind) => sum + (REQUIRED.includes(kind) ? 2 : 1), 0)
    : 0;

// A second header row has to name columns itself, or the first home would be taken for one.
const isStack = (rows: readonly SheetRow[]): boolean =>
  rows.length > 1 &&
  new Set(rows.map(({ cells }) => cells.join('\u0000'))).size === rows.length &&
  rows.slice(0, -1).every((row) => namedCells(row) > 0) &&
  namedCells(rows.at(-1) ?? NO_ROW) > 1;

/** The header may stand below titles and notes and be up to three rows high; the rows that say most win. */
export const findHeader = (rows: readonly SheetRow[]): HeaderGuess | undefined => {
  let best: { header: HeaderGuess; worth: number; at: number } | undefined;
  for (let height = 1; height <= HEADER_HEIGHT; height += 1) {
    for (let at = 0; at + height <= Math.min(rows.length, HEADER_WITHIN); at += 1) {
      const slice = rows.slice(at, at + height);
      if (height > 1 && !isStack(slice)) continue;
      const header = readHeader(slice);
      const value = worth(header);
      // Equal in kinds, the taller says more (面积 above 建筑面积 and 套内面积), unless it is the same header printed again.
      const better = best === undefined || value > best.worth || (value === best.worth && height > 1 && at <= best.at);
      if (value > 3 && better) best = { header, worth: value, at };
    }
  }
  return best?.header;
};

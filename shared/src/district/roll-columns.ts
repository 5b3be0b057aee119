import type { ColumnKind, RollLayout, Sheet, SheetRow } from './roll';
import { COLUMN_KINDS, REQUIRED_COLUMNS } from './roll';
import { readArea } from './roll-rules-cells';
import { headerMeaning } from './roll-column-names';
import { isPlaceholder, plainText } from './roll-text';
import { readRoom } from './room-number';

/** How sure a guess is: `sure` if name and contents agree, `likely` if one of them speaks for it. */
export interface ColumnGuess {
  readonly column: number;
  /** The header's own words, for the person who confirms. */
  readonly header: string;
  readonly confidence: 'sure' | 'likely' | 'unsure';
}

export interface LayoutGuess {
  readonly layout: RollLayout;
  readonly guesses: Readonly<Partial<Record<ColumnKind, ColumnGuess>>>;
  /** Required kinds no column was found for: the person has to name them. */
  readonly missing: readonly ColumnKind[];
  /** The header's words of every column, for choosing by hand. */
  readonly headers: readonly string[];
}

const HEADER_WITHIN = 60;
const HEADER_HEIGHT = 3;
const SAMPLE = 200;

interface Candidate {
  readonly column: number;
  readonly header: string;
  readonly weight: number;
}

interface HeaderGuess {
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
    const kind = own && above && above.kind.startsWith('coOwner') ? above.kind : meaning.kind;
    if (kind === 'other') return;
    candidates.set(kind, [...(candidates.get(kind) ?? []), { column, header, weight: meaning.weight }]);
  });
  return { line: rows.at(-1)?.line ?? 0, headers, candidates };
};

const REQUIRED: readonly ColumnKind[] = REQUIRED_COLUMNS;

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
const findHeader = (rows: readonly SheetRow[]): HeaderGuess | undefined => {
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

const cellsOf = (rows: readonly SheetRow[], column: number): string[] =>
  rows.map((row) => plainText(row.cells[column] ?? '')).filter((cell) => cell !== '' && !isPlaceholder(cell));

/** Whether a cell looks like its kind; kinds without a look of their own are absent. */
const LOOKS: Partial<Record<ColumnKind, (cell: string) => boolean>> = {
  area: (cell) => typeof readArea(cell) === 'number',
  idDigits: (cell) => /[0-9xX]{4}/.test(cell) && !/^1\d{10}$/.test(cell),
  phone: (cell) => cell.replace(/\D/g, '').length >= 7,
  owner: (cell) => /[^\d\s.,-]{2}/.test(cell),
  room: (cell) => readRoom(cell, { building: '1' }) !== undefined,
};

const fit = (kind: ColumnKind, column: number, rows: readonly SheetRow[]): number | undefined => {
  const looks = LOOKS[kind];
  const cells = cellsOf(rows, column);
  if (!looks || cells.length === 0) return undefined;
  return cells.filter(looks).length / cells.length;
};

/** Among several columns of a kind: the one whose name says it best and whose contents do not deny it. */
const choose = (
  kind: ColumnKind,
  candidates: readonly Candidate[],
  rows: readonly SheetRow[],
  standsAlone: boolean,
): ColumnGuess | undefined => {
  const ranked = candidates
    .map((candidate) => {
      const fits =
        kind === 'room' && standsAlone
          ? share(cellsOf(rows, candidate.column), (cell) => readRoom(cell) !== undefined)
          : fit(kind, candidate.column, rows);
      return { candidate, fits, rank: candidate.weight + (fits === undefined ? 0 : fits >= 0.5 ? 10 : -10) };
    })
    .sort((a, b) => b.rank - a.rank || a.candidate.column - b.candidate.column);
  const best = ranked[0];
  if (!best) return undefined;
  const { column, header, weight } = best.candidate;
  const denied = best.fits !== undefined && best.fits < 0.5;
  return { column, header, confidence: denied ? 'unsure' : weight >= 3 ? 'sure' : 'likely' };
};

const share = (cells: readonly string[], holds: (cell: string) => boolean): number | undefined =>
  cells.length === 0 ? undefined : cells.filter(holds).length / cells.length;

/** A phone column nobody named shows itself by its contents. */
const phoneByContent = (
  rows: readonly SheetRow[],
  width: number,
  taken: ReadonlySet<number>,
): ColumnGuess | undefined => {
  for (let column = 0; column < width; column += 1) {
    if (taken.has(column)) continue;
    const mobiles = share(cellsOf(rows, column), (cell) => /^1\d{10}$/.test(cell.replace(/\s/g, '')));
    if ((mobiles ?? 0) >= 0.6) return { column, header: '', confidence: 'likely' };
  }
  return undefined;
};

/** Guesses where the roll is in one sheet. Undefined if no row can be its header. */
export const guessLayout = (sheet: Sheet): LayoutGuess | undefined => {
  const found = findHeader(sheet.rows);
  if (!found) return undefined;
  const sample = sheet.rows.filter((row) => row.line > found.line).slice(0, SAMPLE);
  const standsAlone = !found.candidates.has('building');
  const guesses: Partial<Record<ColumnKind, ColumnGuess>> = {};
  for (const kind of COLUMN_KINDS) {
    const guess = choose(kind, found.candidates.get(kind) ?? [], sample, standsAlone);
    if (guess) guesses[kind] = guess;
  }
  const taken = new Set(Object.values(guesses).map(({ column }) => column));
  const phone = guesses.phone ?? phoneByContent(sample, found.headers.length, taken);
  if (phone) guesses.phone = phone;
  const columns: Partial<Record<ColumnKind, number>> = {};
  for (const kind of COLUMN_KINDS) {
    const guess = guesses[kind];
    if (guess) columns[kind] = guess.column;
  }
  return {
    layout: { sheet: sheet.name, headerLine: found.line, columns },
    guesses,
    missing: REQUIRED.filter((kind) => columns[kind] === undefined),
    headers: found.headers,
  };
};

/** The sheet of a file that holds the roll: a visible one before a hidden one, the fullest before others. */
export const chooseSheet = (sheets: readonly Sheet[]): { sheet: Sheet; guess: LayoutGuess } | undefined => {
  const readable = sheets.flatMap((sheet) => {
    const guess = guessLayout(sheet);
    return guess ? [{ sheet, guess }] : [];
  });
  return readable.sort(
    (a, b) =>
      Number(a.sheet.hidden) - Number(b.sheet.hidden) ||
      a.guess.missing.length - b.guess.missing.length ||
      b.sheet.rows.length - a.sheet.rows.length,
  )[0];
};

import type { ColumnKind, RollLayout, Sheet, SheetRow } from './roll';
import { COLUMN_KINDS, REQUIRED_COLUMNS } from './roll';
import { readArea } from './roll-rules-cells';
import { findHeader } from './roll-header';
import type { Candidate } from './roll-header';
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

const SAMPLE = 200;
const REQUIRED: readonly ColumnKind[] = REQUIRED_COLUMNS;

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

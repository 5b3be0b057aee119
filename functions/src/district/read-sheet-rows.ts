import { SHEET_LIMITS, type SheetRow } from '@gongyi/shared/district/roll';
import { refuse, type Refusal } from '@gongyi/shared/kernel/refusal';

const MOST_CELL_CHARACTERS = 2000;

const trimRow = ({ line, cells }: SheetRow): SheetRow => {
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.trim() === '') end -= 1;
  return { line, cells: cells.slice(0, end).map((cell) => cell.slice(0, MOST_CELL_CHARACTERS)) };
};

/** Cuts empty cells and rows off the ends and holds what is left against the limits. */
export const trimRows = (rows: readonly SheetRow[]): readonly SheetRow[] | Refusal => {
  const trimmed = rows.map(trimRow);
  while (trimmed.length > 0 && trimmed.at(-1)?.cells.length === 0) trimmed.pop();
  if (trimmed.length > SHEET_LIMITS.rows) return refuse('sheet-too-large', { limit: 'rows', most: SHEET_LIMITS.rows });
  if (trimmed.some(({ cells }) => cells.length > SHEET_LIMITS.columns))
    return refuse('sheet-too-large', { limit: 'columns', most: SHEET_LIMITS.columns });
  return trimmed;
};

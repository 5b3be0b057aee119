import type { RollImport, setRollLayout as route } from '@gongyi/shared/district/roll-contract';
import { REQUIRED_COLUMNS } from '@gongyi/shared/district/roll';
import type { RollLayout } from '@gongyi/shared/district/roll';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { readImportSheets } from './read-roll-file';
import { findOwnImport } from './roll-access';
import { findImport, setLayoutOnce } from './roll-import-store';
import { maskedCell } from './roll-masked';
import { importView } from './roll-import-view';

const usedTwice = (columns: RollLayout['columns']): boolean => {
  const used = Object.values(columns);
  return new Set(used).size < used.length;
};

/** A person's word on where the roll stands; it must name a sheet and a line of the file and every required column. */
export const setRollLayout = async (
  { params: { importId }, body: layout }: RouteInput<typeof route>,
  call: Call,
): Promise<RollImport | Refusal> => {
  const item = await findOwnImport(importId, call);
  if (isRefusal(item)) return item;
  const missing = REQUIRED_COLUMNS.filter((kind) => layout.columns[kind] === undefined);
  if (missing.length > 0) return refuse('columns-incomplete', { missing: missing.join(',') });
  if (usedTwice(layout.columns)) return refuse('columns-incomplete', { twice: true });
  const sheets = await readImportSheets(importId);
  if (isRefusal(sheets)) return sheets;
  const header = sheets.find(({ name }) => name === layout.sheet)?.rows.find(({ line }) => line === layout.headerLine);
  if (header === undefined) return refuse('sheet-no-header');
  const written = await setLayoutOnce(item, { layout, missing: [], headers: header.cells.map(maskedCell) }, call.op);
  if (!written.done) return refuse('import-closed');
  const changed = await findImport(importId);
  return changed ? importView(changed) : refuse('not-found');
};

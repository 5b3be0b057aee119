import type { RollLayout, RollPreview, Sheet } from '@gongyi/shared/district/roll';
import { readRoll } from '@gongyi/shared/district/roll-rules';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { readSheets } from './read-sheet';
import type { StoredImport } from './roll-import-store';

/** The files' store is loaded when a file is first asked for. */
const findFile = async (importId: string) => (await import('./roll-file-store')).findRollFile(importId);

/** The file of an import as its layout reads it. */
export interface RollRead {
  readonly sheet: Sheet;
  readonly layout: RollLayout;
  readonly preview: RollPreview;
}

// One import is asked for again and again (pages of a preview, steps of a job): the last two are kept.
const KEPT = 2;
const sheetsOf = new Map<string, Promise<readonly Sheet[] | Refusal>>();

const remember = <T>(kept: Map<string, T>, name: string, make: () => T): T => {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = make();
  kept.set(name, made);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
};

export const readImportSheets = (importId: string): Promise<readonly Sheet[] | Refusal> =>
  remember(sheetsOf, importId, () => {
    const read = findFile(importId).then((bytes) =>
      bytes === undefined ? refuse('sheet-unreadable', { reason: 'no-file' }) : readSheets(bytes),
    );
    // What failed or was refused may be there at the next try.
    const forget = () => sheetsOf.delete(importId);
    read.then((sheets) => isRefusal(sheets) && forget(), forget);
    return read;
  });

const previews = new Map<string, RollRead>();

/** Refusals: `sheet-no-header` while nobody said where the roll stands, `columns-incomplete`, those of the file. */
export const readRollFile = async (item: StoredImport): Promise<RollRead | Refusal> => {
  const { id, rev, layout, missing } = item;
  if (layout === undefined) return refuse('sheet-no-header');
  if (missing.length > 0) return refuse('columns-incomplete', { missing: missing.join(',') });
  const sheets = await readImportSheets(id);
  if (isRefusal(sheets)) return sheets;
  const sheet = sheets.find(({ name }) => name === layout.sheet);
  if (sheet === undefined) return refuse('sheet-no-header');
  const others = sheets.filter((other) => other !== sheet && other.rows.length > 0);
  return remember(previews, `${id} ${String(rev)}`, () => ({
    sheet,
    layout,
    preview: readRoll(sheet, layout, others),
  }));
};

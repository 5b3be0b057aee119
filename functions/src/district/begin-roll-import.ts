import type { beginRollImport as route, RollImport } from '@gongyi/shared/district/roll-contract';
import { placeKind } from '@gongyi/shared/district/place';
import { chooseSheet } from '@gongyi/shared/district/roll-columns';
import type { LayoutGuess } from '@gongyi/shared/district/roll-columns';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { readOwnFile } from '../media/public';
import type { Call } from '../platform/router';
import { findPlace } from './place-store';
import { readSheets } from './read-sheet';
import { mayUseRoll } from './roll-access';
import { createImport } from './roll-import-store';
import type { StoredImport } from './roll-import-store';
import { maskedCell } from './roll-masked';
import { importView } from './roll-import-view';

const shortGuesses = ({ guesses }: LayoutGuess): StoredImport['guesses'] =>
  Object.fromEntries(
    Object.entries(guesses).map(([kind, guess]) => [kind, { ...guess, header: maskedCell(guess.header) }]),
  );

/** Opens an uploaded file: keeps it, names its sheets and guesses where the roll stands. Writes nothing to the roll. */
export const beginRollImport = async (
  { params: { compoundId }, body: { mediaId, fileName } }: RouteInput<typeof route>,
  call: Call,
): Promise<RollImport | Refusal> => {
  if (!(await mayUseRoll('roll.import', compoundId, call))) return refuse('not-found');
  if (placeKind(compoundId) !== 'compound' || (await findPlace(compoundId)) === undefined)
    return refuse('place-unknown', { placeId: compoundId });
  const file = await readOwnFile(mediaId, call.who.personId);
  if (file === undefined) return refuse('sheet-unreadable', { reason: 'no-file' });
  const sheets = await readSheets(file.bytes);
  if (isRefusal(sheets)) return sheets;
  const guess = chooseSheet(sheets)?.guess;
  const created = await createImport(
    {
      id: call.op,
      compoundId,
      ...(fileName === undefined ? {} : { fileName }),
      state: 'draft',
      sheets: sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length })),
      ...(guess ? { layout: guess.layout } : {}),
      confirmed: false,
      guesses: guess ? shortGuesses(guess) : {},
      missing: [...(guess?.missing ?? [])],
      headers: (guess?.headers ?? []).map(maskedCell),
      rev: 0,
      begunBy: call.who.personId,
      begunAt: call.now,
      progress: { done: 0, total: 0 },
    },
    call.opHash,
  );
  if (created === undefined) return refuse('key-reused');
  await (await import('./roll-file-store')).keepRollFile(created.id, file.bytes);
  return importView(created);
};

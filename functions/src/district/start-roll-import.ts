import type { RollImport, startRollImport as route } from '@gongyi/shared/district/roll-contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { readRollFile } from './read-roll-file';
import { findOwnImport } from './roll-access';
import { findImport, startImportOnce } from './roll-import-store';
import { importView } from './roll-import-view';

/**
 * Starts writing exactly what was previewed: the totals the person saw must be those of the layout as it is now. Not
 * while a vote is announced over the roll: what its notice says is corrected in the vote, with who and why.
 */
export const startRollImport = async (
  { params: { importId }, body: seen }: RouteInput<typeof route>,
  call: Call,
): Promise<RollImport | Refusal> => {
  const item = await findOwnImport(importId, call);
  if (isRefusal(item)) return item;
  const read = await readRollFile(item);
  if (isRefusal(read)) return read;
  const { homes, area, heads } = read.preview.totals;
  if (homes !== seen.homes || area !== seen.area || heads !== seen.heads)
    return refuse('changed-meanwhile', { homes, area, heads });
  const started = await startImportOnce(item, homes, call.who.personId, call.now, call.op);
  if (started === 'held') return refuse('roll-held');
  if (started === 'closed') return refuse('import-closed', { state: item.state });
  const running = await findImport(importId);
  return running ? importView(running) : refuse('not-found');
};

import { PREVIEW_PARTS } from '@gongyi/shared/district/roll-contract';
import type { previewRollImport as route, RollPreviewPage } from '@gongyi/shared/district/roll-contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { rowsOfPart, showRow, sketchRows } from './preview-rows';
import type { PreviewPart, Sketch } from './preview-rows';
import { readRollFile } from './read-roll-file';
import { findOwnImport } from './roll-access';
import { maskedCell } from './roll-masked';
import { allLines } from './roll-store';

const HEAD_LINES = 12;

const countParts = (rows: readonly Sketch[]): Record<PreviewPart, number> => {
  const count = (part: PreviewPart): number => rowsOfPart(rows, part).length;
  const [all, accepted, doubtful, rejected, ignored, changed, missing] = PREVIEW_PARTS.map(count);
  return {
    all: all ?? 0,
    accepted: accepted ?? 0,
    doubtful: doubtful ?? 0,
    rejected: rejected ?? 0,
    ignored: ignored ?? 0,
    changed: changed ?? 0,
    missing: missing ?? 0,
  };
};

/** What starting the import would write, held against the roll as it is; nothing is written. */
export const previewRollImport = async (
  { params: { importId }, query: { part, from, limit } }: RouteInput<typeof route>,
  call: Call,
): Promise<RollPreviewPage | Refusal> => {
  const item = await findOwnImport(importId, call);
  if (isRefusal(item)) return item;
  const read = await readRollFile(item);
  if (isRefusal(read)) return read;
  const { preview, sheet } = read;
  const rows = await sketchRows(item.compoundId, preview, await allLines(item.compoundId));
  const counts = countParts(rows);
  const chosen = rowsOfPart(rows, part);
  const byLine = new Map(sheet.rows.map((row) => [row.line, row]));
  const added = rows.filter(({ change }) => change === 'added').length;
  return {
    totals: preview.totals,
    counts,
    changes: {
      added,
      changed: counts.changed,
      unchanged: counts.accepted - added - counts.changed,
      missing: counts.missing,
    },
    fileWarnings: preview.fileWarnings,
    head: sheet.rows.slice(0, HEAD_LINES).map(({ line, cells }) => ({ line, cells: cells.map(maskedCell) })),
    rows: await Promise.all(chosen.slice(from, from + limit).map((row) => showRow(item.compoundId, row, byLine))),
    ...(from + limit < chosen.length ? { next: from + limit } : {}),
  };
};

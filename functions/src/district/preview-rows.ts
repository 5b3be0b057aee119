import type { PREVIEW_PARTS, PreviewRow } from '@gongyi/shared/district/roll-contract';
import type { RollHome, RollPreview, SheetRow } from '@gongyi/shared/district/roll';
import { homeName } from '@gongyi/shared/district/room-number';
import { changesOf, contentOf, homeIdOf, ownersOf } from './roll-line';
import type { RollLine } from './roll-line';
import { maskedCell, maskedOwner } from './roll-masked';

export type PreviewPart = (typeof PREVIEW_PARTS)[number];

/** A row of the preview before it is dressed for the reply. */
export type Sketch = Pick<PreviewRow, 'line' | 'is' | 'why' | 'change' | 'what'> & {
  readonly home?: RollHome;
  readonly gone?: RollLine;
};

const sketchHome = async (
  compoundId: string,
  home: RollHome,
  why: PreviewRow['why'],
  lines: ReadonlyMap<string, RollLine>,
): Promise<Sketch> => {
  const content = await contentOf(compoundId, home);
  const line = lines.get(content.homeId);
  const what = line ? changesOf(line, content) : [];
  const change = line === undefined ? 'added' : what.length > 0 ? 'changed' : 'unchanged';
  return { line: home.line, is: 'accepted', why, home, change, ...(what.length > 0 ? { what } : {}) };
};

/** Every row of the file in line order, then the homes of the roll that the file does not name. */
export const sketchRows = async (
  compoundId: string,
  preview: RollPreview,
  lines: readonly RollLine[],
): Promise<Sketch[]> => {
  const byHome = new Map(lines.map((line) => [line.homeId, line]));
  const doubts = new Map<number, PreviewRow['why']>();
  for (const { line, why } of preview.warnings) doubts.set(line, [...(doubts.get(line) ?? []), why]);
  const accepted = await Promise.all(
    preview.accepted.map((home) => sketchHome(compoundId, home, doubts.get(home.line) ?? [], byHome)),
  );
  const named = new Set(preview.accepted.map((home) => homeIdOf(compoundId, home)));
  const rows: Sketch[] = [
    ...accepted,
    ...preview.rejected.map(({ line, why }) => ({ line, is: 'rejected' as const, why: [why] })),
    ...preview.warnings
      .filter(({ why }) => why === 'repeat')
      .map(({ line, why }) => ({ line, is: 'repeat' as const, why: [why] })),
    ...preview.ignored.map(({ line, why }) => ({ line, is: 'ignored' as const, why: [why] })),
  ];
  const gone = lines.filter(({ homeId }) => !named.has(homeId));
  return [
    ...rows.sort((a, b) => a.line - b.line),
    ...gone.map((line) => ({ line: 0, is: 'missing' as const, why: [], gone: line })),
  ];
};

const BELONGS: Record<PreviewPart, (row: Sketch) => boolean> = {
  all: () => true,
  accepted: ({ is }) => is === 'accepted',
  doubtful: ({ is, why }) => is === 'repeat' || (is === 'accepted' && why.length > 0),
  rejected: ({ is }) => is === 'rejected',
  ignored: ({ is }) => is === 'ignored',
  changed: ({ change }) => change === 'changed',
  missing: ({ is }) => is === 'missing',
};

export const rowsOfPart = (rows: readonly Sketch[], part: PreviewPart): Sketch[] => rows.filter(BELONGS[part]);

const MOST_WORDS = 12;

/** The row as shown: owners masked; a row that became no home with its own words. */
export const showRow = async (
  compoundId: string,
  sketch: Sketch,
  rows: ReadonlyMap<number, SheetRow>,
): Promise<PreviewRow> => {
  const { home, gone, ...row } = sketch;
  if (home) {
    const { area, status, owners } = home;
    const shown = { homeId: homeIdOf(compoundId, home), name: homeName(home), area, status };
    return { ...row, home: { ...shown, owners: owners.map(maskedOwner) } };
  }
  if (gone) {
    const { homeId, area, status } = gone;
    return {
      ...row,
      home: { homeId, name: homeName(gone), area, status, owners: (await ownersOf(gone)).map(maskedOwner) },
    };
  }
  return { ...row, words: (rows.get(row.line)?.cells ?? []).slice(0, MOST_WORDS).map(maskedCell) };
};

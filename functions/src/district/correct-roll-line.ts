import { homeName } from '@gongyi/shared/district/room-number';
import type { HomeStatus, RollOwner } from '@gongyi/shared/district/roll';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { TransactItem } from '../platform/table';
import { changesOf, contentOf, lineOf, ownersOf } from './roll-line';
import type { RollLine } from './roll-line';
import { lineWrites, metaWrite, readRoll } from './roll-store';

/** What of one line is to be different; parts left out stay as they are. */
export interface LineCorrection {
  readonly homeId: string;
  readonly area?: number | undefined;
  readonly status?: HomeStatus | undefined;
  readonly owners?: readonly RollOwner[] | undefined;
}

export interface CorrectedLine {
  /** Writes to go into the transaction that tells of the correction. */
  readonly writes: readonly TransactItem[];
  readonly homeName: string;
  readonly before: Pick<RollLine, 'area' | 'status'>;
  readonly after: Pick<RollLine, 'area' | 'status'>;
  readonly ownersChanged: boolean;
  /** The revision of the roll's totals that this will be. */
  readonly rollRev: number;
  /** Every line as it will be. */
  readonly lines: readonly RollLine[];
}

/**
 * One line put right by hand, with its history kept as imports keep it: what it was before stays beside it. The
 * totals of the roll follow in the same transaction.
 */
export const correctedLine = async (
  compoundId: string,
  correction: LineCorrection,
  by: { readonly personId: string; readonly op: string; readonly now: number },
): Promise<CorrectedLine | Refusal> => {
  const { lines, meta } = await readRoll(compoundId);
  const seen = lines.find(({ homeId }) => homeId === correction.homeId);
  if (seen === undefined) return refuse('home-not-on-roll');
  const owners = correction.owners ?? (await ownersOf(seen));
  const { building, entrance, room } = seen;
  const home = {
    line: 0,
    building,
    entrance,
    room,
    path: seen.homeId.slice(compoundId.length + 1),
    area: correction.area ?? seen.area,
    status: correction.status ?? seen.status,
    owners: [...owners],
  };
  const content = await contentOf(compoundId, home);
  const changes = changesOf(seen, content);
  if (changes.length === 0) return refuse('nothing-changed');
  const origin = {
    importId: by.op,
    how: 'changed',
    changedBy: by.personId,
    changedAt: by.now,
    rev: seen.rev + 1,
  } as const;
  const line = await lineOf(home, content, origin);
  const after = lines.map((one) => (one.homeId === line.homeId ? line : one));
  return {
    writes: [...lineWrites(compoundId, line, seen), metaWrite(compoundId, { lines: after, meta }, by.now)],
    homeName: homeName(line),
    before: { area: seen.area, status: seen.status },
    after: { area: line.area, status: line.status },
    rollRev: (meta?.rev ?? 0) + 1,
    ownersChanged: changes.includes('owners') || changes.includes('phones'),
    lines: after,
  };
};

import { homeName } from '@gongyi/shared/district/room-number';
import type { HomeStatus } from '@gongyi/shared/district/roll';
import type { RollLine } from './roll-line';
import { allLines, findLines, linesPage } from './roll-store';

/** A home as the roll counts it, without anybody's name or number. */
export interface RollHomeEntry {
  readonly homeId: string;
  readonly name: string;
  readonly area: number;
  /** Keyed hash of the head it belongs to. */
  readonly head: string;
  /** Owners the roll names; none while the developer holds the home. */
  readonly owners: number;
  readonly status: HomeStatus;
  readonly changedAt: number;
}

/** What the owners that a home's line names are known by: keyed hashes of their names and numbers. */
export type RollOwnerHashes = RollLine['owners'][number];

/** A home with those, for who freezes the roll. */
export interface RollHomeWithOwners extends RollHomeEntry {
  readonly ownerHashes: readonly RollOwnerHashes[];
}

const entryOf = (line: RollLine): RollHomeEntry => {
  const { homeId, area, head, owners, status, changedAt } = line;
  return { homeId, name: homeName(line), area, head, owners: owners.length, status, changedAt };
};

/** Every home of a compound's roll, up to some thousand. */
export const rollHomes = async (compoundId: string): Promise<RollHomeEntry[]> =>
  (await allLines(compoundId)).map(entryOf);

/** The same with what its owners are known by. */
export const rollHomesWithOwners = async (compoundId: string): Promise<RollHomeWithOwners[]> =>
  (await allLines(compoundId)).map((line) => ({ ...entryOf(line), ownerHashes: line.owners }));

/** These homes, as far as they are on the roll. */
export const rollHomesOf = async (compoundId: string, homeIds: readonly string[]): Promise<RollHomeEntry[]> =>
  homeIds.length === 0 ? [] : [...(await findLines(compoundId, homeIds)).values()].map(entryOf);

/** Some homes of a roll, and where to go on. */
export const rollHomesPage = async (compoundId: string, limit: number, after: Record<string, unknown> | undefined) => {
  const { lines, lastKey } = await linesPage(compoundId, limit, after);
  return { homes: lines.map(entryOf), lastKey };
};

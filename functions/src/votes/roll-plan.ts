import { inScope } from '@gongyi/shared/votes/electorate';
import type { Vote } from '@gongyi/shared/votes/vote';
import * as z from 'zod/mini';
import { rollHomesWithOwners } from '../district/public';
import type { RollHomeWithOwners } from '../district/public';
import { LineHomeItem } from './ballot-item';

/** A head of the roll as it will be a line: its homes, and how many owners the roll names (0: the developer's). */
export const PlannedLine = z.object({ coOwners: z.int(), homes: z.array(LineHomeItem) });
export type PlannedLine = z.output<typeof PlannedLine>;
export const RollPlan = z.array(PlannedLine);

const plannedOf = (homes: readonly RollHomeWithOwners[]): PlannedLine => {
  // The developer counts for what is unsold or not handed over, whoever the roll names there.
  const owned = homes.every(({ status }) => status === 'owned');
  return {
    coOwners: owned ? Math.max(...homes.map(({ owners }) => owners)) : 0,
    homes: homes.map(({ homeId, name, area, ownerHashes }) => ({
      homeId,
      name,
      area,
      owners: owned ? [...ownerHashes] : [],
    })),
  };
};

/** As people count doors: 单元 2 before 单元 10. */
const doors = new Intl.Collator('en', { numeric: true });
export const byDoor = (a: { readonly homeId: string }, b: { readonly homeId: string }): number =>
  doors.compare(a.homeId, b.homeId);

/** The lines of a vote as its roll stands at this moment: one a head, in the order of their first homes. */
export const planRoll = async ({ compoundId, scope }: Pick<Vote, 'compoundId' | 'scope'>): Promise<PlannedLine[]> => {
  const heads = new Map<string, RollHomeWithOwners[]>();
  for (const home of (await rollHomesWithOwners(compoundId)).sort(byDoor)) {
    if (inScope(scope, home.homeId)) heads.set(home.head, [...(heads.get(home.head) ?? []), home]);
  }
  return [...heads.values()].map(plannedOf);
};

export const areaOf = ({ homes }: PlannedLine): number => homes.reduce((sum, { area }) => sum + area, 0);

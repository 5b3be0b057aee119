import { isoDate } from '@gongyi/shared/kernel/time';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { HoursEntry, HoursSum } from '@gongyi/shared/volunteers/hours';
import { countOf } from '@gongyi/shared/volunteers/hours-rules';
import { addFigures } from '../platform/figures';
import { getItem, putNew, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * Hours in figures: of a team, of a community and of the district, by year and kind. Each entry is added once: its own
 * `COUNTED#` row and the additions are one transaction.
 */
const yearName = (year: string | number): string => `volunteers#${String(year)}`;
const teamScope = (teamId: string): string => `team.${teamId}`;
const PARTS = ['served', 'byHand', 'times'] as const;

const sumsFor = (sum: HoursSum, kindId: string): Record<string, number> =>
  Object.fromEntries(PARTS.map((name) => [`${name}.${kindId}`, sum[name]]));

export const countEntry = async (entry: HoursEntry): Promise<void> => {
  const name = yearName(isoDate(entry.servedAt).slice(0, 4));
  const sums = sumsFor(countOf(entry), entry.teamKind.id);
  const districtId = ancestorOf(entry.communityId, 'district') ?? entry.communityId;
  await writeTogether([
    putNew(keys.counted(entry.id, 'hours')),
    ...[teamScope(entry.teamId), entry.communityId, districtId].map((scopeId) => addFigures(scopeId, name, sums)),
  ]);
};

/** Sums of a place or a team in a year, by kind. */
const sumsOf = async (scopeId: string, year: number): Promise<Map<string, HoursSum>> => {
  const item = await getItem(keys.figure(scopeId, yearName(year)));
  const sums = new Map<string, HoursSum>();
  for (const [attribute, value] of Object.entries(item ?? {})) {
    const [name = '', kindId] = attribute.split('.');
    const part = PARTS.find((one) => one === name);
    if (part === undefined || kindId === undefined) continue;
    const sum = sums.get(kindId) ?? { served: 0, byHand: 0, times: 0 };
    sums.set(kindId, { ...sum, [part]: Number(value) });
  }
  return sums;
};

export const sumsOfPlace = (placeId: string, year: number): Promise<Map<string, HoursSum>> => sumsOf(placeId, year);
export const sumsOfTeam = (teamId: string, year: number): Promise<Map<string, HoursSum>> =>
  sumsOf(teamScope(teamId), year);

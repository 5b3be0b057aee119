import { refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { HOUR, isoDate } from '../kernel/time';
import type { Certificate, HoursEntry, HoursSum } from './hours';

type Counted = Pick<HoursEntry, 'kind' | 'byHand' | 'minutes'>;
export const NO_HOURS: HoursSum = { served: 0, byHand: 0, times: 0 };

/** What one entry adds to every sum it counts in. */
export const countOf = ({ kind, byHand, minutes }: Counted): HoursSum => ({
  served: byHand ? 0 : minutes,
  byHand: byHand ? minutes : 0,
  times: kind === 'correction' ? 0 : 1,
});

export const addSums = (a: HoursSum, b: HoursSum): HoursSum => ({
  served: a.served + b.served,
  byHand: a.byHand + b.byHand,
  times: a.times + b.times,
});

/** What entries come to, what was added by hand apart. */
export const sumOf = (entries: readonly Counted[]): HoursSum => entries.map(countOf).reduce(addSums, NO_HOURS);

/** What an entry comes to with the corrections that followed it. */
type Corrected = Pick<HoursEntry, 'id' | 'minutes' | 'corrects'>;
export const standingMinutes = (entry: Corrected, all: readonly Corrected[]): number =>
  all.filter(({ corrects }) => corrects === entry.id).reduce((total, { minutes }) => total + minutes, entry.minutes);

const MOST_MINUTES = (24 * HOUR) / 60_000;

/** Hours by hand or by correction are whole minutes of one day. */
export const checkMinutes = (minutes: number): Refusal | undefined =>
  minutes < 0 || minutes > MOST_MINUTES ? refuse('minutes-invalid', { most: MOST_MINUTES }) : undefined;

/** Nobody keeps their own hours. */
export const checkKeeper = (keeperId: string, volunteerId: string): Refusal | undefined =>
  keeperId === volunteerId ? refuse('own-hours') : undefined;

/** The years with entries, newest first, each with its sum and those of its months (1–12). */
export const yearsOf = (entries: readonly (Counted & Pick<HoursEntry, 'servedAt'>)[]) => {
  const years = new Map<string, typeof entries>();
  for (const entry of entries) {
    const year = isoDate(entry.servedAt).slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  const monthOf = ({ servedAt }: Pick<HoursEntry, 'servedAt'>): number => Number(isoDate(servedAt).slice(5, 7));
  return [...years]
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(([year, own]) => ({
      year: Number(year),
      sum: sumOf(own),
      months: Array.from({ length: 12 }, (_, index) =>
        own.filter((entry) => monthOf(entry) === index + 1).reduce((total, { minutes }) => total + minutes, 0),
      ),
    }));
};

/** The lines of a certificate: minutes and times by team, most first. */
export const certificateLines = (entries: readonly HoursEntry[]): Certificate['lines'] => {
  const teams = new Map<string, Certificate['lines'][number]>();
  for (const { teamId, teamName, teamKind, minutes, kind } of entries) {
    const line = teams.get(teamId) ?? { teamName, kindName: teamKind.name, times: 0, minutes: 0 };
    teams.set(teamId, {
      ...line,
      times: line.times + (kind === 'correction' ? 0 : 1),
      minutes: line.minutes + minutes,
    });
  }
  return [...teams.values()].filter(({ minutes }) => minutes > 0).sort((a, b) => b.minutes - a.minutes);
};

/** 12 小时 30 分 */
export const hoursWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return `${String(hours)} 小时`;
  return hours === 0 ? `${String(rest)} 分钟` : `${String(hours)} 小时 ${String(rest)} 分`;
};

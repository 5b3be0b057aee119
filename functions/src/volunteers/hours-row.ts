import type { HoursRow } from '@gongyi/shared/volunteers/contract';
import type { HoursEntry } from '@gongyi/shared/volunteers/hours';
import { standingMinutes } from '@gongyi/shared/volunteers/hours-rules';
import { part } from './shown';

export const bareRow = (entry: HoursEntry): Omit<HoursRow, 'standing'> => ({
  id: entry.id,
  volunteerId: entry.volunteerId,
  kind: entry.kind,
  minutes: entry.minutes,
  servedAt: entry.servedAt,
  at: entry.at,
  teamName: entry.teamName,
  kindName: entry.teamKind.name,
  title: entry.title,
  marks: entry.marks,
  ...part('corrects', entry.corrects),
  ...part('reason', entry.reason),
  ...part('byName', entry.byName),
  ...part('shiftId', entry.shiftId),
});

/** An entry with what it comes to after the corrections among `all`. */
export const hoursRow = (entry: HoursEntry, all: readonly HoursEntry[]): HoursRow => ({
  ...bareRow(entry),
  standing: standingMinutes(entry, all),
});

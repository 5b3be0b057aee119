import * as z from 'zod/mini';
import { DAY, HOUR, MINUTE, dayBegins } from '@gongyi/shared/kernel/time';
import { Skill } from '@gongyi/shared/volunteers/kinds';
import { MapPoint } from '@gongyi/shared/volunteers/shift';

const Role = z.object({ name: z.string(), places: z.string(), skill: z.optional(Skill), age: z.string() });
export type PlanRole = z.output<typeof Role>;
const Slot = z.object({ begins: z.string(), ends: z.string(), roles: z.array(Role) });
export type PlanSlot = z.output<typeof Slot>;

/** What a leader has written of a shift so far, kept as a draft on the device; times of day as `09:30`. */
export const Plan = z.object({
  title: z.string(),
  words: z.string(),
  placeId: z.string(),
  placeName: z.string(),
  spot: z.string(),
  point: z.optional(MapPoint),
  meeting: z.string(),
  bring: z.string(),
  repeat: z.enum(['once', 'weekly']),
  day: z.optional(z.string()),
  weekdays: z.array(z.int()),
  everyWeeks: z.int(),
  from: z.optional(z.string()),
  until: z.optional(z.string()),
  slots: z.array(Slot),
  /** Days before the beginning that sign-up opens; 0: at once. */
  opensDays: z.int(),
  closesHours: z.int(),
  cancelHours: z.int(),
  /** When it was begun: what opens at once opens then. */
  at: z.number(),
  /** One to a submission: sending it twice makes one shift. */
  key: z.string(),
});
export type Plan = z.output<typeof Plan>;

export const EMPTY_ROLE: PlanRole = { name: '', places: '5', age: '' };
export const EMPTY_SLOT: PlanSlot = { begins: '09:00', ends: '11:00', roles: [EMPTY_ROLE] };

/** A shift as a leader usually calls it: two hours on a morning, free to cancel until the day before. */
export const emptyPlan = (at: number, key: string): Plan => ({
  title: '',
  words: '',
  placeId: '',
  placeName: '',
  spot: '',
  meeting: '',
  bring: '',
  repeat: 'once',
  weekdays: [],
  everyWeeks: 1,
  slots: [EMPTY_SLOT],
  opensDays: 0,
  closesHours: 2,
  cancelHours: 24,
  at,
  key,
});

const minuteOf = (time: string): number => {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
/** Minutes from begin to end; what ends earlier in the day ends on the next one. */
const lengthOf = ({ begins, ends }: PlanSlot): number => {
  const length = minuteOf(ends) - minuteOf(begins);
  return length > 0 ? length : length + 24 * 60;
};

const roleBody = ({ name, places, skill, age }: PlanRole) => ({
  name,
  places: Number(places),
  ...(skill === undefined ? {} : { skill }),
  ...(age.trim() === '' ? {} : { ageFloor: Number(age) }),
});

const wordsBody = ({ title, words, spot, meeting, bring, placeId, point }: Plan) => ({
  title,
  words,
  spot,
  meeting,
  ...(bring.trim() === '' ? {} : { bring }),
  placeId,
  ...(point === undefined ? {} : { point }),
});

/** The body of a shift on one day. */
export const onceBody = (plan: Plan) => {
  const midnight = plan.day === undefined ? NaN : dayBegins(plan.day);
  const slots = plan.slots.map((slot) => {
    const startsAt = midnight + minuteOf(slot.begins) * MINUTE;
    return { startsAt, endsAt: startsAt + lengthOf(slot) * MINUTE, roles: slot.roles.map(roleBody) };
  });
  const first = Math.min(...slots.map(({ startsAt }) => startsAt));
  return {
    ...wordsBody(plan),
    slots,
    opensAt: plan.opensDays === 0 ? plan.at : first - plan.opensDays * DAY,
    closesAt: first - plan.closesHours * HOUR,
    cancelUntil: first - plan.cancelHours * HOUR,
  };
};

/** Open at once, for a series: as early as may be. */
const EARLIEST_HOURS = 30 * 24;

/** The body of a shift that comes every week, or every other. */
export const weeklyBody = (plan: Plan) => ({
  ...wordsBody(plan),
  rule: {
    weekdays: [...plan.weekdays],
    everyWeeks: plan.everyWeeks,
    from: plan.from ?? '',
    until: plan.until ?? '',
    except: [],
  },
  slots: plan.slots.map((slot) => ({
    begins: minuteOf(slot.begins),
    minutes: lengthOf(slot),
    roles: slot.roles.map(roleBody),
  })),
  opensHours: plan.opensDays === 0 ? EARLIEST_HOURS : plan.opensDays * 24,
  closesHours: plan.closesHours,
  cancelHours: plan.cancelHours,
});

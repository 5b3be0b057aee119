import { HOUR, MINUTE } from '../kernel/time';
import { leftEarly, marksOf, mayCheckIn, servedMinutes } from './attendance-rules';
import { checkSeries, checkTimes, seriesDates, slotsOn, windowOn } from './shift-rules';
import type { SeriesRule } from './shift';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const NOW = at('2026-11-20T10:00');

describe('the times of a shift', () => {
  const slot = { startsAt: at('2026-11-28T09:00'), endsAt: at('2026-11-28T11:00') };
  const window = { opensAt: NOW, closesAt: slot.startsAt, cancelUntil: at('2026-11-27T09:00') };
  const problem = (more: object) => checkTimes({ slots: [slot], ...window, ...more }, NOW)?.facts['problem'];

  it.each([
    [{}, undefined],
    [{ slots: [{ ...slot, endsAt: slot.startsAt + 14 * MINUTE }] }, 'slot-too-short'],
    [{ slots: [{ ...slot, endsAt: slot.startsAt + 12 * HOUR + 1 }] }, 'slot-too-long'],
    [{ slots: [{ startsAt: NOW, endsAt: NOW + HOUR }] }, 'begins-in-past'],
    [{ closesAt: NOW }, 'window-empty'],
    [{ closesAt: slot.endsAt + 1 }, 'closes-after-end'],
    [{ cancelUntil: slot.startsAt + 1 }, 'cancel-after-start'],
  ])('%j: %s', (more, expected) => {
    expect(problem(more)).toBe(expected);
  });
});

describe('a series', () => {
  const rule: SeriesRule = { weekdays: [6], everyWeeks: 1, from: '2026-11-20', until: '2026-12-31', except: [] };

  it('makes a shift a date, each once whatever is asked in between', () => {
    const all = seriesDates(rule, undefined, '2026-12-31');
    expect(all).toEqual(['2026-11-21', '2026-11-28', '2026-12-05', '2026-12-12', '2026-12-19', '2026-12-26']);
    expect([...seriesDates(rule, undefined, '2026-12-05'), ...seriesDates(rule, '2026-12-05', '2027-06-01')]).toEqual(
      all,
    );
  });

  it('leaves out every other week and dates named', () => {
    expect(seriesDates({ ...rule, everyWeeks: 2, except: ['2026-12-19'] }, undefined, '2026-12-31')).toEqual([
      '2026-11-21',
      '2026-12-05',
    ]);
    // Weeks are counted from the one it begins in, whatever its weekday.
    expect(seriesDates({ ...rule, weekdays: [1], everyWeeks: 2 }, undefined, '2026-12-31')).toEqual([
      '2026-11-30',
      '2026-12-14',
      '2026-12-28',
    ]);
  });

  it('is refused without a date, backwards, or longer than a year', () => {
    const problem = (more: Partial<SeriesRule>) => checkSeries({ ...rule, ...more }, NOW)?.facts['problem'];
    expect(problem({})).toBeUndefined();
    expect(problem({ until: '2026-11-19' })).toBe('until-before-from');
    expect(problem({ until: '2026-11-20' })).toBe('no-dates');
    expect(problem({ until: '2027-12-01' })).toBe('series-too-long');
  });

  it('sets the slots and the window on its date', () => {
    const series = {
      slots: [{ begins: 20 * 60, minutes: 360, roles: [{ name: '巡逻', places: 4 }] }],
      opensHours: 72,
      closesHours: 2,
      cancelHours: 24,
    };
    const slots = slotsOn(series, '2026-11-28');
    expect(slots).toEqual([
      {
        id: 's1',
        startsAt: at('2026-11-28T20:00'),
        endsAt: at('2026-11-29T02:00'),
        roles: [{ id: 'r1', name: '巡逻', places: 4 }],
      },
    ]);
    expect(windowOn(series, slots)).toEqual({
      opensAt: at('2026-11-25T20:00'),
      closesAt: at('2026-11-28T18:00'),
      cancelUntil: at('2026-11-27T20:00'),
    });
  });
});

describe('hours served', () => {
  const slot = { startsAt: at('2026-11-28T09:00'), endsAt: at('2026-11-28T11:00') };

  it('are whole minutes between coming and going, within the slot', () => {
    expect(servedMinutes(slot, at('2026-11-28T08:30'), at('2026-11-28T11:40'))).toBe(120);
    expect(servedMinutes(slot, at('2026-11-28T09:10'), at('2026-11-28T10:09') + 59_999)).toBe(59);
    expect(servedMinutes(slot, at('2026-11-28T08:30'), at('2026-11-28T08:40'))).toBe(0);
  });

  it('are marked by who took them and by an early leave', () => {
    const came = { at: slot.startsAt, by: 'leader' } as const;
    expect(marksOf(slot, came, { at: slot.endsAt, by: 'clock' })).toEqual(['in-by-leader', 'closed-by-clock']);
    expect(marksOf(slot, { ...came, by: 'code' }, { at: slot.endsAt - HOUR, by: 'code' })).toEqual(['left-early']);
    expect(leftEarly(slot, slot.endsAt - 10 * MINUTE)).toBe(false);
  });

  it('can begin from an hour before the slot until its end', () => {
    const open = (time: string) => mayCheckIn(slot, at(time));
    expect(['2026-11-28T07:59', '2026-11-28T08:00', '2026-11-28T10:59', '2026-11-28T11:00'].map(open)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

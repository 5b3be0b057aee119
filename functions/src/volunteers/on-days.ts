import { daysOf } from '@gongyi/shared/volunteers/sign-up-rules';
import type { Reaction } from '../platform/reaction';
import { dayOf, findDay, isDayKey } from './day-store';
import { dropLine, putLine } from './roster-store';

/** Keeps the leaders' lists: each sign-up of a day is a line of its shift, as the day stands now. */
export const onDays: Reaction = {
  name: 'volunteers/keep-roster',
  async on({ pk, sk, old, new: item }) {
    if (!isDayKey(pk, sk)) return;
    const images = [old, item].flatMap((image) => (image === undefined ? [] : [dayOf(image)]));
    const [image] = images;
    if (image === undefined) return;
    const { volunteerId, day } = image;
    const now = await findDay(volunteerId, day);
    const touched = new Set(images.flatMap(({ signUps }) => Object.keys(signUps)));
    for (const key of touched) {
      const [shiftId = '', slotId = ''] = key.split('.');
      const signUp = now?.signUps[key];
      // What runs past five in the morning stands in two days; its line follows the first.
      if (now === undefined || signUp === undefined) await dropLine(shiftId, slotId, volunteerId, day);
      else if (daysOf(signUp)[0] === day) await putLine({ volunteerId, day, dayRev: now.rev, signUp });
    }
  },
};

import { changeOnce, updateOf, writeTogether } from '../platform/table';
import { stepVerdict } from '../platform/step-verdict';
import type { Judge, Verdict } from '../platform/step-verdict';
import { keys } from '../platform/table-shape';
import { findShift, findStep, findTeam, findWish, keyOf, stepKeyOf } from './record-store';
import type { Kind } from './record-store';

const findThing = { team: findTeam, shift: findShift, wish: findWish } as const;
const TRIES = 8;

/** Shifts of a series say the same on every date: what was said of one's words holds for those to come. */
const tellSeries = async (shiftId: string, verdict: Verdict, op: string): Promise<void> => {
  const shift = await findShift(shiftId);
  if (shift?.seriesId === undefined || shift.textRev !== 1) return;
  await changeOnce({
    key: keys.teamSeries(shift.teamId, shift.seriesId),
    set: { wordsCheck: verdict },
    when: 'attribute_exists(pk)',
    op,
  });
};

/**
 * Writes a verdict on the words of one step, and on the thing itself where they are still its own; false if there
 * is no such step with words. What a machine says counts only while nothing else was said.
 */
export const settleWords = async (
  kind: Kind,
  id: string,
  rev: number,
  verdict: Verdict,
  person?: Judge,
): Promise<boolean> => {
  const step = await findStep(kind, id, rev);
  if (step?.words === undefined) return false;
  const op = person?.op ?? `words.${verdict}`;
  const onStep = stepVerdict(stepKeyOf[kind](id, rev), verdict, person);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const thing = await findThing[kind](id);
    if (thing?.textRev !== rev) return (await changeOnce(onStep)).done;
    if (person === undefined && thing.wordsCheck !== 'pending') return true;
    const written = await writeTogether([
      updateOf({
        key: keyOf[kind](id),
        set: { wordsCheck: verdict },
        when: '#rev = :rev AND wordsCheck = :seen',
        names: { '#rev': 'rev' },
        values: { ':rev': thing.rev, ':seen': thing.wordsCheck },
        op,
      }),
      updateOf(onStep),
    ]);
    if (!written.done) continue;
    if (kind === 'shift') await tellSeries(id, verdict, op);
    return true;
  }
  throw new Error('a thing changed too often for a verdict on its words');
};

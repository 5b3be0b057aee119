import type { Shift, ShiftSlot } from '@gongyi/shared/volunteers/shift';
import type { SignUp } from '@gongyi/shared/volunteers/sign-up';
import { daysAround, signUpIn } from './day-store';

type Times = Pick<SignUp, 'startsAt' | 'endsAt'>;

/** Where a slot's sign-ups stand: at its times, and at its old ones while a moved shift takes them along. */
const timesOf = ({ startsAt, endsAt, movedFrom }: ShiftSlot): Times[] => [
  { startsAt, endsAt },
  ...(movedFrom === undefined ? [] : [{ startsAt: movedFrom, endsAt: movedFrom + endsAt - startsAt }]),
];

/** Somebody's sign-up for a slot, and the times by which their days are found. */
export const placedSignUp = async (
  volunteerId: string,
  shift: Pick<Shift, 'id'>,
  slot: ShiftSlot,
): Promise<{ readonly signUp: SignUp; readonly times: Times } | undefined> => {
  for (const times of timesOf(slot)) {
    const signUp = signUpIn(await daysAround(volunteerId, times), shift.id, slot.id);
    if (signUp !== undefined) return { signUp, times: { startsAt: signUp.startsAt, endsAt: signUp.endsAt } };
  }
  return undefined;
};

export const findSignUp = async (
  volunteerId: string,
  shift: Pick<Shift, 'id'>,
  slot: ShiftSlot,
): Promise<SignUp | undefined> => (await placedSignUp(volunteerId, shift, slot))?.signUp;

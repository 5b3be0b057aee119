import { useState } from 'react';
import {
  answerOffer,
  cancelSignUp,
  checkIn,
  checkOut,
  setInsuranceConsent,
  signUp,
} from '@gongyi/shared/volunteers/contract-sign-ups';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { canScan, codeIn, requireSignIn, scanCode, useSignedIn } from '../platform';
import { say } from '../ui';
import { SHIFT } from './copy';
import { mySlots } from './use-shift';
import type { MySlot, OpenRole, ShiftDesk } from './use-shift';

type Open =
  | { readonly sheet: 'sign-up' }
  | { readonly sheet: 'cancel'; readonly at: MySlot }
  | { readonly sheet: 'code'; readonly at: MySlot; readonly what: 'check-in' | 'check-out' };

/** What somebody lacks for a role, with a way on of its own. */
export type Lack = 'guardian' | 'profile';
const LACKS: Readonly<Record<string, Lack | undefined>> = {
  'guardian-needed': 'guardian',
  'skill-needed': 'profile',
  'volunteer-needed': 'profile',
};

/** Where an address with a code leads: to coming, or else to going. */
const scannedFor = (view: ShiftView): Open | undefined => {
  for (const what of ['check-in', 'check-out'] as const) {
    const at = mySlots(view).find(({ mine }) => mine.acts.includes(what));
    if (at !== undefined) return { sheet: 'code', at, what };
  }
  return undefined;
};

/** Everything a volunteer does with a shift, and which sheet is open for it. */
export const useMyPart = ({ act, move, load }: ShiftDesk, view: ShiftView, scanned: string | undefined) => {
  const [opened, setOpened] = useState<Open | undefined>(() => (scanned === undefined ? undefined : scannedFor(view)));
  const [lacks, setLacks] = useState<Lack>();
  const signedIn = useSignedIn();
  const params = { shiftId: view.id };
  const show = (next: Open | undefined) => {
    act.clear();
    setOpened(next);
  };
  const closeWhen = (moved: ShiftView | undefined) => {
    if (moved !== undefined) setOpened(undefined);
  };
  const byCode = async (at: MySlot, what: 'check-in' | 'check-out', words: string) => {
    const input = { params, body: { slotId: at.slot.id, code: codeIn(words) } };
    closeWhen(
      what === 'check-in' ? await move(checkIn, input, SHIFT.checkedIn) : await move(checkOut, input, SHIFT.checkedOut),
    );
  };
  return {
    opened,
    close: () => show(undefined),
    lacks,
    beginSignUp: async () => {
      // What a stranger may do is known only once they are known.
      if (!signedIn && (await requireSignIn())) await load.reload();
      else if (!signedIn) return;
      show({ sheet: 'sign-up' });
    },
    signUp: async ({ slot, role }: OpenRole, insure: boolean) => {
      const outcome = await act.attempt(signUp, { params, body: { slotId: slot.id, roleId: role.id, insure } });
      setLacks(outcome.ok ? undefined : LACKS[outcome.refusal?.refused ?? '']);
      if (!outcome.ok) return;
      load.replace(outcome.value);
      setOpened(undefined);
      say(role.acts.includes('wait') ? SHIFT.waitingNow : SHIFT.signedUp);
    },
    take: (at: MySlot) => move(answerOffer, { params, body: { slotId: at.slot.id, take: true } }, SHIFT.taken),
    decline: (at: MySlot) => move(answerOffer, { params, body: { slotId: at.slot.id, take: false } }, SHIFT.declined),
    insure: (at: MySlot, given: boolean) =>
      move(
        setInsuranceConsent,
        { params, body: { slotId: at.slot.id, given } },
        given ? SHIFT.insureOn : SHIFT.insureOff,
      ),
    beginCancel: (at: MySlot) => show({ sheet: 'cancel', at }),
    cancel: async (at: MySlot) =>
      closeWhen(await move(cancelSignUp, { params, body: { slotId: at.slot.id } }, SHIFT.cancelled)),
    beginCode: async (at: MySlot, what: 'check-in' | 'check-out') => {
      if (!canScan()) {
        show({ sheet: 'code', at, what });
        return;
      }
      const words = await scanCode();
      // Nothing scanned, or a camera that will not: the figures can be typed.
      if (words === undefined) show({ sheet: 'code', at, what });
      else await byCode(at, what, words);
    },
    byCode,
  };
};
export type MyPart = ReturnType<typeof useMyPart>;

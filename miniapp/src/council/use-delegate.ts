import { useState } from 'react';
import {
  answerInvitation,
  confirmMinutes,
  disputeMinutes,
  nameSubstitute,
  signIn,
  statePosition,
} from '@gongyi/shared/council/contract';
import type { SessionView } from '@gongyi/shared/council/contract';
import { SIGN_IN_BEFORE } from '@gongyi/shared/council/session-rules';
import type { Party } from '@gongyi/shared/district/organisation';
import { canScan, codeIn, scanCode } from '../platform';
import type { Stated } from './components/position-sheet';
import { runningItem } from './next-step';
import { SESSION } from './session-copy';
import type { SessionDesk } from './use-session';

type DelegateSheet = 'sign-in' | 'state' | 'confirm' | 'dispute' | 'substitute';

/** What a delegate can do now: the first is the one button at the bottom. */
export const delegateStep = (
  view: SessionView,
  now: number,
): 'state-position' | 'sign-in' | 'confirm-minutes' | undefined => {
  const { moves, myParty } = view;
  if (myParty === undefined) return undefined;
  if (moves.includes('sign-in') && !view.signedInByMe && now >= view.startsAt - SIGN_IN_BEFORE) return 'sign-in';
  if (moves.includes('state-position') && view.quorum.present.includes(myParty) && runningItem(view) !== undefined)
    return 'state-position';
  return moves.includes('confirm-minutes') && view.unconfirmed.includes(myParty) ? 'confirm-minutes' : undefined;
};

/** Everything a delegate does to a session, and which sheet is open for it. */
export const useDelegate = (desk: SessionDesk, view: SessionView, scanned: string | undefined) => {
  const mayScanned = scanned !== undefined && view.moves.includes('sign-in') && !view.signedInByMe;
  const [sheet, setSheet] = useState<DelegateSheet | undefined>(mayScanned ? 'sign-in' : undefined);
  const params = { sessionId: view.id };
  const { rev } = view;
  const close = () => {
    desk.act.clear();
    setSheet(undefined);
  };
  const closeWhen = (moved: SessionView | undefined): boolean => {
    if (moved !== undefined) setSheet(undefined);
    return moved !== undefined;
  };
  const signInBy = async (words: string) =>
    closeWhen(await desk.move(signIn, { params, body: { rev, code: codeIn(words) } }, SESSION.signInDone));
  return {
    sheet,
    close,
    show: (which: DelegateSheet) => {
      desk.act.clear();
      setSheet(which);
    },
    answer: (coming: boolean) =>
      desk.move(
        answerInvitation,
        { params, body: { rev, coming } },
        coming ? SESSION.answered.coming : SESSION.answered['not-coming'],
      ),
    signInBy,
    beginSignIn: async () => {
      desk.act.clear();
      if (!canScan()) {
        setSheet('sign-in');
        return;
      }
      const words = await scanCode();
      if (words !== undefined) await signInBy(words);
    },
    state: async ({ stance, reasons }: Stated) => {
      const topicId = runningItem(view)?.topicId;
      if (topicId === undefined) return false;
      return closeWhen(
        await desk.move(statePosition, { params, body: { rev, topicId, stance, reasons } }, SESSION.stateDone),
      );
    },
    confirm: async () => closeWhen(await desk.move(confirmMinutes, { params, body: { rev } }, SESSION.confirmDone)),
    dispute: async (reason: string) =>
      closeWhen(await desk.move(disputeMinutes, { params, body: { rev, reason } }, SESSION.disputeDone)),
    name: async (party: Party, phone: string) =>
      closeWhen(await desk.move(nameSubstitute, { params, body: { rev, party, phone } }, SESSION.nameDone)),
  };
};
export type DelegateDesk = ReturnType<typeof useDelegate>;

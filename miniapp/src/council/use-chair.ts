import { useState } from 'react';
import * as z from 'zod/mini';
import {
  adjournSession,
  answerObjection,
  callVote,
  cancelSession,
  conclude,
  confirmMinutesFor,
  deferItem,
  editMinutes,
  endSession,
  failSession,
  inviteObserver,
  lockMinutesWithout,
  openItem,
  openSession,
  publishNotice,
  recallMinutes,
  referItem,
  resumeSession,
  sendMinutes,
  signInFor,
  statePosition,
} from '@gongyi/shared/council/contract';
import type { SessionView } from '@gongyi/shared/council/contract';
import type { RouteCall } from '@gongyi/shared/kernel/define-route';
import type { Party } from '@gongyi/shared/district/organisation';
import { useDraft } from '../platform';
import type { Stated } from './components/position-sheet';
import { nextStep, runningItem } from './next-step';
import type { NextStep } from './next-step';
import { CHAIR } from './session-copy';
import type { SessionDesk } from './use-session';

export type ChairSheet =
  | 'state'
  | 'conclude'
  | 'set-aside'
  | 'end'
  | 'send-minutes'
  | 'publish'
  | 'answer-objection'
  | 'sign-for'
  | 'confirm-for'
  | 'recall-minutes'
  | 'lock-without'
  | 'observer'
  | 'adjourn'
  | 'cancel'
  | 'fail';

export type Concluded = Pick<RouteCall<typeof conclude>['body'], 'words' | 'tasks'>;

const MinutesDraft = z.object({ words: z.string(), version: z.int() });

/** The minutes as the chair has changed them here; a draft of an older version is let go. */
export const useMinutesDraft = (view: SessionView) => {
  const draft = useDraft(`minutes.${view.id}`, MinutesDraft, { words: '', version: 0 });
  const { words = '', version = 0 } = view.minutes ?? {};
  const kept = draft.value.version === version;
  const shown = kept ? draft.value.words : words;
  return {
    words: shown,
    changed: shown !== words,
    change: (next: string) => draft.change({ words: next, version }),
    clear: draft.clear,
  };
};

/** Everything the chair does to a session; THE next step, and which sheet is open. */
export const useChair = (desk: SessionDesk, view: SessionView) => {
  const [sheet, setSheet] = useState<ChairSheet>();
  const minutes = useMinutesDraft(view);
  const params = { sessionId: view.id };
  const { rev } = view;
  const { act } = desk;
  const topicId = runningItem(view)?.topicId ?? '';
  const bare = { params, body: { rev } };
  const closeWhen = (moved: SessionView | undefined): boolean => {
    if (moved !== undefined) setSheet(undefined);
    return moved !== undefined;
  };
  const show = (which: ChairSheet) => {
    act.clear();
    setSheet(which);
  };
  const saveMinutes = async () => {
    const body = { rev, words: minutes.words };
    const moved = await desk.move(editMinutes, { params, body }, CHAIR.savedMinutes);
    if (moved !== undefined) minutes.clear();
    return moved;
  };
  const openOne = (id: string) => desk.move(openItem, { params, body: { rev, topicId: id } }, CHAIR.itemDone);

  const take = async (step: NextStep): Promise<void> => {
    switch (step.kind) {
      case 'open':
        await desk.move(openSession, bare, CHAIR.openDone);
        return;
      case 'open-item':
        await openOne(step.item.topicId);
        return;
      case 'call-vote':
        await desk.move(callVote, { params, body: { rev, topicId } }, CHAIR.voteDone);
        return;
      case 'resume':
        await desk.move(resumeSession, bare, CHAIR.resumeDone);
        return;
      case 'hear':
      case 'vote':
        show('state');
        return;
      case 'second-calling':
        return;
      default:
        show(step.kind);
    }
  };

  return {
    act,
    sheet,
    minutes,
    step: nextStep(view),
    show,
    close: () => {
      act.clear();
      setSheet(undefined);
    },
    take,
    openOne,
    saveMinutes,
    send: async () => {
      const saved = minutes.changed ? await saveMinutes() : view;
      if (saved === undefined) return;
      closeWhen(await desk.move(sendMinutes, { params, body: { rev: saved.rev } }, CHAIR.sendDone));
    },
    end: async () => closeWhen(await desk.move(endSession, bare, CHAIR.endDone)),
    publish: async () => closeWhen(await desk.move(publishNotice, bare, CHAIR.publishDone)),
    fail: async () => closeWhen(await desk.move(failSession, bare, CHAIR.failDone)),
    cancel: async (reason: string) =>
      closeWhen(await desk.move(cancelSession, { params, body: { rev, reason } }, CHAIR.cancelDone)),
    adjourn: async (resumesAt: number, reason: string) =>
      closeWhen(await desk.move(adjournSession, { params, body: { rev, resumesAt, reason } }, CHAIR.adjournDone)),
    state: async ({ party, stance, reasons }: Stated) => {
      if (party === undefined) return false;
      const body = { rev, topicId, stance, reasons, party };
      return closeWhen(await desk.move(statePosition, { params, body }, CHAIR.enterDone));
    },
    conclude: async (made: Concluded) =>
      closeWhen(await desk.move(conclude, { params, body: { rev, topicId, ...made } }, CHAIR.concludeDone)),
    setAside: async (asideId: string, to: 'defer' | 'refer', reason: string) => {
      const input = { params, body: { rev, topicId: asideId, reason } };
      closeWhen(
        to === 'defer'
          ? await desk.move(deferItem, input, CHAIR.asideDone)
          : await desk.move(referItem, input, CHAIR.asideDone),
      );
    },
    signFor: async (party: Party, name: string) =>
      closeWhen(await desk.move(signInFor, { params, body: { rev, party, name } }, CHAIR.signForDone)),
    confirmFor: async (party: Party, name: string) =>
      closeWhen(await desk.move(confirmMinutesFor, { params, body: { rev, party, name } }, CHAIR.confirmForDone)),
    recall: async (reason: string) =>
      closeWhen(await desk.move(recallMinutes, { params, body: { rev, reason } }, CHAIR.recallDone)),
    lockWithout: async (reason: string) =>
      closeWhen(await desk.move(lockMinutesWithout, { params, body: { rev, reason } }, CHAIR.lockDone)),
    observe: async (name: string, from: string) =>
      closeWhen(await desk.move(inviteObserver, { params, body: { rev, name, from } }, CHAIR.observerDone)),
    answer: async (objectionRev: number, words: string) =>
      closeWhen(await desk.move(answerObjection, { params, body: { rev, objectionRev, words } }, CHAIR.answerDone)),
  };
};
export type Chair = ReturnType<typeof useChair>;

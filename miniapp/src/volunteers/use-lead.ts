import { useState } from 'react';
import {
  cancelShift,
  exportInsured,
  getRoster,
  messageSignedUp,
  moveShift,
} from '@gongyi/shared/volunteers/contract-shifts';
import { cancelSignUpFor, markPresence, signUpFor } from '@gongyi/shared/volunteers/contract-sign-ups';
import type { RosterRow, ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { openSheet, useLoad, useMoves } from '../platform';
import type { CallInput } from '../platform';
import { say } from '../ui';
import { LEAD } from './copy';
import type { ShiftDesk } from './use-shift';

export type LeadSheet = 'message' | 'move' | 'cancel' | 'enter';

/** Everything a leader does with a shift and its list, and which sheet is open for it. */
export const useLead = (desk: ShiftDesk, view: ShiftView) => {
  const params = { shiftId: view.id };
  // Who may only enter others is not shown the list, but whom they entered, by the answer.
  const roster = useMoves(useLoad(getRoster, view.mayLead ? { params } : undefined));
  const [sheet, setSheet] = useState<LeadSheet>();
  const [removing, setRemoving] = useState<RosterRow>();
  const { act } = roster;
  const clear = () => {
    act.clear();
    desk.act.clear();
  };
  const closeWhen = (moved: unknown) => {
    if (moved !== undefined) setSheet(undefined);
  };
  return {
    roster,
    sheet,
    removing,
    show: (which: LeadSheet | undefined) => {
      clear();
      setSheet(which);
    },
    askRemove: (row: RosterRow | undefined) => {
      clear();
      setRemoving(row);
    },
    mark: ({ volunteerId, slotId }: RosterRow, what: 'in' | 'out') =>
      roster.move(markPresence, { params, body: { volunteerId, slotId, what } }, LEAD.marked),
    remove: async ({ volunteerId, slotId }: RosterRow) => {
      const moved = await roster.move(cancelSignUpFor, { params, body: { volunteerId, slotId } }, LEAD.removed);
      if (moved !== undefined) setRemoving(undefined);
    },
    message: async (words: string, slotId: string | undefined) => {
      const body = { words, ...(slotId === undefined ? {} : { slotId }) };
      closeWhen(await roster.move(messageSignedUp, { params, body }, LEAD.messageSent));
    },
    enter: async (body: CallInput<typeof signUpFor>['body']) => {
      closeWhen(await roster.move(signUpFor, { params, body }, LEAD.entered));
    },
    cancel: async (reason: string) => {
      closeWhen(await desk.move(cancelShift, { params, body: { rev: view.rev, reason } }, LEAD.cancelled));
    },
    moveTo: async (body: Omit<CallInput<typeof moveShift>['body'], 'rev'>) => {
      closeWhen(await desk.move(moveShift, { params, body: { ...body, rev: view.rev } }, LEAD.moved));
    },
    exportInsured: async () => {
      const made = await act.run(exportInsured, { params });
      if (made === undefined) return;
      say((await openSheet(made.url)) ? LEAD.exported(made.rows) : LEAD.exportFailed);
    },
  };
};
export type Lead = ReturnType<typeof useLead>;

import { useState } from 'react';
import {
  acceptRequest,
  assignRequest,
  resumeRequest,
  startRequest,
  takeRequest,
} from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import type { Move } from '@gongyi/shared/requests/request-rules';
import { useAct } from '../platform';
import { say } from '../ui';
import { asksMore } from './components/move-sheets';
import type { SheetMove } from './components/move-sheets';
import { MOVE } from './copy';

/** Moves in the order work goes: the first lawful one is the primary button. */
const ORDER: readonly Move[] = ['accept', 'take', 'assign', 'start', 'resolve', 'resume', 'call-back'];
const BESIDE: readonly Move[] = [
  'assign',
  'plan-visit',
  'quote',
  'pause',
  'pass-on',
  'reply',
  'decline',
  'escalate',
  'call-back',
];

const ONE_TAP = { accept: acceptRequest, take: takeRequest, start: startRequest, resume: resumeRequest } as const;
const isOneTap = (move: Move): move is keyof typeof ONE_TAP => Object.hasOwn(ONE_TAP, move);

/** The next lawful step of a request for its asker; assigned work goes on to 到场, unassigned to 派单. */
export const primaryMove = (view: RequestView): Move | undefined =>
  ORDER.find((move) => view.moves.includes(move) && !(move === 'assign' && view.assigneeId !== undefined));

export const besideMoves = (view: RequestView): Move[] => {
  const primary = primaryMove(view);
  return BESIDE.filter((move) => view.moves.includes(move) && move !== primary);
};

/** Everything a desk or a technician does to one request; `onOutdated` when somebody else was faster. */
export const useDeskMoves = (onMoved: (view: RequestView) => void, onOutdated: () => void) => {
  const act = useAct(onOutdated);
  const [sheet, setSheet] = useState<SheetMove | 'assign'>();
  const finish = (moved: RequestView | undefined, move: Move) => {
    if (moved === undefined) return;
    setSheet(undefined);
    say(`${MOVE[move]}：已记下`);
    onMoved(moved);
  };
  const begin = async (view: RequestView, move: Move) => {
    act.clear();
    if (move === 'assign' || asksMore(move)) setSheet(move);
    else if (isOneTap(move))
      finish(await act.run(ONE_TAP[move], { params: { requestId: view.id }, body: { rev: view.rev } }), move);
  };
  const assign = async (view: RequestView, assigneeId: string) =>
    finish(
      await act.run(assignRequest, { params: { requestId: view.id }, body: { rev: view.rev, assigneeId } }),
      'assign',
    );
  return { act, sheet, close: () => setSheet(undefined), begin, assign, finish };
};
export type DeskMoves = ReturnType<typeof useDeskMoves>;

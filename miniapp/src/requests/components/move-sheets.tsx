import type { ReplyTemplate, RequestView } from '@gongyi/shared/requests/contract';
import type { Move } from '@gongyi/shared/requests/request-rules';
import type { Act } from '../../platform';
import { CallBackSheet } from './moves/call-back-sheet';
import { PassOnSheet } from './moves/pass-on-sheet';
import { PauseSheet } from './moves/pause-sheet';
import { QuoteSheet } from './moves/quote-sheet';
import { ResolveSheet } from './moves/resolve-sheet';
import { VisitSheet } from './moves/visit-sheet';
import { DeclineSheet, EscalateSheet } from './moves/words-move';
import { ReplySheet } from './reply-sheet';

const SHEETS = {
  pause: PauseSheet,
  'plan-visit': VisitSheet,
  quote: QuoteSheet,
  resolve: ResolveSheet,
  'pass-on': PassOnSheet,
  'call-back': CallBackSheet,
  decline: DeclineSheet,
  escalate: EscalateSheet,
} as const;
export type SheetMove = keyof typeof SHEETS | 'reply';
export const asksMore = (move: Move): move is SheetMove => move === 'reply' || Object.hasOwn(SHEETS, move);

interface MoveSheetsProps {
  readonly move: SheetMove | undefined;
  readonly view: RequestView;
  readonly act: Act;
  readonly templates: readonly ReplyTemplate[];
  readonly onMoved: (view: RequestView) => void;
  readonly onClose: () => void;
}

/** The sheet of whichever move asks for more than a tap. */
export const MoveSheets = ({ move, ...props }: MoveSheetsProps) => {
  if (move === undefined) return null;
  if (move === 'reply') return <ReplySheet open {...props} />;
  const Chosen = SHEETS[move];
  return <Chosen {...props} />;
};

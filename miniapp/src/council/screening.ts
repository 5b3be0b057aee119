import type { TopicView } from '@gongyi/shared/council/contract';
import type { TopicMove } from '@gongyi/shared/council/topic-rules';
import type { Redirect } from './topic-copy';
import { SCREEN } from './topic-copy';

export const VERDICTS = ['accept', 'merge', 'return', 'redirect'] as const satisfies readonly TopicMove[];
export type Verdict = (typeof VERDICTS)[number];

/** What the convener has filled in of a screening so far. */
export interface Screening {
  readonly verdict: Verdict | undefined;
  readonly reason: string;
  readonly intoId: string | undefined;
  readonly to: Redirect | undefined;
}
export const NOTHING_SCREENED: Screening = { verdict: undefined, reason: '', intoId: undefined, to: undefined };

export const verdictsOf = ({ moves }: Pick<TopicView, 'moves'>): Verdict[] =>
  VERDICTS.filter((verdict) => moves.includes(verdict));

/** What is missing of a screening, in words; undefined when it can be sent. */
export const screeningGap = ({
  verdict,
  reason,
  intoId,
  to,
}: Screening): { field: string; words: string } | undefined => {
  if (verdict === 'merge' && intoId === undefined) return { field: 'intoId', words: SCREEN.needInto };
  if (verdict === 'redirect' && to === undefined) return { field: 'to', words: SCREEN.needTo };
  if (verdict !== 'accept' && reason.trim() === '') return { field: 'reason', words: SCREEN.needReason };
  return undefined;
};

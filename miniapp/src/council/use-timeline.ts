import { useEffect, useState } from 'react';
import { getTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { useAct } from '../platform';
import { withEarlier, withNewest } from './timeline';

/** A topic's timeline as far as it is here, and the way further back. */
export const useTimeline = (view: TopicView) => {
  const [before, setBefore] = useState(() => withNewest(undefined, view));
  const act = useAct();
  const here = withNewest(before, view);
  const { earlier } = here;
  useEffect(() => setBefore((kept) => withNewest(kept, view)), [view]);
  const load = async () => {
    const page = await act.run(getTopic, { params: { topicId: view.id }, query: { before: earlier } });
    if (page !== undefined) setBefore((kept) => withEarlier(kept, page));
  };
  return {
    steps: here.steps,
    busy: act.busy,
    words: act.words,
    /** Undefined: all of it is here. */
    back: earlier === undefined ? undefined : () => void load(),
  };
};
export type TimelineHere = ReturnType<typeof useTimeline>;

import type { TopicView } from '@gongyi/shared/council/contract';
import { aTopic, aTopicStep } from '../../test/topic-samples';
import { withEarlier, withNewest } from './timeline';

const page = (from: number, to: number, earlier?: number): TopicView =>
  aTopic({
    rev: to,
    timeline: Array.from({ length: to - from + 1 }, (_, index) => aTopicStep({ rev: from + index, kind: 'commented' })),
    ...(earlier === undefined ? {} : { earlier }),
  });
const revs = ({ steps }: { readonly steps: readonly { readonly rev: number }[] }) => steps.map(({ rev }) => rev);

it('goes back page by page, and keeps what is here when the topic moves on', () => {
  const newest = withNewest(undefined, page(7, 9, 7));
  const both = withEarlier(newest, page(4, 6, 4));
  expect([revs(both), both.earlier]).toEqual([[4, 5, 6, 7, 8, 9], 4]);
  const on = withNewest(both, page(8, 10, 8));
  expect([revs(on), on.earlier]).toEqual([[4, 5, 6, 7, 8, 9, 10], 4]);
  const all = withEarlier(on, page(1, 3));
  expect([revs(all), all.earlier]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], undefined]);
  expect(withNewest(all, page(9, 11, 9)).earlier).toBeUndefined();
});

it('begins again where steps between are missing, and for another topic', () => {
  const here = withEarlier(withNewest(undefined, page(7, 9, 7)), page(4, 6, 4));
  expect(revs(withNewest(here, page(11, 13, 11)))).toEqual([11, 12, 13]);
  expect(revs(withNewest(here, page(10, 12, 10)))).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(revs(withNewest(here, { ...page(8, 9, 8), id: 't2' }))).toEqual([8, 9]);
});

it('hides at once what was hidden on a page read before', () => {
  const here = withEarlier(withNewest(undefined, page(7, 9, 7)), page(4, 6, 4));
  const hiding = aTopicStep({ rev: 10, kind: 'comment-hidden', facts: { hiddenRev: 5 } });
  const after = withNewest(here, { ...page(8, 10, 8), timeline: [hiding] });
  expect(after.steps.filter(({ hidden }) => hidden).map(({ rev }) => rev)).toEqual([5]);
});

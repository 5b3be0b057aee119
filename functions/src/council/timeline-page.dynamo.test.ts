import type { TopicView } from '@gongyi/shared/council/contract';
import { checkRecord } from '@gongyi/shared/kernel/record';
import { RecordLine } from '@gongyi/shared/kernel/record-line';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import type { Someone } from '../people/people-for-tests';
import { getItem, putAll } from '../platform/table';
import { keys } from '../platform/table-shape';
import { done, newCouncil } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';
import { settleStepWords } from './step-words-store';
import { timelinePage } from './timeline-page';
import { moveTopic, movedTopic, newNeighbour, propose, topicIn } from './topics-for-tests';

/** A topic of which much was said: what is shown of it at once has an end, and nothing of it is lost. */
const services = withServices();
let council: Council;
let neighbour: Someone;
beforeAll(async () => {
  council = await newCouncil(services, 'tp');
  neighbour = await newNeighbour(services, council);
}, 60_000);

const proposedTopic = async () => topicIn(await propose(council.resident, council.compoundId));
const page = async ({ id }: Pick<TopicView, 'id'>, before?: number): Promise<TopicView> =>
  topicIn(await neighbour.get(`/topics/${id}${before === undefined ? '' : `?before=${String(before)}`}`));

/** The steps of one kind from `from` on, as its first step `like` is stored; revisions as in a record, no more. */
const many = async (topicId: string, like: number, from: number, count: number): Promise<void> => {
  const step = (await getItem(keys.topicStep(topicId, like), { consistent: true }))!;
  const revs = Array.from({ length: count }, (_, index) => from + index);
  await putAll(revs.map((rev) => ({ ...step, ...keys.topicStep(topicId, rev), rev })));
};

it('shows the last steps, and what came before page by page, each once', async () => {
  const topic = await proposedTopic();
  const said = await movedTopic(neighbour, topic, 'comment', { words: '说一句' });
  expect(said.earlier).toBeUndefined();
  await many(topic.id, said.rev, 3, 118);
  const first = await page(topic);
  expect(first.timeline.map(({ rev }) => rev)).toEqual(Array.from({ length: 50 }, (_, index) => 71 + index));
  expect(first.earlier).toBe(71);
  const second = await page(topic, first.earlier);
  expect(second.timeline.map(({ rev }) => rev)).toEqual(Array.from({ length: 50 }, (_, index) => 21 + index));
  const third = await page(topic, second.earlier);
  expect(third.timeline.map(({ rev }) => rev)).toEqual(Array.from({ length: 20 }, (_, index) => 1 + index));
  expect(third.earlier).toBeUndefined();
  expect(third.timeline[0]?.kind).toBe('proposed');
  expect((await page(topic, 1)).timeline).toEqual([]);
  expect((await neighbour.get(`/topics/${topic.id}?before=0`)).status).toBe(400);
  expect((await council.stranger.get(`/topics/${topic.id}?before=71`)).status).toBe(404);
});

it('reads no more than so many steps although none of them is shown', async () => {
  const topic = await proposedTopic();
  await settleStepWords('topic', topic.id, 1, 'clear');
  const seconded = await movedTopic(neighbour, topic, 'second');
  await many(topic.id, seconded.rev, 3, 498);
  const first = await timelinePage(topic.id, undefined);
  expect(first).toEqual({ steps: [], earlier: 101 });
  const second = await timelinePage(topic.id, first.earlier);
  expect([second.steps.map(({ kind }) => kind), second.earlier]).toEqual([['proposed'], undefined]);
});

it('hides what was said however long ago, and shows why a topic went back, beyond the page', async () => {
  const topic = await proposedTopic();
  const said = await movedTopic(neighbour, topic, 'comment', { words: '骂人的话' });
  await settleStepWords('topic', topic.id, said.rev, 'clear');
  const returned = await movedTopic(council.secretary, said, 'return', { reason: '请写明几号楼' });
  await settleStepWords('topic', topic.id, returned.rev, 'clear');
  let view = await movedTopic(neighbour, returned, 'comment', { words: '再说一句' });
  for (let more = 0; more < 60; more += 1) {
    const by = more % 3 === 0 ? council.resident : more % 3 === 1 ? council.worker : council.branch;
    view = await movedTopic(by, view, 'comment', { words: `第${String(more)}句` });
  }
  view = await movedTopic(council.worker, view, 'hide-comment', { hiddenRev: said.rev, reason: '不文明' });
  const again = { hiddenRev: said.rev, reason: '不文明' };
  expect((await moveTopic(council.worker, view, 'hide-comment', again)).body).toMatchObject({
    code: 'comment-unknown',
  });
  const last = topicIn(await council.resident.get(`/topics/${topic.id}`));
  expect(last.timeline.some(({ rev }) => rev === said.rev)).toBe(false);
  expect(last.closedReason).toBe('请写明几号楼');
  const before = topicIn(await council.resident.get(`/topics/${topic.id}?before=${String(last.earlier)}`));
  const hidden = before.timeline.find(({ rev }) => rev === said.rev);
  expect(hidden).toMatchObject({ hidden: true, kind: 'commented' });
  expect(hidden?.words).toBeUndefined();

  // Its record is read page by page as well, and whole.
  const Page = z.object({
    items: z.array(RecordLine),
    cursor: z.optional(z.string()),
    head: z.object({ rev: z.int(), fingerprint: z.string() }),
  });
  const lines: z.output<typeof RecordLine>[] = [];
  for (let cursor = ''; ;) {
    const got = z.parse(Page, done(await neighbour.get(`/topics/${topic.id}/record?limit=50${cursor}`)));
    lines.push(...got.items);
    if (got.cursor === undefined) {
      expect(checkRecord(topic.id, lines, got.head)).toEqual({ ok: true });
      break;
    }
    cursor = `&cursor=${encodeURIComponent(got.cursor)}`;
  }
  expect(lines).toHaveLength(view.rev);
});

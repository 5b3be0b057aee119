import { TopicView } from '@gongyi/shared/council/contract';
import type { Task } from '@gongyi/shared/council/topic';
import * as z from 'zod/mini';
import type { TestServices } from '../../../infra/local/services-for-tests';
import { noticeReactions } from '../notices/on';
import { newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import type { Change } from '../platform/reaction';
import { getItem, queryAll } from '../platform/table';
import type { Item } from '../platform/table';
import { keys } from '../platform/table-shape';
import { councilReactions } from './on';
import { findTopic, topicWrites, writeSteps } from './record-store';
import { acceptedTopic, done } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';

export const topicIn = (answer: Answer): TopicView => z.parse(TopicView, done(answer));

/** Another resident of the compound. */
export const newNeighbour = async (services: TestServices, { compoundId, worker }: Council): Promise<Someone> => {
  const neighbour = await newPerson(services, '赵大妈');
  const homeId = `${compoundId}.b1.e1.h102`;
  done(await neighbour.post('/homes/claims', { homeId, relation: 'owner', name: '赵大妈' }));
  const claims = z.parse(
    z.object({ items: z.array(z.object({ id: z.string(), homeId: z.string() })) }),
    done(await worker.get(`/compounds/${compoundId}/claims`)),
  );
  const claim = claims.items.find((one) => one.homeId === homeId);
  done(await worker.post(`/compounds/${compoundId}/claims/${claim?.id ?? ''}/decision`, { verified: true }));
  return neighbour;
};

export const propose = async (someone: Someone, compoundId: string, more: object = {}, key?: string): Promise<Answer> =>
  someone.post(
    `/compounds/${compoundId}/topics`,
    { title: '修整电动车棚', words: '车棚漏雨，请大家商量怎么修。', ...more },
    key,
  );

export const moveTopic = (
  someone: Someone,
  view: Pick<TopicView, 'id' | 'rev'>,
  verb: string,
  body: object = {},
  key?: string,
): Promise<Answer> => someone.post(`/topics/${view.id}/${verb}`, { rev: view.rev, ...body }, key);

export const movedTopic = async (
  someone: Someone,
  view: Pick<TopicView, 'id' | 'rev'>,
  verb: string,
  body: object = {},
): Promise<TopicView> => topicIn(await moveTopic(someone, view, verb, body));

export const imageOf = (topicId: string): Promise<Item | undefined> =>
  getItem(keys.topic(topicId), { consistent: true });

export const changeOf = (item: Item, old?: Item): Change => {
  const [pk, sk] = [String(item['pk']), String(item['sk'])];
  return { pk, sk, old, new: item, at: Date.now(), eventId: `${pk}${sk}${String(item['rev'])}`, expired: false };
};

/** What the stream brings within a second: everything told once, as if just written, the topic after what it was. */
export const deliverTopic = async (topicId: string, old?: Item): Promise<void> => {
  for (const item of await queryAll({ pk: keys.topic(topicId).pk, consistent: true })) {
    const change = changeOf(item, item['sk'] === 'TOPIC' ? old : undefined);
    for (const reaction of [...councilReactions, ...noticeReactions]) await reaction.on(change);
  }
};

/** As a session leaves a topic whose notice has ended: these tasks are to be done, and the stream has told of it. */
export const carriedOut = async (
  council: Council,
  title: string,
  tasks: readonly (Pick<Task, 'id' | 'party' | 'dueAt'> & Partial<Task>)[],
): Promise<string> => {
  const topicId = await acceptedTopic(council, title);
  const stored = await findTopic(topicId);
  if (stored === undefined) throw new Error('no such topic');
  const promised = tasks.map((task) => ({ words: '办好', bodyName: '某方', steps: [], ...task }));
  const doing = { maker: { as: 'clock', name: '' }, op: `carry.${topicId}`, now: Date.now() };
  const changes = { status: 'carrying-out' as const, tasks: promised };
  await writeSteps(topicWrites(stored, { changes, event: { kind: 'in-force' } }, doing));
  await deliverTopic(topicId);
  return topicId;
};

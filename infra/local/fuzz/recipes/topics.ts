import * as council from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { MATTERS } from '@gongyi/shared/council/topic-matters';
import { RATINGS, REDIRECTS } from '@gongyi/shared/council/topic';
import { STAGE_NAMES } from '@gongyi/shared/council/kinds';
import type { TopicMove } from '@gongyi/shared/council/topic-rules';
import { topicMoveRoutes } from '../../demo/council-routes';
import { SPEAKERS, readyIn } from '../../world/councils';
import type { Person } from '../../world/people';
import { DISTRICT, communityOf, compoundOf, streetOf } from '../../world/places';
import type { Side } from '../../world/places';
import type { Stage } from '../stage';
import { paged } from './paged';
import { PIXEL, anyOf, member, replyOf, sideOf, uploaded, words } from './recipe';
import type { Recipe, Recipes } from './recipe';

export const RESIDENTS = ['owner', 'family', 'tenant', 'neighbour', 'next-owner'] as const;
export const PARTY_PEOPLE = Object.values(SPEAKERS);
export const chairOf = (stage: Stage, side: Side): Person => member(stage, side, 'community-secretary');

/** What a neighbour would write: open to the whole compound, so nobody's mark is in it. */
const draft = (stage: Stage) => ({ title: `议题${words(stage)}`, words: words(stage), matter: 'common-affairs' });

const proposed = async (stage: Stage, side: Side): Promise<TopicView | undefined> => {
  const who = member(stage, side, 'owner');
  const params = { compoundId: compoundOf(side) };
  const photo = stage.random.chance(0.1) ? await uploaded(stage, who, 'image/png', PIXEL) : undefined;
  const body = { ...draft(stage), ...(photo === undefined ? {} : { photos: [photo] }) };
  return replyOf(council.proposeTopic, await stage.call({ route: council.proposeTopic, who, params, body }));
};

/** A topic's words are looked at by a person, so that nobody has to wait for the machine. */
const cleared = async (stage: Stage, side: Side, topicId: string, eventRev = 1, clear = true): Promise<void> => {
  const body = { subject: { kind: 'topic', id: topicId }, eventRev, clear };
  const who = anyOf(stage, side, 'community-worker', 'community-secretary');
  await stage.call({ route: council.decideCouncilContent, who, body });
};

const look = async (stage: Stage, topicId: string, who: Person): Promise<TopicView | undefined> =>
  replyOf(council.getTopic, await stage.call({ route: council.getTopic, who, params: { topicId } }));

/** Makes a move of a topic as it stands now. */
const step = async (
  stage: Stage,
  topicId: string,
  who: Person,
  move: TopicMove,
  body: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  const view = await look(stage, topicId, who);
  if (view === undefined) return;
  await stage.call({ route: topicMoveRoutes[move], who, params: { topicId }, body: { rev: view.rev, ...body } });
};

/** A topic on its way to a session. */
export const acceptedTopic = async (stage: Stage, side: Side): Promise<string | undefined> => {
  const topic = await proposed(stage, side);
  if (topic === undefined) return undefined;
  await cleared(stage, side, topic.id);
  await step(stage, topic.id, chairOf(stage, side), 'accept');
  return topic.id;
};

/** A move of a topic just proposed. */
const fresh =
  (
    move: TopicMove,
    who: (stage: Stage, side: Side) => Person,
    body: (stage: Stage, topic: TopicView, side: Side) => Promise<object | undefined> | object | undefined = () => ({}),
  ): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const topic = await proposed(stage, side);
    const more = topic && (await body(stage, topic, side));
    if (topic !== undefined && more !== undefined) await step(stage, topic.id, who(stage, side), move, { ...more });
  };

const proposer = (stage: Stage, side: Side): Person => member(stage, side, 'owner');
const anybody = (stage: Stage, side: Side): Person => anyOf(stage, side, ...RESIDENTS, ...PARTY_PEOPLE);
const reason = (stage: Stage) => ({ reason: words(stage) });

/** A move about a topic that is being carried out, or done. */
const later =
  (
    kind: 'carrying' | 'done',
    move: TopicMove,
    ask: (stage: Stage, side: Side) => { who: Person; body: object },
  ): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const { who, body } = ask(stage, side);
    await step(stage, stage.random.pick(readyIn(stage.world, side)[kind]), who, move, { ...body });
  };

/** Somebody's own party's task: `t1` to `t4` in the parties' order. */
const work = (stage: Stage, side: Side) => {
  const index = stage.random.int(0, PARTY_PEOPLE.length - 1);
  const who = member(stage, side, PARTY_PEOPLE[index] ?? 'manager');
  return { who, body: { taskId: `t${String(index + 1)}`, words: words(stage) } };
};

/** Finishing asks each topic's tasks in turn: every task can be finished once. */
const finish: Recipe = async (stage) => {
  const side = sideOf(stage);
  for (const topicId of readyIn(stage.world, side).carrying) {
    const view = await look(stage, topicId, chairOf(stage, side));
    const task = view?.taskList.find(({ doneAt }) => doneAt === undefined);
    if (view?.status !== 'carrying-out' || task === undefined) continue;
    const body = { taskId: task.id, words: words(stage) };
    await step(stage, topicId, member(stage, side, SPEAKERS[task.party]), 'finish-task', body);
    return;
  }
};

const moves: Recipes = {
  'council.amend-topic': fresh('amend', proposer, (stage) => ({
    ...draft(stage),
    matter: stage.random.pick(MATTERS),
  })),
  'council.second-topic': fresh(
    'second',
    (stage, side) => anyOf(stage, side, ...RESIDENTS.slice(1)),
    async (stage, { id }, side) => {
      await cleared(stage, side, id);
      return {};
    },
  ),
  'council.comment-topic': fresh('comment', anybody, (stage) => ({ words: words(stage) })),
  'council.hide-comment-topic': fresh('hide-comment', chairOf, async (stage, { id }, side) => {
    const who = anybody(stage, side);
    await step(stage, id, who, 'comment', { words: words(stage) });
    const rev = (await look(stage, id, who))?.timeline.findLast(({ kind }) => kind === 'commented')?.rev;
    return rev === undefined ? undefined : { hiddenRev: rev, ...reason(stage) };
  }),
  'council.withdraw-topic': fresh('withdraw', proposer),
  'council.accept-topic': async (stage) => {
    await acceptedTopic(stage, sideOf(stage));
  },
  'council.merge-topic': fresh('merge', chairOf, async (stage, _, side) => {
    const into = await proposed(stage, side);
    return into === undefined ? undefined : { intoId: into.id, ...reason(stage) };
  }),
  'council.return-topic': fresh('return', chairOf, reason),
  'council.redirect-topic': fresh('redirect', chairOf, (stage) => ({
    to: stage.random.pick(REDIRECTS),
    ...reason(stage),
  })),
  'council.progress-topic': later('carrying', 'progress', (stage, side) => {
    const { who, body } = work(stage, side);
    return { who, body: { ...body, stepsDone: stage.random.chance(0.5) ? [0] : [] } };
  }),
  'council.finish-task-topic': finish,
  'council.supervise-topic': later('done', 'supervise', (stage, side) => ({
    who: anyOf(stage, side, 'community-worker', 'community-secretary'),
    body: { words: words(stage) },
  })),
  'council.rate-topic': later('done', 'rate', (stage, side) => ({
    who: anyOf(stage, side, ...RESIDENTS),
    body: { rating: stage.random.pick(RATINGS), words: words(stage) },
  })),
};

const above = (stage: Stage, side: Side) => {
  const [name, placeId] = stage.random.pick([
    [`${side}.community-worker`, communityOf(side)],
    [`${side}.community-secretary`, communityOf(side)],
    [`${side}.street-officer`, streetOf(side)],
    [`${side}.office-desk`, streetOf(side)],
    ['command-officer', DISTRICT],
  ] as const);
  return { who: stage.world.who(name), params: { placeId } };
};

const lists: Recipes = {
  'council.propose-topic': async (stage) => {
    const side = sideOf(stage);
    const params = { compoundId: compoundOf(side) };
    const asParty = stage.random.chance(0.5);
    const who = anyOf(stage, side, ...(asParty ? PARTY_PEOPLE : RESIDENTS));
    await stage.call({ route: council.proposeTopic, who, params, body: { ...draft(stage), asParty } });
  },
  'council.list-topics': paged(council.listTopics, (stage) => {
    const side = sideOf(stage);
    const query = { stage: stage.random.pick(STAGE_NAMES) };
    return { who: anybody(stage, side), params: { compoundId: compoundOf(side) }, query };
  }),
  'council.list-my-topics': paged(council.listMyTopics, (stage) => ({ who: anybody(stage, sideOf(stage)) })),
  'council.get-topic': async (stage) => {
    const side = sideOf(stage);
    const { carrying, done } = readyIn(stage.world, side);
    await look(stage, stage.random.pick([...carrying, ...done]), anybody(stage, side));
  },
  'council.get-topic-record': paged(council.getTopicRecord, (stage) => {
    const side = sideOf(stage);
    const params = { topicId: stage.random.pick(readyIn(stage.world, side).done) };
    return { who: anybody(stage, side), params };
  }),
  'council.list-needs': async (stage) => {
    const who = anyOf(stage, sideOf(stage), 'community-secretary', ...PARTY_PEOPLE);
    await stage.call({ route: council.listNeeds, who });
  },
  'council.list-topics-below': paged(council.listTopicsBelow, (stage) => above(stage, sideOf(stage))),
  'council.list-away': async (stage) => {
    await stage.call({ route: council.listAway, ...above(stage, sideOf(stage)) });
  },
  'council.decide-content': async (stage) => {
    const side = sideOf(stage);
    const topic = await proposed(stage, side);
    if (topic !== undefined) await cleared(stage, side, topic.id, 1, stage.random.chance(0.5));
  },
};

export const topicRecipes: Recipes = { ...moves, ...lists };

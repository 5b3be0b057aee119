import * as committee from '@gongyi/shared/votes/contract-committee';
import * as repairs from '@gongyi/shared/votes/contract-emergency';
import * as result from '@gongyi/shared/votes/contract-result';
import { CHOICES } from '@gongyi/shared/votes/ballot';
import { EMERGENCIES } from '@gongyi/shared/votes/emergency-repair';
import { isoDate } from '@gongyi/shared/kernel/time';
import type { Route } from '@gongyi/shared/kernel/define-route';
import { handOverIn, unvoted } from '../../matrix/votes-subjects';
import type { Person } from '../../world/people';
import { compoundOf } from '../../world/places';
import type { Side } from '../../world/places';
import { votesIn } from '../../world/votes';
import type { Stage } from '../stage';
import { paged } from './paged';
import { PIXEL, anyOf, member, replyOf, sideOf, uploaded, words } from './recipe';
import type { Recipe, Recipes } from './recipe';
import { OWNERS, PREPARERS, preparer } from './votes';

const DAY = 86_400_000;
const published = (stage: Stage, side: Side): { voteId: string } => ({
  voteId: stage.random.pick(votesIn(stage.world, side).published),
});
const asks = (route: Route, who?: (stage: Stage, side: Side) => Person): Recipe => {
  return async (stage) => {
    const side = sideOf(stage);
    const asker = who === undefined ? {} : { who: who(stage, side) };
    await stage.call({ route, ...asker, params: published(stage, side) });
  };
};

const objected: Recipe = async (stage) => {
  const side = sideOf(stage);
  const params = published(stage, side);
  const about = { who: anyOf(stage, side, ...OWNERS), params, body: { words: words(stage) } };
  const reply = replyOf(result.objectToVote, await stage.call({ route: result.objectToVote, ...about }));
  const open = reply?.items.find(({ answer }) => answer === undefined);
  if (open === undefined) return;
  await stage.call({
    route: result.answerVoteObjection,
    who: preparer(stage, side),
    params: { ...params, objectionId: open.id },
    body: { words: words(stage) },
  });
};

/** A compound handed over, as far as its list and, now and then, to its end. */
const handOver: Recipe = async (stage) => {
  const side = sideOf(stage);
  const who = anyOf(stage, side, 'community-worker', 'community-secretary', 'street-officer');
  const subject = await handOverIn(stage.world, side, true);
  const params = { handOverId: subject['handOverId'] ?? '' };
  const about = { who, params: { compoundId: subject['compoundId'] ?? '' } };
  const { fromId, toId } = subject;
  const officer = member(stage, side, 'street-officer');
  const basis = { ...(await unvoted(stage.world, officer)), reason: words(stage) };
  const body = { fromId, toId, onDay: isoDate(Date.now() + 9 * DAY), basis };
  const planned = replyOf(
    result.planHandOver,
    await stage.call({ route: result.planHandOver, ...about, who: officer, body }),
  );
  if (planned !== undefined) {
    const cancel = { params: { handOverId: planned.id }, body: { rev: planned.rev, reason: words(stage) } };
    await stage.call({ route: result.cancelHandOver, who, ...cancel });
  }
  await stage.call({ route: result.listHandOvers, ...about });
  const rev = Number(subject['rev']);
  const note = { rev, item: stage.random.pick(result.HAND_OVER_ITEMS), done: true, note: words(stage) };
  const noted = replyOf(
    result.noteHandOverItem,
    await stage.call({ route: result.noteHandOverItem, who, params, body: note }),
  );
  await stage.call({ route: result.completeHandOver, who, params, body: { rev: noted?.rev ?? rev } });
};

/** A meeting whose time has come; undefined once all have been held. */
const meeting = (stage: Stage): { side: Side; committeeVoteId: string } | undefined => {
  const side = sideOf(stage);
  const committeeVoteId = votesIn(stage.world, side).meetings.shift();
  return committeeVoteId === undefined ? undefined : { side, committeeVoteId };
};

const called = async (stage: Stage, side: Side): Promise<string | undefined> => {
  const body = {
    title: `例会${words(stage)}`,
    matters: [{ title: words(stage), words: words(stage) }],
    venue: words(stage),
    meetsAt: Date.now() + (9 + stage.random.int(0, 20)) * DAY,
  };
  const about = { who: preparer(stage, side), params: { compoundId: compoundOf(side) } };
  const { callCommittee: route } = committee;
  return replyOf(route, await stage.call({ route, ...about, body }))?.id;
};

const move = async (
  stage: Stage,
  side: Side,
  committeeVoteId: string,
  route: Route,
  body: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  const who = preparer(stage, side);
  const params = { committeeVoteId };
  const view = replyOf(
    committee.getCommitteeVote,
    await stage.call({ route: committee.getCommitteeVote, who, params }),
  );
  if (view !== undefined) await stage.call({ route, who, params, body: { rev: view.rev, ...body } });
};

const held: Recipe = async (stage) => {
  const ready = meeting(stage);
  if (ready === undefined) {
    await called(stage, sideOf(stage));
    return;
  }
  const { side, committeeVoteId } = ready;
  const params = { committeeVoteId };
  const members = ['committee-director', 'committee-member'].map((name) => member(stage, side, name));
  for (const who of members) await stage.call({ route: committee.attendCommittee, who, params, body: {} });
  await move(stage, side, committeeVoteId, committee.openCommittee);
  for (const who of members) {
    const body = { matterId: 'm1', choice: stage.random.pick(CHOICES) };
    await stage.call({ route: committee.stateInCommittee, who, params, body });
  }
  await move(stage, side, committeeVoteId, committee.closeCommittee);
  await move(stage, side, committeeVoteId, committee.publishCommittee);
};

const proof = async (stage: Stage, who: Person): Promise<string[]> => {
  const id = await uploaded(stage, who, 'image/png', PIXEL);
  return id === undefined ? [] : [id];
};

/** An emergency from its declaration to its accounts. */
const repaired: Recipe = async (stage) => {
  const side = sideOf(stage);
  const who = anyOf(stage, side, 'committee-director', 'committee-member', 'manager');
  const declared = {
    kind: stage.random.pick(EMERGENCIES),
    title: `抢修${words(stage)}`,
    words: words(stage),
    placeIds: [`${compoundOf(side)}.b1`],
    estimate: stage.random.int(1, 9_000_000),
  };
  const made = replyOf(
    repairs.declareRepair,
    await stage.call({
      route: repairs.declareRepair,
      who,
      params: { compoundId: compoundOf(side) },
      body: declared,
    }),
  );
  if (made === undefined) return;
  const params = { repairId: made.id };
  await stage.call({ route: repairs.getRepair, params });
  const checker = anyOf(stage, side, 'community-worker', 'community-secretary', 'street-officer');
  const check = { rev: made.rev, confirmed: stage.random.chance(0.8), words: words(stage) };
  const checked = replyOf(
    repairs.checkRepair,
    await stage.call({ route: repairs.checkRepair, who: checker, params, body: check }),
  );
  const photos = await proof(stage, who);
  if (checked === undefined || photos.length === 0) return;
  const finished = replyOf(
    repairs.finishRepair,
    await stage.call({
      route: repairs.finishRepair,
      who,
      params,
      body: { rev: checked.rev, words: words(stage), photos },
    }),
  );
  const vouchers = await proof(stage, who);
  if (finished === undefined || vouchers.length === 0) return;
  const body = { rev: finished.rev, words: words(stage), spent: stage.random.int(1, 9_000_000), photos: vouchers };
  await stage.call({ route: repairs.accountRepair, who, params, body });
};

const story = (recipe: Recipe, prefix: string, verbs: readonly string[]): Recipes =>
  Object.fromEntries(verbs.map((verb) => [`${prefix}.${verb}`, recipe]));

export const voteResultRecipes: Recipes = {
  ...story(objected, 'votes', ['object', 'answer-objection']),
  'votes.list-objections': paged(result.listVoteObjections, (stage) => {
    const side = sideOf(stage);
    return { who: anyOf(stage, side, ...OWNERS), params: published(stage, side) };
  }),
  'votes.get-result-sheet': asks(result.getResultSheet),
  'votes.get-filing-package': asks(result.getFilingPackage, (stage, side) => anyOf(stage, side, ...PREPARERS)),
  ...story(handOver, 'votes', [
    'plan-hand-over',
    'list-hand-overs',
    'note-hand-over-item',
    'cancel-hand-over',
    'complete-hand-over',
  ]),
  ...story(held, 'committee-votes', ['attend', 'open', 'state', 'close', 'publish']),
  'committee-votes.call': async (stage) => {
    await called(stage, sideOf(stage));
  },
  'committee-votes.cancel': async (stage) => {
    const side = sideOf(stage);
    const id = await called(stage, side);
    if (id !== undefined) await move(stage, side, id, committee.cancelCommittee, { reason: words(stage) });
  },
  'committee-votes.get': async (stage) => {
    const side = sideOf(stage);
    const committeeVoteId = await called(stage, side);
    const who = preparer(stage, side);
    if (committeeVoteId !== undefined)
      await stage.call({ route: committee.getCommitteeVote, who, params: { committeeVoteId } });
  },
  'committee-votes.list': paged(committee.listCommitteeVotes, (stage) => {
    const side = sideOf(stage);
    return { who: anyOf(stage, side, ...OWNERS, ...PREPARERS), params: { compoundId: compoundOf(side) } };
  }),
  ...story(repaired, 'repairs', ['declare', 'check', 'finish', 'account', 'get']),
  'repairs.list': paged(repairs.listRepairs, (stage) => ({ params: { compoundId: compoundOf(sideOf(stage)) } })),
};

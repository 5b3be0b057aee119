import * as council from '@gongyi/shared/council/contract';
import type { SessionView } from '@gongyi/shared/council/contract';
import { DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import { sessionMoveRoutes } from '../../demo/council-routes';
import { SPEAKERS, readyIn, tasksDue } from '../../world/councils';
import type { Person } from '../../world/people';
import { SIDES, communityOf, compoundOf } from '../../world/places';
import type { Side } from '../../world/places';
import type { Stage } from '../stage';
import { paged } from './paged';
import { anyOf, member, newcomer, replyOf, sideOf, words } from './recipe';
import type { Recipe, Recipes } from './recipe';
import { PARTY_PEOPLE, RESIDENTS, acceptedTopic, chairOf, topicRecipes } from './topics';

const DAY = 86_400_000;

const look = async (stage: Stage, sessionId: string, who: Person): Promise<SessionView | undefined> =>
  replyOf(council.getSession, await stage.call({ route: council.getSession, who, params: { sessionId } }));

/** Makes a move of a session as it stands now. */
const step = async (
  stage: Stage,
  sessionId: string,
  who: Person,
  move: SessionMove,
  body: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  const view = await look(stage, sessionId, who);
  if (view === undefined) return;
  await stage.call({ route: sessionMoveRoutes[move], who, params: { sessionId }, body: { rev: view.rev, ...body } });
};

/** A session called for some weeks from now, whatever the rules have become. */
const called = async (stage: Stage, side: Side): Promise<string | undefined> => {
  const topicId = await acceptedTopic(stage, side);
  if (topicId === undefined) return undefined;
  const startsAt = Date.now() + (31 + stage.random.int(0, 20)) * DAY;
  const body = { topicIds: [topicId], startsAt, venue: words(stage) };
  const about = { who: chairOf(stage, side), params: { compoundId: compoundOf(side) } };
  return replyOf(council.callSession, await stage.call({ route: council.callSession, ...about, body }))?.id;
};

/** A move of a session just called. */
const fresh =
  (move: SessionMove, ask: (stage: Stage, side: Side) => Promise<{ who: Person; body: object }>): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const id = await called(stage, side);
    if (id === undefined) return;
    const { who, body } = await ask(stage, side);
    await step(stage, id, who, move, { ...body });
  };

const codes = async (stage: Stage, side: Side, sessionId: string): Promise<string> => {
  const about = { who: chairOf(stage, side), params: { sessionId } };
  const reply = replyOf(council.getSignInCodes, await stage.call({ route: council.getSignInCodes, ...about }));
  return reply?.codes[0]?.code ?? 'none';
};

/** A session that may begin now, with its side; undefined once all have been held. */
const taken = (stage: Stage): { side: Side; sessionId: string } | undefined => {
  for (const side of stage.random.chance(0.5) ? SIDES : [...SIDES].reverse()) {
    const sessionId = readyIn(stage.world, side).sessions.shift();
    if (sessionId !== undefined) return { side, sessionId };
  }
  return undefined;
};

/** While others hold the last sessions there is enough to do about topics. */
const meanwhile: Recipe = (stage) => stage.random.pick(Object.values(topicRecipes))(stage);

/** Everybody speaks by phone, but for the party that is there without one: what it says the chair takes down. */
const speakAll = async (
  stage: Stage,
  { side, sessionId, byHand }: { readonly side: Side; readonly sessionId: string; readonly byHand: Party },
  topicId: string,
  vote: boolean,
): Promise<void> => {
  for (const [index, party] of PARTIES.entries()) {
    const stance = index === 0 && !vote ? 'reserve' : 'agree';
    const body = { topicId, stance, reasons: words(stage) };
    const who = party === byHand ? chairOf(stage, side) : member(stage, side, SPEAKERS[party]);
    await step(stage, sessionId, who, 'state-position', { ...body, ...(party === byHand ? { party } : {}) });
  }
};

const notice = async (stage: Stage, side: Side, sessionId: string): Promise<void> => {
  for (let count = 0; count < 2; count += 1) {
    const body = { words: words(stage), signature: '签名样例' };
    await step(stage, sessionId, anyOf(stage, side, ...RESIDENTS), 'object', body);
  }
  const chair = chairOf(stage, side);
  const paper = { words: words(stage), signature: '书面样例' };
  await step(stage, sessionId, anyOf(stage, side, 'community-worker', 'community-secretary'), 'object-for', paper);
  const objectionRev = (await look(stage, sessionId, chair))?.openObjections[0];
  if (objectionRev !== undefined)
    await step(stage, sessionId, chair, 'answer-objection', { objectionRev, words: words(stage) });
};

/** A session from the first signature to the answer to an objection. */
const story: Recipe = async (stage) => {
  const ready = taken(stage);
  if (ready === undefined) return meanwhile(stage);
  const { side, sessionId } = ready;
  const chair = chairOf(stage, side);
  const chairs = (move: SessionMove, body: Readonly<Record<string, unknown>> = {}): Promise<void> =>
    step(stage, sessionId, chair, move, body);
  const byHand = stage.random.pick(PARTIES);
  const byPhone = PARTIES.filter((party) => party !== byHand).map((party) => SPEAKERS[party]);
  for (const name of byPhone)
    await step(stage, sessionId, member(stage, side, name), 'sign-in', { code: await codes(stage, side, sessionId) });
  await chairs('sign-in-for', { party: byHand, name: '代签样例' });
  await chairs('open');
  const [first, second, third] = (await look(stage, sessionId, chair))?.agenda.map(({ topicId }) => topicId) ?? [];
  if (first === undefined || second === undefined || third === undefined) return;
  await chairs('open-item', { topicId: first });
  await speakAll(stage, { side, sessionId, byHand }, first, false);
  await chairs('call-vote', { topicId: first });
  await speakAll(stage, { side, sessionId, byHand }, first, true);
  await chairs('conclude', { topicId: first, words: '照此办理', tasks: tasksDue(Date.now() + 30 * DAY) });
  await chairs('adjourn', { resumesAt: Date.now() + DAY, reason: words(stage) });
  await chairs('resume');
  await chairs('open-item', { topicId: second });
  await chairs('defer-item', { topicId: second, reason: words(stage) });
  await chairs('refer-item', { topicId: third, reason: words(stage) });
  await chairs('end');
  await chairs('edit-minutes', { words: words(stage) });
  await chairs('send-minutes');
  await step(stage, sessionId, anyOf(stage, side, ...byPhone), 'dispute-minutes', { reason: words(stage) });
  await chairs('send-minutes');
  await chairs('recall-minutes', { reason: words(stage) });
  await chairs('send-minutes');
  await chairs('confirm-for', { party: byHand, name: '代签样例' });
  for (const name of byPhone) await step(stage, sessionId, member(stage, side, name), 'confirm-minutes');
  // A notice shows only words that are checked.
  await stage.world.system.settle();
  await chairs('publish');
  await notice(stage, side, sessionId);
};

const failing: Recipe = async (stage) => {
  const ready = taken(stage);
  if (ready === undefined) return meanwhile(stage);
  const { side, sessionId } = ready;
  await step(stage, sessionId, chairOf(stage, side), 'sign-in-for', { party: 'party-branch', name: '代签样例' });
  await step(stage, sessionId, chairOf(stage, side), 'fail');
};

/** One party has let its days to confirm go by. */
const locking: Recipe = async (stage) => {
  for (const side of SIDES) {
    const sessionId = readyIn(stage.world, side).silent.shift();
    if (sessionId === undefined) continue;
    await step(stage, sessionId, chairOf(stage, side), 'lock-without', { reason: words(stage) });
    return;
  }
  return meanwhile(stage);
};

const STORY: readonly SessionMove[] = [
  ...(['sign-in', 'sign-in-for', 'open', 'open-item', 'state-position', 'call-vote', 'conclude'] as const),
  ...(['defer-item', 'refer-item', 'adjourn', 'resume', 'end', 'edit-minutes', 'send-minutes'] as const),
  ...(['confirm-minutes', 'confirm-for', 'dispute-minutes', 'recall-minutes', 'publish'] as const),
  ...(['object', 'object-for', 'answer-objection'] as const),
];

const moves: Recipes = {
  ...Object.fromEntries(STORY.map((move) => [sessionMoveRoutes[move].id, story])),
  'council.fail': failing,
  'council.lock-without': locking,
  'council.call-session': async (stage) => {
    await called(stage, sideOf(stage));
  },
  'council.answer': fresh('answer', (stage, side) =>
    Promise.resolve({ who: anyOf(stage, side, ...PARTY_PEOPLE), body: { coming: stage.random.chance(0.5) } }),
  ),
  'council.name-substitute': fresh('name-substitute', async (stage, side) => {
    const party = stage.random.pick(PARTIES);
    const { phone } = await newcomer(stage, true);
    return { who: member(stage, side, SPEAKERS[party]), body: { party, phone } };
  }),
  'council.invite-observer': fresh('invite-observer', (stage, side) =>
    Promise.resolve({ who: chairOf(stage, side), body: { name: '列席样例', from: words(stage) } }),
  ),
  'council.cancel': fresh('cancel', (stage, side) =>
    Promise.resolve({ who: chairOf(stage, side), body: { reason: words(stage) } }),
  ),
};

/** A session whose notice has ended, for whoever asks. */
const past = (stage: Stage, side: Side) => ({ sessionId: stage.random.pick(readyIn(stage.world, side).past) });

const looks: Recipes = {
  'council.list-sessions': paged(council.listSessions, (stage) => {
    const side = sideOf(stage);
    return { who: anyOf(stage, side, ...RESIDENTS), params: { compoundId: compoundOf(side) } };
  }),
  'council.get-session': async (stage) => {
    const side = sideOf(stage);
    await look(stage, past(stage, side).sessionId, anyOf(stage, side, ...RESIDENTS, ...PARTY_PEOPLE));
  },
  'council.get-session-record': paged(council.getSessionRecord, (stage) => {
    const side = sideOf(stage);
    return { who: anyOf(stage, side, ...RESIDENTS), params: past(stage, side) };
  }),
  'council.get-sign-in-codes': async (stage) => {
    const side = sideOf(stage);
    const [ready] = readyIn(stage.world, side).sessions;
    const id = ready ?? (await called(stage, side));
    if (id !== undefined) await codes(stage, side, id);
  },
  'council.list-public-notices': paged(council.listPublicNotices, (stage) => ({
    ...(stage.random.chance(0.5) ? { who: anyOf(stage, 'a', ...RESIDENTS) } : {}),
    params: { compoundId: compoundOf(sideOf(stage)) },
  })),
  'council.get-public-notice': async (stage) => {
    await stage.call({ route: council.getPublicNotice, params: past(stage, sideOf(stage)) });
  },
  'council.get-notice-sheet': async (stage) => {
    await stage.call({ route: council.getNoticeSheet, params: past(stage, sideOf(stage)) });
  },
};

const rules: Recipes = {
  'council.get-rules': async (stage) => {
    await stage.call({ route: council.getCouncilRules, params: { placeId: communityOf(sideOf(stage)) } });
  },
  'council.change-rules': async (stage) => {
    const side = sideOf(stage);
    const params = { placeId: communityOf(side) };
    const seen = replyOf(
      council.getCouncilRules,
      await stage.call({ route: council.getCouncilRules, params }),
    )?.version;
    if (seen === undefined) return;
    const who = anyOf(stage, side, 'community-secretary', 'street-officer');
    const changed = { ...DEFAULT_COUNCIL_RULES, publicNoticeDays: stage.random.int(1, 60) };
    await stage.call({
      route: council.changeCouncilRules,
      who,
      params,
      body: { seen, rules: changed, reason: words(stage) },
    });
  },
};

export const sessionRecipes: Recipes = { ...moves, ...looks, ...rules };

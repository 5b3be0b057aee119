import { getSession, getTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import type { SessionStatus, TopicStatus } from '@gongyi/shared/council/kinds';
import { SESSION_MOVES, nextSessionStatus } from '@gongyi/shared/council/session-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import { REDIRECTS } from '@gongyi/shared/council/topic';
import { TOPIC_MOVES, moveRefused, nextTopicStatus } from '@gongyi/shared/council/topic-rules';
import type { TopicMove } from '@gongyi/shared/council/topic-rules';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { RecordLine } from '@gongyi/shared/kernel/record-line';
import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { setTimeout as sleep } from 'node:timers/promises';
import { compoundOf } from '../local/world/places';
import type { Random } from '../local/fuzz/random';
import { act } from './actor';
import type { Known } from './actor';
import { liveLater } from './away';
import type { Faulty } from './faulty';
import type { Acknowledged, Lifecycle, Move } from './lifecycle';
import { judgeRecord, readRecord } from './record';

/** Which move leaves which step in the record. */
const TOPIC_KINDS: Readonly<Partial<Record<string, TopicMove>>> = {
  amended: 'amend',
  seconded: 'second',
  commented: 'comment',
  'comment-hidden': 'hide-comment',
  withdrawn: 'withdraw',
  accepted: 'accept',
  returned: 'return',
  redirected: 'redirect',
  merged: 'merge',
  supervised: 'supervise',
};
const SESSION_KINDS: Readonly<Partial<Record<string, SessionMove>>> = {
  answered: 'answer',
  'observer-invited': 'invite-observer',
  cancelled: 'cancel',
  'signed-in': 'sign-in-for',
  opened: 'open',
  failed: 'fail',
  'item-opened': 'open-item',
  'position-stated': 'state-position',
  'vote-called': 'call-vote',
  'item-concluded': 'conclude',
  'item-deferred': 'defer-item',
  'item-referred': 'refer-item',
  adjourned: 'adjourn',
  resumed: 'resume',
  ended: 'end',
  'minutes-edited': 'edit-minutes',
  'minutes-sent': 'send-minutes',
  'minutes-confirmed': 'confirm-minutes',
  'minutes-locked': 'confirm-minutes',
  'minutes-disputed': 'dispute-minutes',
  'minutes-recalled': 'recall-minutes',
  'minutes-locked-without': 'lock-without',
  published: 'publish',
  objected: 'object',
  'objection-answered': 'answer-objection',
};

/** One kind of step by two moves: for oneself, or entered for somebody without a phone. */
const sessionVerbOf = (kind: string, { facts }: RecordLine): SessionMove | undefined => {
  if (facts['byChair'] === true && kind.startsWith('minutes-')) return 'confirm-for';
  return kind === 'objected' && facts['onPaper'] === true ? 'object-for' : SESSION_KINDS[kind];
};

const PEOPLE = [
  'owner',
  'neighbour',
  'next-owner',
  'community-secretary',
  'community-worker',
  'party-branch-member',
  'committee-director',
  'manager',
  'street-officer',
];

const offered = <T extends string>(seen: unknown, known: readonly T[]): T[] => {
  const view = z.safeParse(z.looseObject({ moves: z.array(z.string()) }), seen);
  return view.success ? known.filter((verb) => view.data.moves.includes(verb)) : [];
};
const choose = <T extends string>(random: Random, seen: unknown, known: readonly T[]): T => {
  const open = offered(seen, known);
  // Mostly what the screen offers, now and then anything.
  return random.pick(open.length > 0 && random.chance(0.9) ? open : known);
};

const topicsOf = ({ world, handler }: Faulty) => {
  const tokenOf = (name: string): string => world.who(`a.${name}`).token;
  const send = async (name: string, path: string, body: object, key: string): Promise<Known> =>
    act(handler, { method: 'POST', path, token: tokenOf(name), key, body });
  const propose = async (random: Random): Promise<string> => {
    const body = { title: `楼道灯晚些关 ${random.text(4)}`, words: '希望晚上十点以后再关灯。' };
    const made = await send('owner', `/api/compounds/${compoundOf('a')}/topics`, body, random.text(24));
    return z.parse(getTopic.reply, made.body).id;
  };
  const look = async (id: string): Promise<TopicView> => {
    const call = { method: 'GET', path: `/api/topics/${id}`, token: tokenOf('community-secretary') };
    return z.parse(getTopic.reply, (await act(handler, { ...call, key: 'v'.repeat(24) })).body);
  };
  /** The words are checked by the stream, a moment after they were written. */
  const checked = async (id: string): Promise<void> => {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if ((await look(id)).wordsState === 'clear') return;
      await sleep(100);
    }
    throw new Error(`the words of a topic were never checked: ${id}`);
  };
  return { tokenOf, send, propose, look, checked };
};

const TOPIC_BODIES = (
  intoId: string,
  random: Random,
): Readonly<Partial<Record<TopicMove, (rev: number) => object>>> => ({
  amend: (rev) => ({ rev, title: '楼道灯改到十点半关', words: '写得更清楚些。' }),
  second: (rev) => ({ rev }),
  comment: (rev) => ({ rev, words: '支持' }),
  'hide-comment': (rev) => ({ rev, hiddenRev: 2, reason: '离题' }),
  withdraw: (rev) => ({ rev }),
  accept: (rev) => ({ rev }),
  return: (rev) => ({ rev, reason: '请写具体' }),
  merge: (rev) => ({ rev, intoId, reason: '说的是同一件事' }),
  redirect: (rev) => ({ rev, to: random.pick(REDIRECTS), reason: '不在四方能定的范围' }),
  supervise: (rev) => ({ rev, words: '已约路灯所来看' }),
});

/** A topic between its neighbours, its convener and the street, beside another into which it may be merged. */
export const topicLifecycle = (faulty: Faulty): Lifecycle => {
  const { tokenOf, propose, look, checked } = topicsOf(faulty);
  const others = new Map<string, string>();
  /** The other one has in it what the record says was merged into it, whole or not at all. */
  const judgeOther = async (topic: TopicView): Promise<string[]> => {
    const intoId = others.get(topic.id) ?? '';
    const into = await look(intoId);
    const path = `/api/topics/${intoId}`;
    const { lines, problems } = await readRecord(faulty.handler, tokenOf('community-secretary'), path, intoId);
    const merged = topic.status === 'merged';
    const taken = lines.filter(({ kind, facts }) => kind === 'took-in' && facts['from'] === topic.id).length;
    if (taken !== (merged ? 1 : 0) || into.mergedFrom.length !== taken || into.seconds !== (merged ? topic.seconds : 0))
      problems.push(`${topic.status}, taken in ${String(taken)} times with ${String(into.seconds)} seconds`);
    return problems;
  };
  return {
    actors: PEOPLE.map((name) => ({ name, token: tokenOf(name) })),
    begin: async (random) => {
      const [id, intoId] = [await propose(random), await propose(random)];
      others.set(id, intoId);
      await checked(id);
      return id;
    },
    pathOf: (id) => `/api/topics/${id}`,
    movesFor: (_, random, seen): Move => {
      const view = z.safeParse(z.looseObject({ id: z.string() }), seen);
      const made = TOPIC_BODIES(others.get(view.success ? view.data.id : '') ?? '', random);
      const known = TOPIC_MOVES.filter((verb) => made[verb] !== undefined);
      const verb = choose(random, seen, known);
      return { verb, body: made[verb] ?? ((rev) => ({ rev })) };
    },
    judge: async (id, acknowledged) => {
      const token = tokenOf('community-secretary');
      const { lines, problems } = await readRecord(faulty.handler, token, `/api/topics/${id}`, id);
      const topic = await look(id);
      const { rev, status, seconds, redirectedTo } = topic;
      const seconded = lines.filter(({ kind }) => kind === 'seconded');
      if (seconds !== seconded.length || new Set(seconded.map(({ by }) => by)).size !== seconds)
        problems.push(`${String(seconds)} seconds, ${String(seconded.length)} in the record`);
      const reading = {
        first: 'proposed' as TopicStatus,
        verbOf: (kind: string) => TOPIC_KINDS[kind],
        // Nothing is merged into this one; what its words were at a step, the record does not say.
        next: (from: TopicStatus, verb: string) =>
          moveRefused({ status: from, rev, mergedFrom: [], wordsCheck: 'clear', redirectedTo }, verb as TopicMove)
            ? undefined
            : nextTopicStatus(from, verb as TopicMove),
      };
      problems.push(...judgeRecord(lines, reading, status, acknowledged));
      return [...problems, ...(await judgeOther(topic))];
    },
  };
};

const accept = async (faulty: Faulty, topicId: string, random: Random): Promise<void> => {
  const { send, checked } = topicsOf(faulty);
  await checked(topicId);
  const answer = await send('community-secretary', `/api/topics/${topicId}/accept`, { rev: 1 }, random.text(24));
  if (answer.status !== 200) throw new Error(`a topic was not accepted: ${JSON.stringify(answer.body)}`);
};

/** From the call on, people live when the session begins. */
const SESSION_AWAY = 5 * DAY + 5 * MINUTE;

const SESSION_BODIES = (
  topicId: string,
  random: Random,
): Readonly<Partial<Record<SessionMove, (rev: number) => object>>> => ({
  answer: (rev) => ({ rev, coming: true }),
  'invite-observer': (rev) => ({ rev, name: '样民警', from: '派出所' }),
  'sign-in-for': (rev) => ({ rev, party: random.pick(PARTIES), name: `样${random.text(3)}` }),
  open: (rev) => ({ rev }),
  fail: (rev) => ({ rev }),
  'open-item': (rev) => ({ rev, topicId }),
  'state-position': (rev) => ({
    rev,
    topicId,
    stance: random.pick(['agree', 'agree', 'agree', 'object', 'reserve']),
    reasons: '理由如下',
    ...(random.chance(0.5) ? { party: random.pick(PARTIES) } : {}),
  }),
  'call-vote': (rev) => ({ rev, topicId }),
  conclude: (rev) => ({
    rev,
    topicId,
    words: '延到十点',
    tasks: [{ words: '调时间', party: 'property-company', dueAt: Date.now() + 30 * DAY }],
  }),
  'defer-item': (rev) => ({ rev, topicId, reason: '下次再议' }),
  adjourn: (rev) => ({ rev, resumesAt: Date.now() + DAY, reason: '时间到了' }),
  resume: (rev) => ({ rev }),
  end: (rev) => ({ rev }),
  'edit-minutes': (rev) => ({ rev, words: `会议纪要 ${random.text(5)}` }),
  'send-minutes': (rev) => ({ rev }),
  'confirm-minutes': (rev) => ({ rev }),
  'confirm-for': (rev) => ({ rev, party: random.pick(PARTIES), name: `样${random.text(3)}` }),
  'dispute-minutes': (rev) => ({ rev, reason: '漏了一句' }),
  'recall-minutes': (rev) => ({ rev, reason: '写错了一处' }),
  'lock-without': (rev) => ({ rev, reason: '一直没有答复' }),
  publish: (rev) => ({ rev }),
  object: (rev) => ({ rev, words: '太晚了', signature: '样本人' }),
  'object-for': (rev) => ({ rev, words: '书面异议', signature: '样本人' }),
});

const CHAIRED: readonly SessionMove[] = ['adjourn', 'fail', 'defer-item', 'dispute-minutes', 'recall-minutes'];

/** A session between its chair, twice at once, and the parties. */
export const sessionLifecycle = (faulty: Faulty): Lifecycle => {
  const { tokenOf, send, propose } = topicsOf(faulty);
  const topics = new Map<string, string>();
  const secretary = tokenOf('community-secretary');
  const names = [
    'community-secretary',
    'community-secretary',
    'community-worker',
    'party-branch-member',
    'committee-director',
    'committee-member',
    'manager',
    'owner',
  ];
  const advance = async (id: string, random: Random): Promise<void> => {
    const topicId = topics.get(id) ?? '';
    const steps: [string, object][] = [
      ...PARTIES.map((party): [string, object] => ['sign-in-for', { party, name: `样${party}` }]),
      ['open', {}],
      ['open-item', { topicId }],
      ...PARTIES.map((party): [string, object] => [
        'state-position',
        { topicId, party, stance: 'agree', reasons: '同意' },
      ]),
      ['conclude', { topicId, words: '延到十点' }],
      ['end', {}],
      ['send-minutes', {}],
    ];
    let rev = 1;
    for (const [verb, body] of steps.slice(0, random.chance(0.2) ? 0 : random.int(5, steps.length))) {
      const answer = await send(
        'community-secretary',
        `/api/sessions/${id}/${verb}`,
        { rev, ...body },
        random.text(24),
      );
      if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body)}`);
      rev += 1;
      before.push({ id, verb });
    }
  };
  const before: { id: string; verb: string }[] = [];
  return {
    actors: names.map((name, index) => ({ name: `${name} ${String(index)}`, token: tokenOf(name) })),
    begin: async (random) => {
      const topicId = await propose(random);
      await accept(faulty, topicId, random);
      const body = { topicIds: [topicId], startsAt: Date.now() + 5 * DAY + MINUTE, venue: '社区活动室' };
      const made = await send(
        'community-secretary',
        `/api/compounds/${compoundOf('a')}/sessions`,
        body,
        random.text(24),
      );
      const { id } = z.parse(getSession.reply, made.body);
      topics.set(id, topicId);
      await liveLater(SESSION_AWAY, () => advance(id, random));
      return id;
    },
    away: SESSION_AWAY,
    pathOf: (id) => `/api/sessions/${id}`,
    movesFor: (_, random, seen): Move => {
      const view = z.safeParse(z.looseObject({ id: z.string() }), seen);
      const made = SESSION_BODIES(topics.get(view.success ? view.data.id : '') ?? '', random);
      const known = SESSION_MOVES.filter(
        (verb) => made[verb] !== undefined && (!CHAIRED.includes(verb) || random.chance(0.1)),
      );
      const verb = choose(random, seen, known);
      return { verb, body: made[verb] ?? ((rev) => ({ rev })) };
    },
    judge: async (id, acknowledged) => {
      const path = `/api/sessions/${id}`;
      const { lines, problems } = await readRecord(faulty.handler, secretary, path, id);
      const seen = await act(faulty.handler, { method: 'GET', path, token: secretary, key: 'v'.repeat(24) });
      const { status } = z.parse(getSession.reply, seen.body);
      const made: Acknowledged[] = before
        .filter((one) => one.id === id)
        .map(({ verb }) => ({ actor: '', verb, rev: 0, key: '' }));
      const reading = {
        first: 'called' as SessionStatus,
        verbOf: sessionVerbOf,
        next: (from: SessionStatus, verb: string, line: { readonly kind: string }) =>
          line.kind === 'minutes-locked' ? 'confirmed' : nextSessionStatus(from, verb as SessionMove),
      };
      return [...problems, ...judgeRecord(lines, reading, status, [...made, ...acknowledged])];
    },
  };
};

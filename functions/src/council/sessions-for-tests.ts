import { randomUUID } from 'node:crypto';
import { SessionView } from '@gongyi/shared/council/contract';
import { accepted, proposed } from '@gongyi/shared/council/topic-effects';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import * as z from 'zod/mini';
import type { TestServices } from '../../../infra/local/services-for-tests';
import { noticeReactions } from '../notices/on';
import { newDistrict, newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import { derivedId } from '../platform/idempotency';
import { queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';
import { onSessionChanged } from './on-session-changed';
import { findTopic, topicBegins, topicWrites, writeSteps } from './record-store';
import { councilRules } from './rules-store';
import { settleStepWords } from './step-words-store';

/** A compound with a council for tests of sessions: a convener, people of the four parties, the street, a resident. */
export interface Council {
  readonly compoundId: string;
  readonly communityId: string;
  readonly propertyId: string;
  readonly administrator: Someone;
  readonly secretary: Someone;
  readonly secondSecretary: Someone;
  readonly worker: Someone;
  readonly branch: Someone;
  readonly owners: Someone;
  readonly property: Someone;
  readonly officer: Someone;
  readonly resident: Someone;
  readonly stranger: Someone;
}

export const done = (answer: Answer): unknown => {
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.body;
};
export const sessionIn = (answer: Answer): SessionView => z.parse(SessionView, done(answer));

interface Bodies {
  /** Without an owners' committee its seat is held by the residents' committee. */
  readonly withoutOwners?: boolean;
}

export const newCouncil = async (services: TestServices, id: string, bodies: Bodies = {}): Promise<Council> => {
  const administrator = await newDistrict(services, id);
  const [compoundId, communityId, streetId] = [`${id}.s1.c1.x1`, `${id}.s1.c1`, `${id}.s1`];
  const organisation = async (kind: string, name: string, placeId: string): Promise<string> =>
    z.parse(
      z.object({ id: z.string() }),
      done(await administrator.post('/organisations', { kind, name, servesPlaceIds: [placeId] })),
    ).id;
  await organisation('committee-of-residents', '一社区居委会', communityId);
  await organisation('party-branch', '阳光小区党支部', compoundId);
  if (bodies.withoutOwners !== true) await organisation('owners-committee', '阳光小区业委会', compoundId);
  const propertyId = await organisation('property-company', '和谐物业', compoundId);
  const staff = async (name: string, role: string, scope: object): Promise<Someone> => {
    const person = await newPerson(services, name);
    done(await administrator.post('/grants', { phone: person.phone, role, ...scope }));
    return person;
  };
  const worker = await staff('李建国', 'community-worker', { placeId: communityId });
  const resident = await newPerson(services, '王小明');
  done(await resident.post('/homes/claims', { homeId: `${compoundId}.b1.e1.h101`, relation: 'owner', name: '王小明' }));
  const claims = z.parse(
    z.object({ items: z.array(z.object({ id: z.string() })) }),
    done(await worker.get(`/compounds/${compoundId}/claims`)),
  );
  done(await worker.post(`/compounds/${compoundId}/claims/${claims.items[0]?.id ?? ''}/decision`, { verified: true }));
  return {
    compoundId,
    communityId,
    propertyId,
    administrator,
    secretary: await staff('陈书记', 'community-secretary', { placeId: communityId }),
    secondSecretary: await staff('孙书记', 'community-secretary', { placeId: communityId }),
    worker,
    branch: await staff('周支委', 'party-branch-member', { placeId: compoundId }),
    owners: await staff('吴主任', 'owners-committee-director', { placeId: compoundId }),
    property: await staff('郑经理', 'manager', { organisationId: propertyId }),
    officer: await staff('街道钱', 'street-officer', { placeId: streetId }),
    resident,
    stranger: await newPerson(services, '外人'),
  };
};

/** A topic that waits for a session. */
export const acceptedTopic = async (council: Council, title: string): Promise<string> => {
  const now = Date.now();
  const id = derivedId('topic', randomUUID());
  const doing = { maker: { personId: council.resident.personId, as: 'resident', name: '王**' }, op: id, now };
  const topic = proposed({
    id,
    number: '1123-TEST',
    compoundId: council.compoundId,
    compoundName: '阳光小区',
    title,
    words: `${title}，请大家商量。`,
    photos: [],
    matter: 'common-affairs',
    proposerId: council.resident.personId,
    proposerName: '1号楼 王**',
    proposedAt: now,
    rules: await councilRules.inForce(council.communityId),
  });
  await writeSteps(topicBegins({ ...topic, wordsCheck: 'clear' }, topic.words, doing));
  const stored = await findTopic(id);
  const effect = stored && accepted(stored, undefined, now);
  if (stored === undefined || effect === undefined || isRefusal(effect)) throw new Error('the topic was not accepted');
  await writeSteps(topicWrites(stored, effect, { ...doing, op: randomUUID() }));
  return id;
};

export const move = (
  someone: Someone,
  view: Pick<SessionView, 'id' | 'rev'>,
  verb: string,
  body: object = {},
  key?: string,
): Promise<Answer> => someone.post(`/sessions/${view.id}/${verb}`, { rev: view.rev, ...body }, key);

/** Makes a move that must succeed. */
export const moved = async (
  someone: Someone,
  view: Pick<SessionView, 'id' | 'rev'>,
  verb: string,
  body: object = {},
): Promise<SessionView> => sessionIn(await move(someone, view, verb, body));

export const called = async (
  { secretary, compoundId }: Council,
  topicIds: readonly string[],
  startsAt: number,
  more: object = {},
): Promise<SessionView> =>
  sessionIn(
    await secretary.post(`/compounds/${compoundId}/sessions`, { topicIds, startsAt, venue: '社区会议室', ...more }),
  );

/** The code that the chair's screen shows now. */
export const codeNow = async (chair: Someone, sessionId: string): Promise<string> => {
  const { codes } = z.parse(
    z.object({ codes: z.array(z.object({ from: z.number(), code: z.string() })) }),
    done(await chair.get(`/sessions/${sessionId}/sign-in-codes`)),
  );
  return codes[0]?.code ?? '';
};

/** These delegates sign in at the venue, one after another. */
export const signedIn = async (
  chair: Someone,
  session: SessionView,
  delegates: readonly Someone[],
): Promise<SessionView> => {
  let view = session;
  for (const delegate of delegates) {
    view = await moved(delegate, view, 'sign-in', { code: await codeNow(chair, session.id) });
  }
  return view;
};

/** What the stream brings: words are clear, lists and inboxes follow. */
export const deliver = async (sessionId: string): Promise<void> => {
  for (const item of await queryAll({ pk: keys.councilSession(sessionId).pk, consistent: true })) {
    const [pk, sk, rev] = [String(item['pk']), String(item['sk']), Number(item['rev'])];
    if (item['wordsCheck'] === 'pending') await settleStepWords('session', sessionId, rev, 'clear');
    const change = { pk, sk, old: undefined, new: item, at: Date.now(), eventId: `${pk}${sk}`, expired: false };
    for (const reaction of [onSessionChanged, ...noticeReactions]) await reaction.on(change);
  }
};

const Inbox = z.object({ items: z.array(z.object({ kind: z.string(), title: z.string(), words: z.string() })) });
export const inboxOf = async (someone: Someone): Promise<z.output<typeof Inbox>['items']> =>
  z.parse(Inbox, done(await someone.get('/notices?limit=50'))).items;

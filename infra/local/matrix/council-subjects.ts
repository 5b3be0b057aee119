import { commentTopic, getSession, getSignInCodes, getTopic, objectToNotice } from '@gongyi/shared/council/contract';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import type { World } from '../world/build';
import {
  SPEAKERS,
  heardIn,
  openedIn,
  publishedIn,
  readyIn,
  sessionIn,
  sit,
  tasksDue,
  topicIn,
} from '../world/councils';
import type { Person } from '../world/people';
import type { Side } from '../world/places';
import { once, placesOf } from './subjects';
import type { Subject } from './subjects';

const DAY = 86_400_000;

const topicSubject = async (world: World, side: Side, topicId: string, more: Subject = {}): Promise<Subject> => {
  const { token } = world.who(`${side}.owner`);
  const { rev } = await world.client.send(getTopic, { name: once('look'), token, params: { topicId } });
  return { ...placesOf(world, side), ...more, topicId, rev: String(rev) };
};

/** A topic of the owner's: just proposed, accepted, with a comment, being carried out, or done. */
export const topicAt = async (
  world: World,
  side: Side,
  state: 'proposed' | 'accepted' | 'commented' | 'carrying' | 'done',
): Promise<Subject> => {
  if (state === 'carrying' || state === 'done') {
    const topicId = readyIn(world, side)[state].shift();
    if (topicId === undefined) throw new Error(`no topic is left that is ${state}`);
    return topicSubject(world, side, topicId);
  }
  const topicId = await topicIn(world, side, state !== 'accepted');
  if (state !== 'commented') return topicSubject(world, side, topicId);
  const { rev } = await world.client.send(commentTopic, {
    name: once('comment'),
    token: world.who(`${side}.neighbour`).token,
    params: { topicId },
    body: { rev: 1, words: '说两句' },
  });
  return topicSubject(world, side, topicId, { hiddenRev: String(rev) });
};

/** A topic cleared by a person, and another of the same compound for it to go into. */
export const twoTopics = async (world: World, side: Side): Promise<Subject> => {
  const intoId = await topicIn(world, side, true);
  return { ...(await topicAt(world, side, 'proposed')), intoId };
};

const sessionSubject = async (world: World, side: Side, sessionId: string): Promise<Subject> => {
  const { token } = world.who(`${side}.community-secretary`);
  const view = await world.client.send(getSession, { name: once('look'), token, params: { sessionId } });
  const [item] = view.agenda;
  const objection = view.openObjections[0];
  return {
    ...placesOf(world, side),
    sessionId,
    topicId: item?.topicId ?? '',
    rev: String(view.rev),
    ...(objection === undefined ? {} : { objectionRev: String(objection) }),
  };
};

const taken = (world: World, side: Side): string => {
  const sessionId = readyIn(world, side).sessions.shift();
  if (sessionId === undefined) throw new Error('no session is left');
  return sessionId;
};

type SessionState =
  | 'called'
  | 'ready'
  | 'signed'
  | 'open'
  | 'item'
  | 'split'
  | 'agreed'
  | 'adjourned'
  | 'settled'
  | 'ended'
  | 'confirming'
  | 'silent'
  | 'confirmed'
  | 'on-notice'
  | 'past';

/** One more step of a session's story each; a state has all before it but those it leaves out. */
const bring = async (world: World, side: Side, sessionId: string, state: SessionState): Promise<void> => {
  const chair = `${side}.community-secretary`;
  if (state === 'ready') return;
  if (state === 'signed') {
    for (const party of PARTIES) await sit(world, sessionId, chair, 'sign-in-for', { party, name: '到会样例' });
    return;
  }
  await openedIn(world, side, sessionId);
  const { topicId } = await sessionSubject(world, side, sessionId);
  if (state === 'open') return;
  if (state === 'adjourned') {
    await sit(world, sessionId, chair, 'adjourn', { resumesAt: Date.now() + DAY, reason: '太晚了' });
    return;
  }
  if (state === 'item') {
    await sit(world, sessionId, chair, 'open-item', { topicId });
    return;
  }
  await heardIn(world, side, sessionId, topicId ?? '', state === 'split' ? 'reserve' : 'agree');
  if (state === 'split' || state === 'agreed') return;
  await sit(world, sessionId, chair, 'conclude', { topicId, words: '照此办理', tasks: tasksDue(Date.now() + 9 * DAY) });
  if (state === 'settled') return;
  await sit(world, sessionId, chair, 'end');
  if (state === 'ended') return;
  if (state === 'on-notice') {
    await publishedIn(world, side, sessionId);
    return;
  }
  await sit(world, sessionId, chair, 'send-minutes');
  if (state === 'confirming') return;
  for (const speaker of Object.values(SPEAKERS)) await sit(world, sessionId, `${side}.${speaker}`, 'confirm-minutes');
  await world.system.settle();
};

/** A session of one topic, brought to a state. */
export const sessionAt = async (world: World, side: Side, state: SessionState): Promise<Subject> => {
  if (state === 'past') return sessionSubject(world, side, readyIn(world, side).past[0] ?? '');
  if (state === 'called') return sessionSubject(world, side, await sessionIn(world, side, 1, Date.now() + 2 * DAY));
  if (state === 'silent') return sessionSubject(world, side, readyIn(world, side).silent.shift() ?? '');
  const sessionId = taken(world, side);
  await bring(world, side, sessionId, state);
  return sessionSubject(world, side, sessionId);
};

/** A session on notice to which a neighbour objects. */
export const objectedIn = async (world: World, side: Side): Promise<Subject> => {
  const subject = await sessionAt(world, side, 'on-notice');
  const sessionId = subject['sessionId'] ?? '';
  await world.client.send(objectToNotice, {
    name: once('object'),
    token: world.who(`${side}.neighbour`).token,
    params: { sessionId },
    body: { rev: Number(subject['rev']), words: '有意见', signature: '签名样例' },
  });
  return sessionSubject(world, side, sessionId);
};

/** A session whose topic is open and where everybody of the parties has signed in themself. */
export const allThereIn = async (world: World, side: Side): Promise<Subject> => {
  const sessionId = taken(world, side);
  const chair = `${side}.community-secretary`;
  for (const name of [...PARTY_NAMES_OF.keys()].map((each) => `${side}.${each}`)) {
    const { codes } = await world.client.send(getSignInCodes, {
      name: once('codes'),
      token: world.who(chair).token,
      params: { sessionId },
    });
    await sit(world, sessionId, name, 'sign-in', { code: codes[0]?.code });
  }
  await sit(world, sessionId, chair, 'sign-in-for', { party: 'party-branch', name: '代签样例' });
  await sit(world, sessionId, chair, 'open');
  const { topicId } = await sessionSubject(world, side, sessionId);
  await sit(world, sessionId, chair, 'open-item', { topicId });
  return sessionSubject(world, side, sessionId);
};

export const codeOf = async (world: World, { compoundId = '', sessionId = '' }: Subject): Promise<string> => {
  if (sessionId.startsWith('absent')) return 'nothing';
  const chair = world.who(`${compoundId.startsWith('fz.sa') ? 'a' : 'b'}.community-secretary`);
  const params = { sessionId };
  const { codes } = await world.client.send(getSignInCodes, { name: once('codes'), token: chair.token, params });
  return codes[0]?.code ?? '';
};

const PARTY_NAMES_OF: ReadonlyMap<string, Party> = new Map([
  ['community-worker', 'committee-of-residents'],
  ['committee-desk', 'committee-of-residents'],
  ['party-branch-member', 'party-branch'],
  ['committee-director', 'owners-committee'],
  ['committee-member', 'owners-committee'],
  ['manager', 'property-company'],
  ['dispatcher', 'property-company'],
]);

/** The party somebody is of; the first for those who are of none. */
export const partyOf = (who: Person | undefined): Party =>
  PARTY_NAMES_OF.get(who?.name.split('.')[1] ?? '') ?? 'committee-of-residents';
export const taskOf = (who: Person | undefined): string => `t${String(PARTIES.indexOf(partyOf(who)) + 1)}`;

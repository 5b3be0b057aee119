import { addOrganisation, addPlace } from '@gongyi/shared/district/contract';
import {
  attendCommittee,
  closeCommittee,
  getCommitteeVote,
  openCommittee,
  stateInCommittee,
} from '@gongyi/shared/votes/contract-committee';
import { checkRepair, declareRepair, finishRepair } from '@gongyi/shared/votes/contract-emergency';
import {
  beginPetition,
  callNominations,
  draftVote,
  listNominations,
  nominate,
} from '@gongyi/shared/votes/contract-preparing';
import { HAND_OVER_ITEMS, noteHandOverItem, objectToVote, planHandOver } from '@gongyi/shared/votes/contract-result';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { isoDate } from '@gongyi/shared/kernel/time';
import type { World } from '../world/build';
import { QUESTION } from '../world/electorate';
import type { Person } from '../world/people';
import { communityOf, compoundOf, homeOf } from '../world/places';
import type { Side } from '../world/places';
import { announcedIn, draftIn, rollNameOf, votesIn } from '../world/votes';
import { once, photoOf, placesOf } from './subjects';
import type { Subject } from './subjects';

/** Votes, meetings of the committee, repairs and hand-overs in the states that probes ask about. */
const DAY = 86_400_000;
const MINUTE = 60_000;
const ELECTION = {
  kind: 'committee-election',
  title: '选举业主委员会',
  words: '选举第二届业主委员会委员五名。',
  election: { seats: 5, alternates: 1 },
};

const taken = (list: string[], what: string): string => {
  const id = list.shift();
  if (id === undefined) throw new Error(`no ${what} is left`);
  return id;
};

const workerOf = (world: World, side: Side): string => world.who(`${side}.community-worker`).token;

export const voteSubject = async (world: World, side: Side, voteId: string, more: Subject = {}): Promise<Subject> => {
  const about = { token: workerOf(world, side), params: { voteId } };
  const { rev } = await world.client.send(getVote, { name: once('look'), ...about });
  return { ...placesOf(world, side), ...more, voteId, rev: String(rev) };
};

export type VoteState = 'draft' | 'petition' | 'election' | 'nominating' | 'on-notice' | 'open' | 'published';

/** An election's draft; calling for nominations when `called`. */
const electionIn = async (world: World, side: Side, called: boolean): Promise<Subject> => {
  const { client } = world;
  const token = workerOf(world, side);
  const body = { title: '换届选举', scope: { kind: 'compound' }, matters: [ELECTION], starter: 'election-group' };
  const params = { compoundId: compoundOf(side) };
  const { id, rev } = await client.send(draftVote, { name: once('election'), token, params, body });
  if (called) {
    const until = Date.now() + 9 * DAY;
    await client.send(callNominations, { name: once('call'), token, params: { voteId: id }, body: { rev, until } });
  }
  return voteSubject(world, side, id);
};

const petitionIn = async (world: World, side: Side): Promise<Subject> => {
  const { token } = world.who(`${side}.next-owner`);
  const body = { title: '联名提议', scope: { kind: 'compound' }, matters: [QUESTION], until: Date.now() + 9 * DAY };
  const params = { compoundId: compoundOf(side) };
  const { id, rev } = await world.client.send(beginPetition, { name: once('petition'), token, params, body });
  return { ...placesOf(world, side), voteId: id, rev: String(rev) };
};

export const voteAt = async (world: World, side: Side, state: VoteState): Promise<Subject> => {
  if (state === 'petition') return petitionIn(world, side);
  if (state === 'election' || state === 'nominating') return electionIn(world, side, state === 'nominating');
  if (state === 'open' || state === 'published') {
    return voteSubject(world, side, taken(votesIn(world, side)[state], `${state} vote`));
  }
  const { id } = await draftIn(world, side);
  // Words are looked at before they are announced.
  await world.system.settle();
  if (state === 'on-notice') {
    const opensAt = Date.now() + 15 * DAY + MINUTE;
    await announcedIn(world, side, id, { opensAt, closesAt: opensAt + 7 * DAY });
  }
  return voteSubject(world, side, id);
};

/** The same vote for everybody who only looks. */
export const publishedVote = (world: World, side: Side): Promise<Subject> =>
  voteSubject(world, side, votesIn(world, side).published[0] ?? '');

export const times = () => {
  const opensAt = Date.now() + 15 * DAY + MINUTE;
  return { opensAt, closesAt: opensAt + 7 * DAY };
};

export const electionDraft = { title: '换届选举', scope: { kind: 'compound' }, matters: [ELECTION] };
export const draftBody = { title: '修改管理规约', scope: { kind: 'compound' }, matters: [QUESTION] };

/** Somebody nominated by the starter, for the one election. */
export const nominatedIn = async (world: World, side: Side): Promise<Subject> => {
  const subject = await electionIn(world, side, true);
  const about = { token: workerOf(world, side), params: { voteId: subject['voteId'] ?? '' } };
  const homeId = homeOf(side, 2, 201);
  const body = { matterId: 'm1', by: 'starter', name: rollNameOf(side, homeId), homeId, about: '热心' };
  await world.client.send(nominate, { name: once('nominate'), ...about, body });
  const { items } = await world.client.send(listNominations, { name: once('list'), ...about });
  return { ...subject, nominationId: items[0]?.id ?? '' };
};

export const objectedVote = async (world: World, side: Side): Promise<Subject> => {
  const subject = await voteAt(world, side, 'published');
  const about = { token: world.who(`${side}.neighbour`).token, params: { voteId: subject['voteId'] ?? '' } };
  const { items } = await world.client.send(objectToVote, {
    name: once('object'),
    ...about,
    body: { words: '有异议' },
  });
  return { ...subject, objectionId: items[0]?.id ?? '' };
};

type MeetingState = 'called' | 'attended' | 'open' | 'stated' | 'closed';

/** A meeting of the owners' committee whose time has come, brought to a state. */
export const meetingAt = async (world: World, side: Side, state: MeetingState): Promise<Subject> => {
  const { client } = world;
  const id = taken(votesIn(world, side).meetings, 'meeting of the committee');
  const params = { committeeVoteId: id };
  const members = [`${side}.committee-director`, `${side}.committee-member`];
  const subject = async (): Promise<Subject> => {
    const { rev } = await client.send(getCommitteeVote, { name: once('look'), token: workerOf(world, side), params });
    return { ...placesOf(world, side), committeeVoteId: id, rev: String(rev) };
  };
  if (state === 'called') return subject();
  for (const name of members)
    await client.send(attendCommittee, { name: once('attend'), token: world.who(name).token, params });
  if (state === 'attended') return subject();
  const chair = { token: workerOf(world, side), params };
  await client.send(openCommittee, { name: once('open'), ...chair, body: { rev: Number((await subject())['rev']) } });
  if (state === 'open') return subject();
  for (const name of members) {
    const body = { matterId: 'm1', choice: 'for' };
    await client.send(stateInCommittee, { name: once('state'), token: world.who(name).token, params, body });
  }
  if (state === 'stated') return subject();
  await client.send(closeCommittee, { name: once('close'), ...chair, body: { rev: Number((await subject())['rev']) } });
  return subject();
};

type RepairState = 'declared' | 'confirmed' | 'done';

export const repairBody = (side: Side) => ({
  kind: 'roof-leak',
  title: '屋面漏水抢修',
  words: '顶楼漏水，须立即修。',
  placeIds: [`${compoundOf(side)}.b1`],
  estimate: 500_000,
});

/** An emergency repair that the committee's director declared, brought to a state. */
export const repairAt = async (world: World, side: Side, state: RepairState): Promise<Subject> => {
  const { client } = world;
  const director = world.who(`${side}.committee-director`);
  const made = await client.send(declareRepair, {
    name: once('declare'),
    token: director.token,
    params: { compoundId: compoundOf(side) },
    body: repairBody(side),
  });
  const params = { repairId: made.id };
  let { rev } = made;
  if (state !== 'declared') {
    const body = { rev, confirmed: true, words: '属实' };
    ({ rev } = await client.send(checkRepair, { name: once('check'), token: workerOf(world, side), params, body }));
  }
  if (state === 'done') {
    const body = { rev, words: '修好了', photos: [await photoOf(world, director)] };
    ({ rev } = await client.send(finishRepair, { name: once('finish'), token: director.token, params, body }));
  }
  return { ...placesOf(world, side), repairId: made.id, rev: String(rev) };
};

/** The old company left without a vote: what the street says, and its document. */
export const unvoted = async (world: World, who: Person) => ({
  kind: 'street',
  reason: '原物业合同到期撤离，街道应急托管',
  photos: [await photoOf(world, who)],
});

let compounds = 10;
/** A compound of its own with two property companies, and its hand-over from one to the other planned for today. */
export const handOverIn = async (world: World, side: Side, noted: boolean): Promise<Subject> => {
  const { client } = world;
  const admin = world.who('admin').token;
  compounds += 1;
  const compoundId = `${communityOf(side)}.x${String(compounds)}`;
  await client.send(addPlace, { name: once('compound'), token: admin, body: { id: compoundId, name: '交接苑' } });
  const company = async (name: string, served: string): Promise<string> => {
    const body = { kind: 'property-company', name, servesPlaceIds: [served], phone: '0474-0000000' };
    return (await client.send(addOrganisation, { name: once(name), token: admin, body })).id;
  };
  const fromId = await company('旧物业', compoundId);
  const toId = await company('新物业', communityOf(side));
  const officer = world.who(`${side}.street-officer`);
  const body = { fromId, toId, onDay: isoDate(Date.now()), basis: await unvoted(world, officer) };
  const made = await client.send(planHandOver, {
    name: once('plan'),
    token: officer.token,
    params: { compoundId },
    body,
  });
  let { rev } = made;
  const params = { handOverId: made.id };
  const token = workerOf(world, side);
  for (const item of noted ? HAND_OVER_ITEMS : []) {
    const note = { rev, item, done: true };
    ({ rev } = await client.send(noteHandOverItem, { name: once('note'), token, params, body: note }));
  }
  return { ...placesOf(world, side), compoundId, fromId, toId, handOverId: made.id, rev: String(rev) };
};

import { disownPaper } from '@gongyi/shared/votes/contract-ballots';
import { addWitness, getLog } from '@gongyi/shared/votes/contract-log';
import { confirmPaper, enterPaper, getBox, registerProxy, signCount } from '@gongyi/shared/votes/contract-paper';
import { Refused } from '../demo/client';
import type { World } from '../world/build';
import { arrive } from '../world/people';
import type { Person } from '../world/people';
import { homeOf } from '../world/places';
import type { Side } from '../world/places';
import { HOMES, lineOf, nextSerial, paperIn, votesIn } from '../world/votes';
import { cosigned, newWitnessKey } from '../world/witness';
import type { WitnessKey } from '../world/witness';
import { partyOf } from './council-subjects';
import { has } from './probe';
import type { Asked, Probe } from './probe';
import { once, photoOf } from './subjects';
import type { Subject } from './subjects';
import { publishedVote, voteSubject } from './votes-subjects';

/** What probes ask the ballots: about a line of an open vote, a paper in a box, a published vote. */
type More = (subject: Subject, who: Person | undefined, world: World) => object | Promise<object>;

const PAPER = { kind: 'choices', choices: { m1: 'for' } };
const taken = new Map<string, number>();

/** An open vote for everybody to look at. */
const openVote = (world: World, side: Side): Promise<Subject> =>
  voteSubject(world, side, votesIn(world, side).open[0] ?? '');

/** A vote nobody has touched yet, and the line of the owner's home in it. */
const ownLine = async (world: World, side: Side): Promise<Subject> => {
  const voteId = votesIn(world, side).open.pop();
  if (voteId === undefined) throw new Error('no open vote is left');
  const line = await lineOf(world, side, voteId, homeOf(side, 1, 101));
  return { ...(await voteSubject(world, side, voteId)), line };
};

/** A line that nobody of the world holds, each once. */
const freeLine = async (world: World, side: Side): Promise<Subject> => {
  const index = taken.get(side) ?? 0;
  taken.set(side, index + 1);
  const free = HOMES(side).filter((homeId) => !/\.b1\.e1\.h(101|102|201)$|\.b2\.e1\.h101$/.test(homeId));
  const voteId = votesIn(world, side).open[1 + Math.floor(index / free.length)] ?? '';
  const line = await lineOf(world, side, voteId, free[index % free.length] ?? '');
  return { ...(await voteSubject(world, side, voteId)), line };
};

const ofLine =
  (more?: More): Probe['ask'] =>
  async (subject, who, world): Promise<Asked> => ({
    params: { voteId: subject['voteId'] ?? '', line: subject['line'] ?? '' },
    ...(more === undefined ? {} : { body: { ...(await more(subject, who, world)) } }),
  });
const looks = (make: Probe['make'], query?: Readonly<Record<string, string>>): Probe => ({
  make,
  ask: ({ voteId = '' }) => ({ params: { voteId }, ...(query === undefined ? {} : { query }) }),
});

const photosOf = async (world: World, who: Person | undefined): Promise<string[]> =>
  who === undefined ? ['none00000000000000000000000'] : [await photoOf(world, who)];
const newcomerBody: More = async (_, who, world) => ({
  phone: (await arrive(world.system, world.client, once('elector').replaceAll(' ', '.'))).phone,
  reason: '书面核实',
  photos: await photosOf(world, who),
});

/** The owner's own line with a paper given out, and brought back if `returned`. */
const delivered = async (world: World, side: Side, returned: boolean): Promise<Subject> => {
  const subject = await ownLine(world, side);
  const { serial } = await paperIn(world, side, subject['voteId'] ?? '', homeOf(side, 1, 101), returned);
  return { ...subject, serial: String(serial) };
};

const disowned = async (world: World, side: Side): Promise<Subject> => {
  const subject = await delivered(world, side, true);
  const params = { voteId: subject['voteId'] ?? '', line: subject['line'] ?? '' };
  const { token } = world.who(`${side}.owner`);
  await world.client.send(disownPaper, { name: once('disown'), token, params });
  return subject;
};

const proxied = async (world: World, side: Side): Promise<Subject> => {
  const subject = await freeLine(world, side);
  const worker = world.who(`${side}.community-worker`);
  const params = { voteId: subject['voteId'] ?? '', line: subject['line'] ?? '' };
  const body = await newcomerBody(subject, worker, world);
  await world.client.send(registerProxy, { name: once('proxy'), token: worker.token, params, body });
  return subject;
};

/** A paper read out with its picture. */
const firstReading = async (who: Person | undefined, world: World) => ({
  ...PAPER,
  photos: await photosOf(world, who),
});

const readPapers = new Set<string>();

/** A box nobody has opened, with the line of its first paper that is not read; read once if `entered`. */
const boxIn = async (world: World, side: Side, entered = false): Promise<Subject> => {
  const voteId = votesIn(world, side).counting[0] ?? '';
  const about = { token: world.who(`${side}.community-secretary`).token, params: { voteId } };
  const { items } = await world.client.send(getBox, { name: once('box'), ...about });
  // Whoever reads gets a paper of their own: a first reading is its reader's.
  const waiting = items.find(
    (paper) => paper.state === 'waiting' && !readPapers.has(`${voteId}/${String(paper.line)}`),
  );
  const line = String(waiting?.line ?? 0);
  readPapers.add(`${voteId}/${line}`);
  if (entered) {
    const body = await firstReading(world.who(`${side}.community-secretary`), world);
    await world.client.send(enterPaper, { ...about, name: once('enter'), params: { voteId, line }, body });
  }
  return { ...(await voteSubject(world, side, voteId)), line };
};

/** A box of which every paper was read twice; signed by its scrutineer if `signed`. */
const countedIn = async (world: World, side: Side, signed: boolean): Promise<Subject> => {
  const voteId = votesIn(world, side).counting.pop() ?? '';
  const { client } = world;
  const reads = { token: world.who(`${side}.community-worker`).token };
  const confirms = { token: world.who(`${side}.committee-director`).token };
  const { items } = await client.send(getBox, { name: once('box'), ...reads, params: { voteId } });
  for (const { line } of items) {
    const params = { voteId, line: String(line) };
    const body = await firstReading(world.who(`${side}.community-worker`), world);
    await client.send(enterPaper, { name: once('enter'), ...reads, params, body });
    await client.send(confirmPaper, { name: once('confirm'), ...confirms, params, body: PAPER });
  }
  const { token } = world.who(`${side}.community-secretary`);
  if (signed) await client.send(signCount, { name: once('sign'), token, params: { voteId } });
  return voteSubject(world, side, voteId);
};

/** Registers a key of the asker's, if they may; what they would sign with it. */
const cosignature = async ({ voteId = '' }: Subject, who: Person | undefined, world: World): Promise<object> => {
  const key: WitnessKey = newWitnessKey();
  const party = partyOf(who);
  const nothing = { party, key: key.publicKey, size: 1, signature: 'A'.repeat(86) + '==' };
  if (who === undefined || voteId.startsWith('absent')) return nothing;
  const about = { token: who.token, params: { voteId } };
  try {
    await world.client.send(addWitness, { name: once('key'), ...about, body: { party, key: key.publicKey } });
  } catch (fault) {
    if (fault instanceof Refused) return nothing;
    throw fault;
  }
  const { checkpoint } = await world.client.send(getLog, { name: once('log'), ...about });
  return { ...nothing, ...cosigned(checkpoint, key) };
};

const BALLOTS: Readonly<Record<string, Probe>> = {
  mine: { ...looks(openVote), shows: (reply) => has(reply, '"line":') },
  state: looks(openVote),
  cast: { make: ownLine, ask: ofLine(() => ({ choices: { m1: 'for' } })), once: true },
  receipt: {
    make: async (world, side) => {
      const subject = await publishedVote(world, side);
      return { ...subject, line: await lineOf(world, side, subject['voteId'] ?? '', homeOf(side, 1, 101)) };
    },
    ask: ofLine(),
  },
  'name-voter': {
    make: async (world, side) => {
      const subject = await openVote(world, side);
      return { ...subject, line: await lineOf(world, side, subject['voteId'] ?? '', homeOf(side, 1, 201)) };
    },
    ask: ofLine((_, who) => ({ personId: who?.personId ?? 'nobody' })),
  },
  disown: {
    make: (world, side) => delivered(world, side, true),
    ask: ofLine(() => ({ words: '不是我投的' })),
    once: true,
  },
  'list-register': looks(openVote),
  'find-line': {
    make: openVote,
    ask: ({ voteId = '', homeId = '' }) => ({ params: { voteId, homeId } }),
  },
  'name-elector': { make: freeLine, ask: ofLine(newcomerBody), once: true },
  'register-proxy': { make: freeLine, ask: ofLine(newcomerBody), once: true },
  'end-proxy': { make: proxied, ask: ofLine(() => ({ reason: '撤回委托' })), once: true },
  deliver: { make: freeLine, ask: ofLine(() => ({ serial: nextSerial(), way: 'signed' })), once: true },
  return: {
    make: (world, side) => delivered(world, side, false),
    ask: ofLine(({ serial }) => ({ serial: Number(serial), by: 'owner' })),
    once: true,
  },
  settle: { make: disowned, ask: ofLine(() => ({ keep: true, reason: '笔迹相符' })), once: true },
  box: looks((world, side) => boxIn(world, side)),
  'enter-paper': {
    make: (world, side) => boxIn(world, side),
    ask: ofLine((_, who, world) => firstReading(who, world)),
    once: true,
  },
  'confirm-paper': { make: (world, side) => boxIn(world, side, true), ask: ofLine(() => PAPER), once: true },
  'sign-count': { ...looks((world, side) => countedIn(world, side, false)), once: true },
  'finish-count': { ...looks((world, side) => countedIn(world, side, true)), once: true },
  'list-doors': {
    make: openVote,
    ask: ({ voteId = '', compoundId = '' }) => ({ params: { voteId }, query: { placeId: `${compoundId}.b1` } }),
  },
  log: looks(openVote),
  continuation: looks(publishedVote, { size: '1' }),
  'add-witness': {
    make: openVote,
    ask: ({ voteId = '' }, who) => ({
      params: { voteId },
      body: { party: partyOf(who), key: newWitnessKey().publicKey },
    }),
  },
  cosign: {
    make: openVote,
    ask: async (subject, who, world) => ({
      params: { voteId: subject['voteId'] ?? '' },
      body: { ...(await cosignature(subject, who, world)) },
    }),
  },
  bundle: looks(publishedVote),
  'list-participation': looks(publishedVote),
  'list-events': looks(openVote),
};

export const BALLOTS_PROBES: Readonly<Record<string, Probe>> = Object.fromEntries(
  Object.entries(BALLOTS).map(([verb, probe]) => [`ballots.${verb}`, probe]),
);

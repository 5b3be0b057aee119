import { createHash, createPublicKey, verify } from 'node:crypto';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { AUTHORITY, standingFor } from '@gongyi/shared/kernel/authority';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Role } from '@gongyi/shared/people/role';
import type {
  LogView,
  addWitness as addRoute,
  cosign as cosignRoute,
  getContinuation as continuationRoute,
  getLog as logRoute,
} from '@gongyi/shared/votes/contract-log';
import { fromBase64 } from '@gongyi/shared/votes/log/base64';
import {
  checkpointBody,
  signatureLine,
  withLine,
  withSignatures,
  witnessName,
} from '@gongyi/shared/votes/log/checkpoint';
import { LEAF_FORM } from '@gongyi/shared/votes/log/leaf';
import type { WitnessLeaf } from '@gongyi/shared/votes/log/leaf';
import { noteKeyOf } from '@gongyi/shared/votes/log/note-key';
import type { NoteKey } from '@gongyi/shared/votes/log/note-key';
import type { Vote } from '@gongyi/shared/votes/vote';
import { serving } from '../district/public';
import type { Call, OpenCall } from '../platform/router';
import { refreshBundle } from './bundle';
import { maskedName } from './line-people';
import { logKey, originOf } from './log-key';
import { logTree } from './log-hashes';
import { addLeaf, cosignCheckpoint, findLog, noteCosigned, putWitness, witnessesOf } from './vote-log-store';
import type { LogHead, Witness } from './vote-log-store';
import { findVote } from './vote-store';

/** The log for everybody, and the four parties' delegates who sign it with keys made on their own devices. */
const PARTY_OF: Readonly<Partial<Record<Role, Party>>> = {
  'owners-committee-director': 'owners-committee',
  'owners-committee-member': 'owners-committee',
  'community-worker': 'committee-of-residents',
  'community-secretary': 'committee-of-residents',
  'party-branch-member': 'party-branch',
  manager: 'property-company',
};

/** Parties for which somebody may sign in a compound. */
const partiesOf = async (compoundId: string, { who, now }: Pick<OpenCall, 'who' | 'now'>): Promise<Party[]> => {
  if (who === undefined) return [];
  const companies = (await serving(compoundId)).filter(({ kind }) => kind === 'property-company');
  const subject = { placeId: compoundId, organisationIds: companies.map(({ id }) => id) };
  const held = AUTHORITY['vote.witness'].flatMap(([role]) => {
    const one = { ...who, grants: who.grants.filter((grant) => grant.role === role), homes: [] };
    const standing = standingFor(one, 'vote.witness', subject, now);
    return standing === undefined ? [] : (PARTY_OF[role] ?? []);
  });
  return PARTIES.filter((party) => held.includes(party));
};

const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

const announced = async (voteId: string): Promise<{ vote: Vote; log: LogHead } | undefined> => {
  const [vote, log] = await Promise.all([findVote(voteId), findLog(voteId)]);
  return vote?.noticeAt === undefined || log === undefined ? undefined : { vote, log };
};

const viewLog = async (vote: Vote, log: LogHead, call: Pick<OpenCall, 'who' | 'now'>): Promise<LogView> => ({
  origin: originOf(vote.id),
  // What has come since the last checkpoint is nobody's to watch ballot by ballot.
  size: log.checkpointSize,
  closed: log.closed !== undefined,
  checkpoint: log.checkpoint,
  checkpointAt: log.checkpointAt,
  logKey: (await logKey()).publicKey,
  witnesses: (await witnessesOf(vote.id)).map(({ party, key, name, since, lastSize }) => ({
    party,
    key,
    name,
    since,
    lastSize,
  })),
  mine: await partiesOf(vote.compoundId, call),
});

export const getLog = async ({ params }: RouteInput<typeof logRoute>, call: OpenCall): Promise<LogView | Refusal> => {
  const found = await announced(params.voteId);
  return found === undefined ? refuse('not-found') : viewLog(found.vote, found.log, call);
};

/** That the newest checkpoint continues one of `size` leaves. */
export const getContinuation = async (
  { params: { voteId }, query: { size } }: RouteInput<typeof continuationRoute>,
  _call: OpenCall,
): Promise<RouteReply<typeof continuationRoute> | Refusal> => {
  const found = await announced(voteId);
  if (found === undefined) return refuse('not-found');
  const { checkpoint, checkpointSize } = found.log;
  if (checkpoint === undefined || size > checkpointSize) return refuse('checkpoint-unknown');
  const tree = await logTree(voteId, checkpointSize);
  const origin = originOf(voteId);
  return {
    from: { size, root: tree.root(size) },
    checkpoint: withSignatures(checkpoint, (name) => name === origin),
    proof: tree.consistency(size),
  };
};

const MOST_KEYS = 5;

/** Whether node reads the key, and a signature can be checked with it. */
const readable = (note: NoteKey | undefined): note is NoteKey => {
  if (note === undefined) return false;
  try {
    createPublicKey({ key: Buffer.from(note.spki), format: 'der', type: 'spki' });
    return true;
  } catch {
    return false;
  }
};

/** A key goes into the log before it signs, so that nobody can be given signatures afterwards. */
export const addWitness = async (
  { params: { voteId }, body: { party, key } }: RouteInput<typeof addRoute>,
  call: Call,
): Promise<LogView | Refusal> => {
  const vote = await findVote(voteId);
  const mine = vote === undefined ? [] : await partiesOf(vote.compoundId, call);
  if (vote === undefined || mine.length === 0) return refuse('not-found');
  if (!mine.includes(party)) return refuse('party-not-yours', { party });
  if (!readable(noteKeyOf(key))) return refuse('key-invalid');
  const log = await findLog(voteId);
  if (log === undefined) return refuse('vote-not-open', { opensAt: vote.opensAt ?? 0 });
  const known = (await witnessesOf(voteId)).filter((witness) => witness.party === party);
  if (!known.some((witness) => witness.key === key)) {
    if (log.closed !== undefined) return refuse('vote-closed', { closesAt: vote.closesAt ?? 0 });
    if (known.length >= MOST_KEYS) return refuse('too-many-keys', { most: MOST_KEYS });
    const { personId } = call.who;
    const witness = { party, key, byId: personId, name: await maskedName(personId), since: call.now };
    const leaf: WitnessLeaf = { leaf: LEAF_FORM, vote: voteId, kind: 'witness', party, key };
    await addLeaf(voteId, leaf, [putWitness(voteId, keyHash(key), witness)], call.op, call.now);
  }
  return viewLog(vote, (await findLog(voteId)) ?? log, call);
};

const signed = (note: NoteKey, body: string, signature: Uint8Array): boolean => {
  const key = createPublicKey({ key: Buffer.from(note.spki), format: 'der', type: 'spki' });
  return verify(note.type === 'ed25519' ? null : 'sha256', Buffer.from(body), key, signature);
};

const TRIES = 8;

/** The witness's line on the checkpoint of this size, if that is still the newest; false if another is. */
const putLine = async (voteId: string, size: number, line: string, op: string): Promise<boolean> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const log = await findLog(voteId);
    if (log?.checkpoint === undefined || log.checkpointSize !== size) return false;
    const note = withLine(log.checkpoint, line);
    if (note === log.checkpoint || (await cosignCheckpoint(voteId, log.checkpoint, note, op))) return true;
  }
  throw new Error('a checkpoint kept being cosigned');
};

/** A delegate's signature of a checkpoint that this log really had; on the newest it stands for all to see. */
export const cosign = async (
  { params: { voteId }, body }: RouteInput<typeof cosignRoute>,
  call: Call,
): Promise<LogView | Refusal> => {
  const found = await announced(voteId);
  const mine = found === undefined ? [] : await partiesOf(found.vote.compoundId, call);
  if (found === undefined || mine.length === 0) return refuse('not-found');
  const { party, key, size } = body;
  if (!mine.includes(party)) return refuse('party-not-yours', { party });
  const witness: Witness | undefined = (await witnessesOf(voteId)).find(
    (one) => one.party === party && one.key === key,
  );
  const note = noteKeyOf(key);
  if (witness === undefined || note === undefined) return refuse('witness-unknown');
  if (size > found.log.checkpointSize) return refuse('checkpoint-unknown');
  const tree = await logTree(voteId, found.log.checkpointSize);
  const origin = originOf(voteId);
  const text = checkpointBody({ origin, size, root: tree.root(size) });
  const signature = fromBase64(body.signature);
  if (signature === undefined || !signed(note, text, signature)) return refuse('signature-wrong');
  const line = signatureLine(witnessName(origin, party), note, signature);
  await noteCosigned(voteId, witness, keyHash(key), size);
  if ((await putLine(voteId, size, line, call.op)) && found.log.closed !== undefined) await refreshBundle(voteId);
  return viewLog(found.vote, (await findLog(voteId)) ?? found.log, call);
};

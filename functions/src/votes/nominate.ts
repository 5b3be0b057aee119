import type {
  Nominations,
  callNominations as callRoute,
  checkNomination as checkRoute,
  listNominations as listRoute,
  nominate as route,
  supportNomination as supportRoute,
} from '@gongyi/shared/votes/contract';
import type { VoteView } from '@gongyi/shared/votes/contract';
import { inScope } from '@gongyi/shared/votes/electorate';
import { nominationChecked, nominationsCalled } from '@gongyi/shared/votes/vote-effects';
import type { Vote } from '@gongyi/shared/votes/vote';
import { nextVoteStatus } from '@gongyi/shared/votes/vote-rules';
import { ancestorOf } from '@gongyi/shared/district/place';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { matchOwner, rollHomesOf } from '../district/public';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { checkWrite, findNomination, nominationWrite, nominationsOf, supportWrites } from './nomination-store';
import type { StoredNomination } from './nomination-store';
import { viewNominations } from './nominations';
import { mayReadVote, votesSubject } from './standing';
import { findVote } from './vote-store';
import { makeVoteMove } from './vote-moves';

const shown = async (voteId: string, moved: VoteView | Refusal, call: Call): Promise<Nominations | Refusal> => {
  if (isRefusal(moved)) return moved;
  const vote = await findVote(voteId);
  return vote === undefined ? refuse('not-found') : viewNominations(vote, call);
};

export const callNominations = (
  { params, body }: RouteInput<typeof callRoute>,
  call: Call,
): Promise<VoteView | Refusal> =>
  makeVoteMove({ move: 'call-nominations', id: params.voteId, rev: body.rev }, call, (vote) => {
    const effect = nominationsCalled(vote, body.until, call.now);
    return isRefusal(effect) ? effect : { effect };
  });

export const listNominations = async (
  { params }: RouteInput<typeof listRoute>,
  call: Call,
): Promise<Nominations | Refusal> => {
  const vote = await findVote(params.voteId);
  if (vote === undefined) return refuse('not-found');
  const subject = await votesSubject(vote.compoundId);
  return mayReadVote(vote, subject, call) && may(call.who, 'vote.read', subject, call.now)
    ? viewNominations(vote, call)
    : refuse('not-found');
};

type Asked = RouteInput<typeof route>['body'];

/** Somebody may stand who owns a home here: by their own verified binding, or by their name on the roll. */
const nomineeOf = async (vote: Vote, asked: Asked, { who }: Call) => {
  const { homeId, name, by } = asked;
  const [home] = await rollHomesOf(vote.compoundId, [homeId]);
  if (home === undefined || ancestorOf(homeId, 'compound') !== vote.compoundId || !inScope(vote.scope, homeId)) {
    return refuse('not-an-owner-there');
  }
  const mine = who.homes.some((binding) => binding.homeId === homeId && binding.relation === 'owner');
  if (by === 'self' && !mine) return refuse('not-an-owner-there');
  if ((await matchOwner(homeId, { name, phoneHash: undefined })) === 'none') return refuse('not-an-owner-there');
  return { homeName: home.name };
};

const sameNominee = (one: StoredNomination, asked: Asked): boolean =>
  one.matterId === asked.matterId && one.name === asked.name && one.homeId === asked.homeId;

export const nominate = async (
  { params: { voteId }, body }: RouteInput<typeof route>,
  call: Call,
): Promise<Nominations | Refusal> => {
  const { who, op, opHash, now } = call;
  const written = async (): Promise<boolean | Refusal> => {
    const earlier = await findNomination(voteId, op);
    if (earlier === undefined) return false;
    return earlier.opHash === opHash ? true : refuse('key-reused');
  };
  const moved = await makeVoteMove({ move: 'nominate', id: voteId, written }, call, async (vote, doing) => {
    if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
    // Its end is the clock's to note; what comes after it is late although nobody has noted it yet.
    if ((vote.nominateUntil ?? 0) <= now) return refuse('move-not-allowed', { rev: vote.rev, status: vote.status });
    if (vote.matters.find(({ id }) => id === body.matterId)?.election === undefined) return refuse('matter-unknown');
    // A committee puts up people; owners put up themselves or each other.
    if (body.by === 'starter' ? doing.maker.as === 'resident' : doing.maker.as !== 'resident') {
      return refuse('move-not-allowed', { rev: vote.rev, status: vote.status });
    }
    const nominee = await nomineeOf(vote, body, call);
    if (isRefusal(nominee)) return nominee;
    if ((await nominationsOf(voteId)).some((one) => sameNominee(one, body))) return refuse('already-nominated');
    const { matterId, name, homeId, about, by } = body;
    const nomination: StoredNomination = {
      id: op,
      matterId,
      name,
      homeId,
      homeName: nominee.homeName,
      about,
      by,
      ...(by === 'self' ? { personId: who.personId } : {}),
      byId: who.personId,
      at: now,
      supporters: by === 'owners' ? 1 : 0,
      stepRev: vote.rev + 1,
      op,
      opHash,
    };
    return {
      effect: { change: {}, event: { kind: 'nominated', words: about, facts: { nominationId: op, matterId, by } } },
      also: [nominationWrite(voteId, nomination)],
    };
  });
  return shown(voteId, moved, call);
};

/** Supporting is counted, once a person; it is no step of the record. */
export const supportNomination = async (
  { params: { voteId, nominationId } }: RouteInput<typeof supportRoute>,
  call: Call,
): Promise<Nominations | Refusal> => {
  const { who, now, op } = call;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const vote = await findVote(voteId);
    if (vote === undefined) return refuse('not-found');
    const subject = await votesSubject(vote.compoundId);
    if (!mayReadVote(vote, subject, call)) return refuse('not-found');
    const lawful = nextVoteStatus(vote.status, 'nominate') !== undefined && (vote.nominateUntil ?? 0) > now;
    if (!may(who, 'vote.petition', subject, now) || !lawful) {
      return refuse('move-not-allowed', { rev: vote.rev, status: vote.status });
    }
    const nomination = await findNomination(voteId, nominationId);
    if (nomination?.checked !== undefined || nomination === undefined) return refuse('nomination-unknown');
    const tried = await writeTogether(supportWrites(voteId, nomination, { personId: who.personId, at: now, op }));
    // The first write is the person's own support: it stands already.
    if (tried.done || tried.failed[0] !== undefined) return viewNominations(vote, call);
  }
  return refuse('changed-meanwhile');
};

export const checkNomination = async (
  { params: { voteId, nominationId }, body }: RouteInput<typeof checkRoute>,
  call: Call,
): Promise<Nominations | Refusal> => {
  const { op, now } = call;
  if (!body.eligible && body.reason === undefined) return refuse('reason-needed');
  const written = async (): Promise<boolean> => (await findNomination(voteId, nominationId))?.checked?.op === op;
  const moved = await makeVoteMove({ move: 'check-nomination', id: voteId, written }, call, async (vote) => {
    const nomination = await findNomination(voteId, nominationId);
    if (nomination === undefined) return refuse('nomination-unknown');
    if (nomination.checked !== undefined) return refuse('already-checked');
    const { name, about, by, personId, matterId } = nomination;
    const effect = nominationChecked(vote, matterId, {
      nominationId,
      reason: body.reason,
      candidate: body.eligible ? { name, about, by, ...(personId === undefined ? {} : { personId }) } : undefined,
    });
    if (isRefusal(effect)) return effect;
    const { eligible, reason } = body;
    const checked = { at: now, eligible, op, ...(reason === undefined ? {} : { reason }) };
    return { effect, also: [checkWrite(voteId, nominationId, checked)] };
  });
  return shown(voteId, moved, call);
};

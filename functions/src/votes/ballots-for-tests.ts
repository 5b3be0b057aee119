import { randomUUID } from 'node:crypto';
import { DAY } from '@gongyi/shared/kernel/time';
import type { Choices } from '@gongyi/shared/votes/ballot';
import type { CastAnswer } from '@gongyi/shared/votes/contract-ballots';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import type { VotingRules } from '@gongyi/shared/votes/voting-rules';
import type { Matter, Vote } from '@gongyi/shared/votes/vote';
import { voteHoldsRoll } from '../district/public';
import { findPerson } from '../people/public';
import { derivedId, inputHash, operationId } from '../platform/idempotency';
import { moveDate } from '../platform/date-for-tests';
import { advanceJob } from '../platform/jobs';
import { CLOCK } from '../platform/record-item';
import type { Call } from '../platform/router';
import { putAll, queryAll, writeTogether } from '../platform/table';
import { bucketOf, keys } from '../platform/table-shape';
import { ballotsJobs, ballotsTasks } from './ballots-work';
import { castBallot, headToCast } from './cast-ballot';
import { onCast, onVoteMoved } from './on-ballots';
import { voteJobId } from './vote-clock';
import type { VoteJob } from './vote-clock';
import { findVote, voteBegins } from './vote-store';

/** A roll and a vote over it, made straight in the table, and what the stream and the clock would bring. */
export interface Head {
  /** Persons verified as owners of its homes, with their numbers on the roll. */
  readonly owners: readonly string[];
  /** Numbers of its owners beside theirs, as `phoneHashOf` in this file names them: nobody has proven them yet. */
  readonly unproven?: readonly string[];
  /** Owners that the roll names; as many as `owners` if left out; 0: the developer's. */
  readonly onRoll?: number;
  /** Hundredths of a square metre, one a home. */
  readonly areas: readonly number[];
}

export const homeIdOf = (compoundId: string, head: number, home = 0): string =>
  `${compoundId}.b1.e${String(head + 1)}.h${String(101 + home)}`;

/** The keyed hash of the made-up number of somebody who has proven none. */
const phoneHashOf = (personId: string): string => `phone-of-${personId}`;

/** Somebody proves the number that is theirs; who has one keeps it. The keyed hash of it. */
export const prove = async (personId: string): Promise<string> => {
  const known = (await findPerson(personId))?.phoneHash;
  if (known !== undefined) return known;
  const phoneHash = phoneHashOf(personId);
  const plain = { textSize: 'standard', elderMode: false, consents: [], createdAt: 1, rev: 1 };
  await putAll([
    { ...keys.profile(personId), personId, openid: `o-${personId}`, phoneHash, ...plain },
    { ...keys.personByPhone(phoneHash), personId },
  ]);
  return phoneHash;
};

/** As many owners as the roll names, each with a number of these; what is left over are more numbers of the last. */
const rollOwners = (onRoll: number, phones: readonly string[]) =>
  Array.from({ length: onRoll }, (_, nth) => ({
    nameHash: `n-${String(nth)}`,
    phoneHashes: nth + 1 < onRoll ? phones.slice(nth, nth + 1) : phones.slice(nth),
  }));

const headItems = async (
  compoundId: string,
  { owners, unproven = [], onRoll = owners.length, areas }: Head,
  index: number,
) => {
  const phones = [...(await Promise.all(owners.map(prove))), ...unproven.map(phoneHashOf)];
  return areas.map((area, home) => {
    const homeId = homeIdOf(compoundId, index, home);
    return {
      ...keys.rollLine(compoundId, homeId),
      homeId,
      building: '1',
      entrance: String(index + 1),
      room: String(101 + home),
      area,
      status: onRoll === 0 ? 'unsold' : 'owned',
      sealed: '',
      owners: rollOwners(onRoll, phones),
      head: `head-${String(index)}`,
      ownersHash: 'o',
      phonesHash: 'p',
      rev: 1,
      importId: 'i1',
      how: 'added',
      changedBy: 'p1',
      changedAt: 1,
    };
  });
};

export const rollItems = async (compoundId: string, heads: readonly Head[]) =>
  (await Promise.all(heads.map((head, index) => headItems(compoundId, head, index)))).flat();

export const bind = (compoundId: string, personId: string, homeId: string) => {
  const binding = { homeId, homeName: '101', relation: 'owner', state: 'verified', since: 1, personId, name: '王' };
  return [
    { ...keys.binding(personId, homeId), ...binding },
    { ...keys.homeResident(homeId, personId), ...binding },
  ];
};

const MATTER: Matter = {
  id: 'm1',
  kind: 'fund-use',
  title: '更换电梯',
  words: '用维修资金更换 3 号电梯',
  attachments: [],
};

export interface NewVote {
  readonly heads: readonly Head[];
  readonly rules?: Partial<VotingRules>;
  readonly matters?: readonly Matter[];
  readonly scrutineers?: Vote['scrutineers'];
  readonly doorCallers?: Vote['doorCallers'];
  readonly closesAt?: number;
  /** One that is there already; its own if left out. */
  readonly compoundId?: string;
}

/** A vote on notice whose hour to open has come. */
export const announceVote = async (spec: NewVote): Promise<string> => {
  const id = derivedId('vote', randomUUID());
  const compoundId = spec.compoundId ?? `bt.s1.c1.x${id.slice(0, 6)}`;
  const now = Date.now();
  const { heads } = spec;
  await putAll(await rollItems(compoundId, heads));
  await putAll(
    heads.flatMap(({ owners, areas }, index) =>
      owners.flatMap((personId) =>
        areas.flatMap((_, home) => bind(compoundId, personId, homeIdOf(compoundId, index, home))),
      ),
    ),
  );
  const vote: Omit<Vote, 'fingerprint'> = {
    id,
    number: '1128-TEST',
    rev: 1,
    status: 'on-notice',
    compoundId,
    compoundName: '阳光小区',
    starter: 'owners-committee',
    startedBy: 'p1',
    startedByName: '业委会 李*',
    title: '更换电梯',
    scope: { kind: 'compound' },
    matters: [...(spec.matters ?? [MATTER])],
    rulesInForce: { version: 0, rules: { ...DEFAULT_VOTING_RULES, ...spec.rules } },
    scrutineers: spec.scrutineers ?? [],
    doorCallers: spec.doorCallers ?? [],
    begunAt: now - 20 * DAY,
    since: now - 16 * DAY,
    wordsCheck: 'clear',
    noticeAt: now - 16 * DAY,
    opensAt: now - 1000,
    closesAt: spec.closesAt ?? now + 7 * DAY,
  };
  await putAll([{ ...keys.rollMeta(compoundId), homes: heads.length, area: 1, heads: heads.length, at: 1, rev: 1 }]);
  await writeTogether([
    ...voteBegins(vote, 'announced', { maker: CLOCK, op: id, now }),
    ...voteHoldsRoll(compoundId, id, 1),
  ]);
  return id;
};

export const voteNow = async (voteId: string): Promise<Vote> => {
  const vote = await findVote(voteId);
  if (vote === undefined) throw new Error('no such vote');
  return vote;
};

export const runJob = (kind: VoteJob, voteId: string): Promise<void> =>
  advanceJob(voteJobId(kind, voteId), ballotsJobs, 'ballots');

/** What the clock does at `now`. */
export const tick = async (now = Date.now()): Promise<void> => {
  for (const task of ballotsTasks) await task.run(now);
};

export const openVote = async (spec: NewVote): Promise<string> => {
  const voteId = await announceVote(spec);
  await tick();
  await runJob('vote-open', voteId);
  return voteId;
};

/** What the stream brings of every line as it stands now; `times` as often as it is delivered. */
export const deliverLines = async (voteId: string, lines: number, times = 1): Promise<void> => {
  for (let bucket = 0; bucket <= bucketOf(lines); bucket += 1) {
    const items = await queryAll({ ...keys.ballotLines(voteId, bucket), consistent: true });
    const changes = items
      .map((item) => ({
        pk: String(item['pk']),
        sk: String(item['sk']),
        old: undefined,
        new: item,
        at: Date.now(),
        eventId: `${String(item['sk'])}-${String(item['ballotVersion'])}`,
        expired: false,
      }))
      .filter((change) => onCast.takes(change));
    for (let i = 0; i < times; i += 1) if (changes.length > 0) await onCast.on(changes);
  }
};

export const deliverVote = async (voteId: string): Promise<void> => {
  const vote = await voteNow(voteId);
  const change = {
    ...keys.vote(voteId),
    old: undefined,
    new: { ...vote },
    at: Date.now(),
    eventId: 'v',
    expired: false,
  };
  await onVoteMoved.on(change);
};

/** A call by somebody with these verified homes. */
export const callBy = (
  personId: string,
  homes: readonly string[],
  routeId: string,
  key: string,
  input: unknown,
  now = Date.now(),
): Call => ({
  who: {
    personId,
    openid: `o-${personId}`,
    sessionHash: 's',
    consents: [],
    grants: [],
    homes: homes.map((homeId) => ({ homeId, homeName: '101', relation: 'owner', state: 'verified', since: 1 })),
  },
  now,
  op: operationId(personId, routeId, key),
  opHash: inputHash(input),
  key,
});

export interface CastSpec {
  readonly voteId: string;
  readonly line: number;
  readonly personId: string;
  readonly homes?: readonly string[];
  readonly choices?: Choices;
  readonly seen?: number;
  readonly key?: string;
  readonly now?: number;
}

export const cast = ({
  voteId,
  line,
  personId,
  homes = [],
  choices = { m1: 'for' },
  seen = 0,
  key = randomUUID(),
  now,
}: CastSpec): Promise<CastAnswer | Refusal> => {
  const input = { params: { voteId, line }, query: {}, body: { choices, seen } };
  const call = callBy(personId, homes, 'ballots.cast', key, input, now);
  return castBallot(input, call, headToCast(input.params));
};

export const castDone = async (spec: CastSpec): Promise<CastAnswer> => {
  const answer = await cast(spec);
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
};

/** Does something at another time: every clock of this process stands there meanwhile. */
export const at = async <T>(now: number, what: () => Promise<T>): Promise<T> => {
  moveDate(now);
  try {
    return await what();
  } finally {
    jest.useRealTimers();
  }
};

/** Brings a running vote to its end, and stamps every line. */
export const sealVote = async (voteId: string): Promise<void> => {
  const { closesAt = 0 } = await voteNow(voteId);
  await at(closesAt + 1, async () => {
    await tick(closesAt + 1);
    await runJob('vote-seal', voteId);
  });
};

export const tallyVote = async (voteId: string): Promise<void> => {
  const { closesAt = 0 } = await voteNow(voteId);
  await at(closesAt + 2, () => runJob('vote-tally', voteId));
};

/** Brings a running vote to its end, and counts it. */
export const closeVote = async (voteId: string): Promise<void> => {
  await sealVote(voteId);
  await tallyVote(voteId);
};

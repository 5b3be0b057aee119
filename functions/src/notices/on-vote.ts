import { CommitteeVote, COMMITTEE_STEPS } from '@gongyi/shared/votes/committee-vote';
import { EmergencyRepair, REPAIR_STEPS } from '@gongyi/shared/votes/emergency-repair';
import type { Vote } from '@gongyi/shared/votes/vote';
import { VOTE_STEPS } from '@gongyi/shared/votes/vote-steps';
import * as z from 'zod/mini';
import { ownerIdsOf, residentIdsOf } from '../people/public';
import { jobOf } from '../platform/jobs';
import type { Change, Reaction } from '../platform/reaction';
import { getItem, writeTogether } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';
import { shortTime } from './notice-words';
import { tell } from './tell';
import { TELL_OWNERS_JOB, tellOwnersId } from './tell-owners-job';
import { findVoteToTell, peopleOfStep, preparersOf, supervisorsOf } from './vote-recipients';
import {
  BALLOT_TELLINGS,
  ELECTOR_TELLINGS,
  NAMED_TELLINGS,
  PAPER_TELLINGS,
  VOTE_TELLINGS,
  votePush,
} from './vote-tellings';

const stepOf = <K extends string>(kinds: readonly [K, ...K[]] | readonly K[]) =>
  z.object({
    rev: z.int(),
    kind: z.enum(kinds),
    byId: z.optional(z.string()),
    facts: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
  });
const Step = stepOf(VOTE_STEPS);

const isNewStep = ({ pk, sk, old }: Change, prefix: string): boolean =>
  pk.startsWith(prefix) && sk.startsWith('EV#') && old === undefined;

/** A vote that was never announced is nobody's but its writers': withdrawn, it is not told to owners. */
const onStep = async (change: Change, now: number): Promise<void> => {
  const step = z.safeParse(Step, change.new);
  if (!step.success || VOTE_TELLINGS[step.data.kind].length === 0) return;
  const voteId = change.pk.slice(PREFIX.vote.length);
  const vote = await findVoteToTell(voteId);
  if (vote === undefined) return;
  const { kind, rev, byId, facts } = step.data;
  for (const telling of VOTE_TELLINGS[kind]) {
    if (telling.to === 'owners') {
      if (kind === 'withdrawn' && vote.noticeAt === undefined) continue;
      const input = { voteId, rev: String(rev), kind, byId: byId ?? '' };
      // There already: this change was told before.
      await writeTogether([jobOf({ id: tellOwnersId(voteId, rev), kind: TELL_OWNERS_JOB, input, total: 0 }, now)]);
      continue;
    }
    const personIds = (await peopleOfStep(telling.to, vote, facts, now)).filter((id) => id !== byId);
    await tell(
      {
        personIds,
        causeId: `${voteId}.${String(rev)}.${kind}`,
        kind: telling.kind,
        title: telling.title,
        words: telling.words(vote, facts),
        subject: { kind: 'vote', id: voteId },
      },
      now,
    );
  }
};

/** A step was added to the record of a vote. */
export const onVote: Reaction = {
  name: 'notices/on-vote',
  async on(change) {
    if (isNewStep(change, PREFIX.vote)) await onStep(change, Date.now());
  },
};

/** Written by the ballots' work: to people whom it names, or about a paper or the elector of these homes. */
const Telling = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(NAMED_TELLINGS), voteId: z.string(), personIds: z.array(z.string()) }),
  z.object({ kind: z.enum(PAPER_TELLINGS), voteId: z.string(), homeIds: z.array(z.string()) }),
  z.object({
    kind: z.enum(ELECTOR_TELLINGS),
    voteId: z.string(),
    homeIds: z.array(z.string()),
    exceptId: z.optional(z.string()),
  }),
]);
type Telling = z.output<typeof Telling>;

/** Whoever lives in the home may say 不是我投的, and whether it stands is settled by those who keep the registers. */
const toldOf = async (telling: Telling, { compoundId }: Vote, now: number): Promise<string[]> => {
  switch (telling.kind) {
    case 'reminder':
    case 'entrusted':
    case 'released':
      return telling.personIds;
    case 'paper-disowned':
      return preparersOf(compoundId, now);
    case 'paper-returned':
    case 'paper-kept':
    case 'paper-voided':
      return (await Promise.all(telling.homeIds.map((homeId) => residentIdsOf(homeId, now)))).flat();
    case 'elector-named':
    case 'proxy-registered':
    case 'proxy-ended': {
      const owners = await Promise.all(telling.homeIds.map((homeId) => ownerIdsOf(homeId, now)));
      return owners.flat().filter((personId) => personId !== telling.exceptId);
    }
  }
};

/** The ballots' work left something to tell. */
export const onBallotTelling: Reaction = {
  name: 'notices/on-ballot-telling',
  async on({ pk, sk, old, new: item }) {
    const prefix = keys.voteTelling('', '');
    if (!pk.startsWith(prefix.pk) || !sk.startsWith(prefix.sk) || old !== undefined) return;
    const telling = z.safeParse(Telling, item);
    const vote = telling.success ? await findVoteToTell(telling.data.voteId) : undefined;
    if (!telling.success || vote === undefined) return;
    const { kind, title, words, push } = BALLOT_TELLINGS[telling.data.kind];
    const now = Date.now();
    await tell(
      {
        personIds: await toldOf(telling.data, vote, now),
        causeId: `${vote.id}.${sk}`,
        kind,
        title,
        words: words(vote),
        subject: { kind: 'vote', id: vote.id },
        push: votePush(push, vote, now),
      },
      now,
    );
  },
};

const CommitteeStep = stepOf(COMMITTEE_STEPS);

/** Members hear of their meeting; community and street of a result that nobody published. */
export const onCommittee: Reaction = {
  name: 'notices/on-committee-vote',
  async on(change) {
    if (!isNewStep(change, PREFIX.committeeVote)) return;
    const step = z.safeParse(CommitteeStep, change.new);
    const id = change.pk.slice(PREFIX.committeeVote.length);
    const found = z.safeParse(CommitteeVote, await getItem(keys.committeeVote(id), { consistent: true }));
    if (!step.success || !found.success) return;
    const { kind, rev, byId } = step.data;
    const { members, meetsAt, title, compoundId, compoundName, number } = found.data;
    const now = Date.now();
    const others = members.map(({ personId }) => personId).filter((one) => one !== byId);
    const base = { causeId: `${id}.${String(rev)}.${kind}`, subject: { kind: 'committee-vote', id } as const };
    if (kind === 'called' || kind === 'cancelled') {
      const words =
        kind === 'called'
          ? `业委会会议「${title}」定于 ${shortTime(meetsAt)}，请按时参加；不能由他人代为表决。`
          : `业委会会议「${title}」取消了。`;
      const said = {
        kind: 'committee-called',
        title: kind === 'called' ? '业委会会议' : '业委会会议取消',
        words,
      } as const;
      await tell({ ...base, ...said, personIds: others }, now);
    }
    if (kind === 'publication-late') {
      const words = `${compoundName}业委会表决 ${number} 的结果过了公布期限，请督促。`;
      const personIds = [...others, ...(await supervisorsOf(compoundId, now))];
      await tell({ ...base, kind: 'committee-late', title: '业委会结果未按时公布', words, personIds }, now);
    }
  },
};

const RepairStep = stepOf(REPAIR_STEPS);
const REPAIR_WORDS: Readonly<Record<(typeof REPAIR_STEPS)[number], string>> = {
  declared: '报了应急维修，请核查',
  confirmed: '的应急维修已核查属实，可以施工',
  refused: '的应急维修没有通过核查，理由已写明',
  done: '的应急维修完工了，请公布账目',
  accounted: '的应急维修账目已公布',
  'accounts-late': '的应急维修账目过了公布期限，请督促',
};

/** Those who prepare votes, and those above, hear of every step of an emergency repair. */
export const onRepair: Reaction = {
  name: 'notices/on-repair',
  async on(change) {
    if (!isNewStep(change, PREFIX.repair)) return;
    const step = z.safeParse(RepairStep, change.new);
    const id = change.pk.slice(PREFIX.repair.length);
    const found = z.safeParse(EmergencyRepair, await getItem(keys.repair(id), { consistent: true }));
    if (!step.success || !found.success) return;
    const { kind, rev, byId } = step.data;
    const { compoundId, compoundName, declaredBy } = found.data;
    const now = Date.now();
    const concerned = [declaredBy, ...(await preparersOf(compoundId, now)), ...(await supervisorsOf(compoundId, now))];
    await tell(
      {
        personIds: concerned.filter((one) => one !== byId),
        causeId: `${id}.${String(rev)}.${kind}`,
        kind: 'repair-step',
        title: '应急维修',
        words: `${compoundName}${REPAIR_WORDS[kind]}。`,
        subject: { kind: 'repair', id },
      },
      now,
    );
  },
};

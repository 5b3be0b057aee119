import { isRefusal, refuse } from '../kernel/refusal';
import type { Refusal } from '../kernel/refusal';
import { DAY } from '../kernel/time';
import type { MatterAmend, MatterDraft } from './contract-preparing';
import { committeeSize, seatsLawful } from './election-rules';
import type { Electorate } from './electorate';
import { MATTER_WORDS } from './matters';
import type { Candidate, Matter, Scope, Vote, VoteStatus } from './vote';
import { petitionRuns } from './vote-rules';
import { listedAfter } from './vote-steps';
import type { VoteStep } from './vote-steps';
import { signaturesNeeded } from './voting-rules';

/** What a move does to a vote, and the step of its record that tells of it. */
export interface VoteEffect {
  readonly change: Partial<Omit<Vote, 'id' | 'rev' | 'fingerprint'>>;
  readonly event: {
    readonly kind: VoteStep;
    readonly words?: string;
    readonly photos?: readonly string[];
    readonly facts?: Readonly<Record<string, string | number | boolean>>;
  };
}

/** What is read with every look at a vote is kept with it: its record may be thousands of steps long. */
export const afterVoteEffect = (vote: Vote, { change, event }: VoteEffect): Vote => {
  const rev = vote.rev + 1;
  return {
    ...vote,
    ...change,
    rev,
    listed: listedAfter(vote.listed ?? [], rev, event.kind),
    ...(event.kind === 'objected' ? { objections: (vote.objections ?? 0) + 1 } : {}),
  };
};

const toStatus = (status: VoteStatus, now: number): Pick<Vote, 'status' | 'since'> => ({ status, since: now });

const FUND_MATTERS = ['fund-use', 'fund-raising'];

const fundProblem = ({ kind, fund }: MatterDraft): Refusal | undefined => {
  if (fund === undefined) return FUND_MATTERS.includes(kind) ? refuse('fund-plan-needed') : undefined;
  const { budget, balance, fromFund } = fund;
  return fromFund > budget || fromFund > balance
    ? refuse('fund-plan-uneven', { budget, balance, fromFund })
    : undefined;
};

const electionProblem = ({ kind, election }: MatterDraft): Refusal | undefined => {
  if (election === undefined) return undefined;
  if (kind !== 'committee-election') return refuse('no-election');
  const { seats } = election;
  return seatsLawful(election) ? undefined : refuse('seats-not-lawful', { seats, size: committeeSize(election) });
};

/** What keeps matters from being voted on as they are written. */
export const mattersProblem = (matters: readonly MatterDraft[]): Refusal | undefined =>
  matters.map((matter) => fundProblem(matter) ?? electionProblem(matter)).find((problem) => problem !== undefined);

const numberIn = (id: string): number => Number(/^m(\d+)$/.exec(id)?.[1] ?? 0);

/** What stands of a vote's matters before they are written anew. */
type MattersBefore = Pick<Vote, 'matters' | 'mattersMade'>;
const NONE_BEFORE: MattersBefore = { matters: [] };

const madeBefore = ({ matters, mattersMade = 0 }: MattersBefore): number =>
  Math.max(mattersMade, ...matters.map(({ id }) => numberIn(id)));

/** Ids `m1`, `m2` … of these: one that stands keeps its own; a new one stands in a gone one's, if none was electing. */
const idsOf = (drafts: readonly MatterAmend[], before: MattersBefore): { ids: string[]; made: number } | Refusal => {
  const kept = drafts.flatMap(({ id }) => id ?? []);
  const unknown = kept.some((id, index) => kept.indexOf(id) < index || !before.matters.some((one) => one.id === id));
  if (unknown) return refuse('matter-unknown');
  let made = madeBefore(before);
  const ids = drafts.map(({ id, election }, index) => {
    if (id !== undefined) return id;
    const there = before.matters[index];
    const free = there !== undefined && there.election === undefined && !kept.includes(there.id);
    if (free && election === undefined) return there.id;
    made += 1;
    return `m${String(made)}`;
  });
  return { ids, made };
};

/**
 * Matters as they are written, each with its id. Candidates belong to the matter they were nominated for, wherever it
 * stands: they never pass to another that took its place.
 */
export const mattersOf = (
  drafts: readonly MatterAmend[],
  before: MattersBefore = NONE_BEFORE,
): { readonly matters: Matter[]; readonly mattersMade: number } | Refusal => {
  const given = idsOf(drafts, before);
  if (isRefusal(given)) return given;
  const matters = drafts.map(({ kind, title, words, attachments, fund, election }, index) => {
    const id = given.ids[index] ?? '';
    const candidates = before.matters.find((one) => one.id === id)?.election?.candidates ?? [];
    return {
      id,
      kind,
      title,
      words,
      attachments,
      ...(fund === undefined ? {} : { fund }),
      ...(election === undefined ? {} : { election: { ...election, candidates } }),
    };
  });
  return { matters, mattersMade: given.made };
};

/** Everything that people wrote into a vote, as the record fingerprints it and a check reads it. */
export const voteWords = (title: string, scope: Scope, matters: readonly Matter[]): string =>
  [
    title,
    ...(scope.kind === 'places' ? [scope.basis] : []),
    ...matters.flatMap((matter, index) => [
      `${String(index + 1)}. ${matter.title}（${MATTER_WORDS[matter.kind].words}）`,
      matter.words,
      ...(matter.fund === undefined ? [] : [matter.fund.works]),
    ]),
  ].join('\n');

const photosOf = (matters: readonly Matter[]): string[] => matters.flatMap(({ attachments }) => attachments);

export interface DraftChange {
  readonly title: string;
  readonly scope: Scope;
  readonly matters: readonly Matter[];
  readonly mattersMade: number;
  readonly scrutineers: Vote['scrutineers'];
}

/** Candidates come by nomination; all else of a matter is written. */
const asWritten = ({ election, ...rest }: Matter) => ({
  ...rest,
  ...(election === undefined ? {} : { election: [election.seats, committeeSize(election), election.alternates] }),
});

const sameMatters = (a: readonly Matter[], b: readonly Matter[]): boolean =>
  JSON.stringify(a.map(asWritten)) === JSON.stringify(b.map(asWritten));

/** A draft is written anew. What owners have signed stays as they signed it. */
export const amended = (vote: Vote, next: DraftChange): VoteEffect | Refusal => {
  const { title, scope, matters, mattersMade, scrutineers } = next;
  const same =
    title === vote.title && JSON.stringify(scope) === JSON.stringify(vote.scope) && sameMatters(matters, vote.matters);
  if ((vote.petition?.signed ?? 0) > 0 && !same) return refuse('petition-fixed');
  return {
    change: {
      title,
      scope,
      matters: [...matters],
      mattersMade,
      scrutineers,
      ...(same ? {} : { wordsCheck: 'pending' as const }),
    },
    event: {
      kind: 'amended',
      ...(same ? {} : { words: voteWords(title, scope, matters), photos: photosOf(matters) }),
      facts: { matters: matters.length, scrutineers: scrutineers.length },
    },
  };
};

export const withdrawn = (reason: string, now: number): VoteEffect => ({
  change: { ...toStatus('withdrawn', now), withdrawnReason: reason },
  event: { kind: 'withdrawn', words: reason },
});

/** The petition's own begin: how many heads must sign. */
export const petitionOf = (rules: Vote['rulesInForce']['rules'], heads: number, until: number) => ({
  signed: 0,
  needed: signaturesNeeded(rules, heads),
  heads,
  until,
});

/** One head more signs, in time; with the last one needed, the vote is demanded and the committee prepares it. */
export const signed = (vote: Vote, now: number): VoteEffect | Refusal => {
  const { petition } = vote;
  if (petition === undefined || !petitionRuns(vote, now)) return refuse('move-not-allowed', { status: vote.status });
  const count = petition.signed + 1;
  const reached = count >= petition.needed;
  return {
    change: { petition: { ...petition, signed: count }, ...(reached ? toStatus('draft', now) : {}) },
    event: {
      kind: reached ? 'petition-reached' : 'signed',
      facts: { signed: count, needed: petition.needed, heads: petition.heads },
    },
  };
};

export const lapsed = ({ petition }: Vote, now: number): VoteEffect => ({
  change: { ...toStatus('withdrawn', now), withdrawnReason: '联名人数在期限内没有达到' },
  event: { kind: 'petition-lapsed', facts: { signed: petition?.signed ?? 0, needed: petition?.needed ?? 0 } },
});

export const nominationsCalled = (vote: Vote, until: number, now: number): VoteEffect | Refusal => {
  if (!vote.matters.some(({ election }) => election !== undefined)) return refuse('no-election');
  if (until <= now) return refuse('until-not-future');
  return {
    change: { ...toStatus('nominating', now), nominateUntil: until },
    event: { kind: 'nominations-called', facts: { until } },
  };
};

export const nominationsClosed = (now: number): VoteEffect => ({
  change: toStatus('draft', now),
  event: { kind: 'nominations-closed' },
});

const MOST_CANDIDATES = 40;

/** An eligible nominee stands; the others are told why not. */
export const nominationChecked = (
  vote: Vote,
  matterId: string,
  {
    nominationId,
    reason,
    candidate,
  }: {
    readonly nominationId: string;
    readonly reason?: string | undefined;
    readonly candidate?: Omit<Candidate, 'id'> | undefined;
  },
): VoteEffect | Refusal => {
  const matter = vote.matters.find(({ id }) => id === matterId);
  if (matter?.election === undefined) return refuse('matter-unknown');
  const { election } = matter;
  if (candidate !== undefined && election.candidates.length >= MOST_CANDIDATES) return refuse('too-many-candidates');
  const id = `c${String(election.candidates.length + 1)}`;
  const matters =
    candidate === undefined
      ? vote.matters
      : vote.matters.map((one) =>
          one.id === matterId
            ? { ...one, election: { ...election, candidates: [...election.candidates, { id, ...candidate }] } }
            : one,
        );
  return {
    change: { matters },
    event: {
      kind: 'nomination-checked',
      ...(reason === undefined ? {} : { words: reason }),
      facts: { nominationId, matterId, eligible: candidate !== undefined },
    },
  };
};

/** The notice goes out: what is asked, of how many, until when, is fixed from here on. */
export const announced = (
  vote: Vote,
  times: { readonly opensAt: number; readonly closesAt: number },
  electorate: Electorate,
  now: number,
): VoteEffect => {
  const { homes, area, heads } = electorate;
  return {
    change: { ...toStatus('on-notice', now), ...times, noticeAt: now, electorate: { homes, area, heads } },
    event: {
      kind: 'announced',
      words: voteWords(vote.title, vote.scope, vote.matters),
      facts: { ...times, homes, area, heads, matters: vote.matters.length },
    },
  };
};

/**
 * Only later, by a day at the least, only while open; announced as the first close was. Ends that move by moments
 * would be announced again and again, and nobody could go by any of them.
 */
export const extended = (vote: Vote, closesAt: number, reason: string): VoteEffect | Refusal => {
  const before = vote.closesAt ?? 0;
  const earliest = before + DAY;
  if (closesAt < earliest) return refuse('only-later', { closesAt: before, earliest });
  return {
    change: { closesAt, closedFirstAt: vote.closedFirstAt ?? before },
    event: { kind: 'extended', words: reason, facts: { before, closesAt } },
  };
};

export const callersAssigned = (doorCallers: Vote['doorCallers']): VoteEffect => ({
  change: { doorCallers },
  event: { kind: 'callers-assigned', facts: { callers: doorCallers.length } },
});

/** The notice's time is over: the roll is frozen by a job, then ballots are taken. */
export const opening = (now: number): VoteEffect => ({
  change: toStatus('opening', now),
  event: { kind: 'opening' },
});

/** The announced end has come: from here on every line is sealed by a job, and what comes later is refused. */
export const closing = (now: number): VoteEffect => ({
  change: toStatus('sealing', now),
  event: { kind: 'sealing' },
});

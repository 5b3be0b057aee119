import type { Vote } from '@gongyi/shared/votes/vote';
import type { VoteStep } from '@gongyi/shared/votes/vote-steps';
import { forceMark, isConsultative } from '@gongyi/shared/votes/voting-rules';
import type { NoticeKind } from '@gongyi/shared/notices/contract';
import type { Push } from './notice-item';
import { shortTime } from './notice-words';
import { progressPush } from './push-templates';

/**
 * Who hears what about a vote of the owners. Words carry its title (checked before it is announced), its number and
 * times: nobody's name, and never how or whether somebody voted.
 *
 * - `owners`: everybody verified as owner of a home in scope
 * - `home`: the owners of the one home a step is about
 * - `preparers`: the committee's and the community's people
 * - `beginner`: who began it; `objector`, `nominator`: whose objection or nomination the step answers
 */
export type VoteAudience = 'owners' | 'home' | 'preparers' | 'beginner' | 'objector' | 'nominator';

type Facts = Readonly<Record<string, string | number | boolean>>;

export interface VoteTelling {
  readonly to: VoteAudience;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly words: (vote: Vote, facts: Facts) => string;
  /** What the message on the phone says of it; absent: the inbox alone. */
  readonly push?: VotePush | undefined;
}

/** A `phrase` field takes five characters; the instant is the one that the phrase is about. */
interface VotePush {
  readonly phrase: string;
  readonly at: (vote: Vote) => number | undefined;
}
const BEGINS: VotePush = { phrase: '将开始投票', at: ({ opensAt }) => opensAt };
const ENDS: VotePush = { phrase: '正在投票', at: ({ closesAt }) => closesAt };
const LATER: VotePush = { phrase: '延长投票', at: ({ closesAt }) => closesAt };
const MISSED: VotePush = { phrase: '等您投票', at: ({ closesAt }) => closesAt };
const PUBLISHED: VotePush = { phrase: '已出结果', at: ({ publishedAt }) => publishedAt };

/** The message of a vote on the phone: as the notice, never who voted or how. */
export const votePush = (push: VotePush | undefined, vote: Vote, now: number): Push | undefined =>
  push &&
  progressPush('vote-progress', `votes/pages/vote/index?id=${vote.id}`, {
    number: vote.number,
    // First, where a long title cannot push it out.
    what: `${isConsultative(vote.rulesInForce.rules) ? '征求意见：' : ''}${vote.title}`,
    phrase: push.phrase,
    at: push.at(vote) ?? now,
  });

const marked = (name: string, { rulesInForce }: Vote): string => name + forceMark(rulesInForce.rules);
const named = (vote: Vote): string => marked(`「${vote.title}」`, vote);
/** Its title is checked with the notice only: until then a vote is named by its number, or by what it elects. */
const petition = (vote: Vote): string => marked(`联名提议 ${vote.number}`, vote);
const election = (vote: Vote): string => marked('业委会选举', vote);
const time = (instant: number | undefined): string => (instant === undefined ? '' : shortTime(instant));
const count = (facts: Facts, name: string): string => String(facts[name] ?? '');

const owners = (kind: NoticeKind, title: string, words: VoteTelling['words'], push?: VotePush): VoteTelling => ({
  to: 'owners',
  kind,
  title,
  words,
  push,
});
const preparers = (title: string, words: VoteTelling['words']): VoteTelling => ({
  to: 'preparers',
  kind: 'vote-need',
  title,
  words,
});

export const VOTE_TELLINGS: Readonly<Record<VoteStep, readonly VoteTelling[]>> = {
  drafted: [],
  petitioned: [],
  amended: [],
  signed: [],
  'petition-reached': [
    preparers(
      '业主联名要求表决',
      (v, f) => `${v.compoundName}${petition(v)} 已有 ${count(f, 'signed')} 户签名，达到规定人数，请组织表决。`,
    ),
    {
      to: 'beginner',
      kind: 'vote-step',
      title: '联名人数够了',
      words: (v) => `您发起的${petition(v)} 已达到规定人数，由业委会组织表决。`,
    },
  ],
  'petition-lapsed': [
    {
      to: 'beginner',
      kind: 'vote-step',
      title: '联名到期',
      words: (v, f) => `${petition(v)} 到期，签名 ${count(f, 'signed')} 户，未达到 ${count(f, 'needed')} 户。`,
    },
  ],
  'nominations-called': [
    owners(
      'vote-step',
      '业委会选举开始报名',
      (v) => `${v.compoundName}${election(v)}报名到 ${time(v.nominateUntil)}，可自荐或联名推荐。`,
    ),
  ],
  nominated: [preparers('有新的报名', (v) => `${v.compoundName}${election(v)}有新的报名，请核查资格。`)],
  'nomination-checked': [
    {
      to: 'nominator',
      kind: 'vote-answered',
      title: '报名有了结果',
      words: (v, f) =>
        f['eligible'] === true
          ? `您提交的${election(v)}报名通过了资格核查，列为候选人。`
          : `您提交的${election(v)}报名没有通过资格核查，理由在报名里。`,
    },
  ],
  'nominations-closed': [
    preparers('报名截止', (v) => `${v.compoundName}${election(v)}报名截止，请核查资格、准备公告。`),
  ],
  announced: [
    owners(
      'vote-announced',
      '业主表决公告',
      (v) => `${v.compoundName}${named(v)} ${time(v.opensAt)} 开始，${time(v.closesAt)} 结束，请先看事项。`,
      BEGINS,
    ),
  ],
  'roll-corrected': [
    {
      to: 'home',
      kind: 'vote-home',
      title: '名册有更正',
      words: (v, f) => `为${named(v)}更正了您家 ${count(f, 'homeName')} 在名册上的登记，请核对。`,
    },
  ],
  'callers-assigned': [],
  opening: [],
  opened: [owners('vote-step', '表决开始了', (v) => `${named(v)}开始投票，${time(v.closesAt)} 结束。`, ENDS)],
  extended: [owners('vote-step', '表决延长', (v) => `${named(v)}延长到 ${time(v.closesAt)}，理由已公布。`, LATER)],
  sealing: [],
  sealed: [],
  counted: [],
  published: [
    owners('vote-result', '表决结果公布', (v) => `${named(v)}结果已公布，可以核对，也可以提异议。`, PUBLISHED),
    preparers('表决结果公布', (v) => `${v.compoundName}${named(v)}结果已公布，请张贴并备案。`),
  ],
  objected: [preparers('有人对结果提出异议', (v) => `${v.compoundName}${named(v)}的结果有一条异议，请答复。`)],
  'objection-answered': [
    {
      to: 'objector',
      kind: 'vote-answered',
      title: '异议有了答复',
      words: (v) => `您对${named(v)}结果的异议有了答复。`,
    },
  ],
  withdrawn: [owners('vote-step', '表决撤回', (v) => `${named(v)}撤回了，理由已公布。`)],
};

/** What is told of a paper: to its homes, and 不是我投的 to those who keep the registers. */
export const PAPER_TELLINGS = ['paper-returned', 'paper-disowned', 'paper-kept', 'paper-voided'] as const;
/** What is told of who casts for a home: to its owners. */
export const ELECTOR_TELLINGS = ['elector-named', 'proxy-registered', 'proxy-ended'] as const;
/** What is told to people whom the telling names. */
export const NAMED_TELLINGS = ['reminder', 'entrusted', 'released'] as const;
type BallotTelling = (typeof PAPER_TELLINGS | typeof ELECTOR_TELLINGS | typeof NAMED_TELLINGS)[number];

/** What the ballots' own work has to tell people: whom it concerns stands in the telling itself. */
export const BALLOT_TELLINGS: Readonly<
  Record<BallotTelling, Omit<VoteTelling, 'to' | 'words'> & { readonly words: (vote: Vote) => string }>
> = {
  reminder: {
    kind: 'vote-reminder',
    title: '还没有投票',
    words: (vote) => `${named(vote)} ${time(vote.closesAt)} 结束，您还没有投票。`,
    push: MISSED,
  },
  entrusted: {
    kind: 'vote-home',
    title: '有一票由您来投',
    words: (vote) => `${named(vote)}中有一票登记由您来投，${time(vote.closesAt)} 结束。`,
    push: MISSED,
  },
  released: {
    kind: 'vote-home',
    title: '有一票不再由您来投',
    words: (vote) => `${named(vote)}中委托您投的一票已撤销或换了人，不用您投了。`,
  },
  'elector-named': {
    kind: 'vote-home',
    title: '您家的投票人已登记',
    words: (vote) => `${named(vote)}登记了由谁代表您家投票。如果与您家说的不一样，请到社区或业委会核实。`,
  },
  'proxy-registered': {
    kind: 'vote-home',
    title: '您家已登记委托投票',
    words: (vote) => `${named(vote)}登记了您家委托他人投票。如果不是您家委托的，请到社区或业委会撤销。`,
  },
  'proxy-ended': {
    kind: 'vote-home',
    title: '您家的委托投票已撤销',
    words: (vote) => `${named(vote)}中您家的委托投票已撤销。受托人已经投出的票有效；还没投的，结束前由您家自己投。`,
  },
  'paper-returned': {
    kind: 'vote-home',
    title: '您家已交纸质票',
    words: (vote) => `${named(vote)}登记了您家交回的纸质票。如果不是您家投的，请点开选“不是我投的”。`,
  },
  'paper-disowned': {
    kind: 'vote-need',
    title: '有人说纸质票不是他家投的',
    words: (vote) => `${vote.compoundName}${named(vote)}有一张纸质票被业主否认，请核实后登记处理结果。`,
  },
  'paper-kept': {
    kind: 'vote-home',
    title: '您家的纸质票核实有效',
    words: (vote) => `${named(vote)}中您家否认的那张纸质票，核实后仍然有效，理由可点开查看。`,
  },
  'paper-voided': {
    kind: 'vote-home',
    title: '您家的纸质票作废了',
    words: (vote) =>
      `${named(vote)}中您家否认的那张纸质票已作废${vote.status === 'open' ? '，结束前您家可以重新投' : ''}。`,
  },
};

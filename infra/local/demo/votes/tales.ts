import type { Choice } from '@gongyi/shared/votes/ballot';
import type { VoteStatus } from '@gongyi/shared/votes/vote';
import type { CastKey } from '../cast';

/** Votes of the main compound's owners; hours count from when the demonstration is ready. */
export interface VoteTale {
  readonly key: string;
  readonly title: string;
  /** Below the compound: `b3.e2`; the whole compound if left out. */
  readonly scope?: { readonly paths: readonly string[]; readonly basis: string };
  readonly matters: readonly Readonly<Record<string, unknown>>[];
  readonly begins: number;
  readonly publishes: number;
  readonly opens: number;
  readonly closes: number;
  readonly scrutineers: readonly CastKey[];
  readonly casts: readonly {
    readonly at: number;
    readonly who: CastKey;
    readonly choices: Readonly<Record<string, Choice>>;
  }[];
  /** Papers brought back, and what stands on each in turn. */
  readonly papers?: { readonly at: number; readonly share: number; readonly choices: readonly Choice[] };
  readonly counts?: number;
  readonly ends: VoteStatus;
}

const m1 = (choice: Choice): Readonly<Record<string, Choice>> => ({ m1: choice });

/** Counted last week: one entrance decides what its lift costs from the fund; most of it came on paper. */
export const LIFT_VOTE: VoteTale = {
  key: 'lift',
  title: '3号楼2单元电梯更换钢丝绳和控制柜',
  scope: {
    paths: ['b3.e2'],
    basis: '《住宅专项维修资金管理办法》第二十二条：由资金列支范围内的业主表决',
  },
  matters: [
    {
      kind: 'fund-use',
      title: '使用维修资金更换电梯钢丝绳和控制柜',
      words: '同意从3号楼2单元的维修资金中列支，更换电梯钢丝绳四根、控制柜一台，由维保单位施工，工期十天。',
      fund: {
        works: '更换钢丝绳四根、控制柜一台，含检验',
        budget: 4_860_000,
        balance: 21_340_000,
        fromFund: 4_860_000,
        apportionment: 'by-area',
      },
    },
  ],
  begins: -573,
  publishes: -572,
  opens: -211,
  closes: -42,
  scrutineers: ['branch', 'steward'],
  casts: [
    { at: -205, who: 'resident', choices: m1('for') },
    { at: -190, who: 'neighbour1', choices: m1('for') },
  ],
  papers: { at: -100, share: 0.7, choices: ['for', 'for', 'for', 'against', 'for', 'for', 'abstain'] },
  counts: -40,
  ends: 'published',
};

/** Running now: the whole compound, two matters, some have voted and most have not. */
export const COVENANT_VOTE: VoteTale = {
  key: 'covenant',
  title: '修改管理规约、利用外墙经营两件事',
  matters: [
    {
      kind: 'covenant',
      title: '修改管理规约第十二条',
      words: '管理规约第十二条改为：电动自行车一律在集中充电点充电，不得进楼入户，违反的由楼栋长劝导并公示。',
    },
    {
      kind: 'common-parts-use',
      title: '东侧外墙出租广告位',
      words: '同意把东侧外墙两处广告位出租三年，收益全部归全体业主，每半年公布一次账目。',
    },
  ],
  begins: -573,
  publishes: -572,
  opens: -210,
  closes: 70,
  scrutineers: ['branch', 'steward'],
  casts: [
    { at: -200, who: 'director', choices: { m1: 'for', m2: 'for' } },
    { at: -150, who: 'member', choices: { m1: 'for', m2: 'against' } },
    { at: -90, who: 'neighbour2', choices: { m1: 'for', m2: 'abstain' } },
  ],
  ends: 'open',
};

export const VOTE_TALES: readonly VoteTale[] = [LIFT_VOTE, COVENANT_VOTE];

/** Owners gather signatures. */
export const PETITION = {
  begins: -60,
  who: 'neighbour3',
  until: 400,
  title: '提请业主大会讨论公共收益怎么用',
  matters: [
    {
      kind: 'other-major',
      title: '公共收益的用途和公布办法',
      words: '公共收益先补维修资金，余下的用于小区公共设施，每季度公布一次明细。',
    },
  ],
  signs: [
    { at: -50, who: 'neighbour1' },
    { at: -45, who: 'steward' },
  ],
} as const;

/** The committee met, and published what it decided. */
export const MEETING = {
  calls: -400,
  meets: -216,
  publishes: -210,
  title: '业主委员会第三季度例会',
  venue: '社区党群服务中心二楼',
  matters: [
    { title: '聘请审计单位', words: '聘请第三方审计公共收益上一年度收支，费用不超过八千元。' },
    { title: '公示栏更新', words: '把三处公示栏换成带锁的，钥匙由业委会和居委会各一把。' },
  ],
  /** Of its five, one keeps away. */
  choices: {
    director: ['for', 'for'],
    member: ['for', 'abstain'],
    member2: ['for', 'for'],
    member3: ['against', 'for'],
  },
} as const;

/** A roof that could not wait. */
export const REPAIR = {
  declares: -96,
  checks: -94,
  finishes: -50,
  accounts: -20,
  kind: 'roof-leak',
  title: '1号楼屋面漏水抢修',
  words: '连日降雪后1号楼顶层三户漏水，电线受潮，须立即抢修。',
  path: 'b1',
  estimate: 1_800_000,
  spent: 1_652_000,
} as const;

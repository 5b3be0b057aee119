import type { BallotsState, MyLine } from '@gongyi/shared/votes/contract-ballots';
import type { MatterView, VoteRow, VoteView } from '@gongyi/shared/votes/contract-view';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import { THRESHOLD_WORDS, articleOf } from '@gongyi/shared/votes/matters';
import { COMPOUND, HOME } from './samples';

const DAY = 86_400_000;

export const aVoteRow = (part: Partial<VoteRow> = {}): VoteRow => ({
  id: 'v1',
  number: '1128-ABCD',
  rev: 4,
  status: 'open',
  legalForce: 'consultative',
  compoundId: COMPOUND,
  compoundName: '幸福小区',
  starter: 'owners-committee',
  title: '换物业，装电梯',
  matters: [{ title: '选聘新的物业公司', kind: 'property-company-hiring' }],
  since: Date.now() - 20 * DAY,
  noticeAt: Date.now() - 20 * DAY,
  opensAt: Date.now() - 4 * DAY,
  closesAt: Date.now() + 3.5 * DAY,
  ...part,
});

export const aMatter = (part: Partial<MatterView> = {}): MatterView => ({
  id: 'm1',
  kind: 'property-company-hiring',
  title: '选聘新的物业公司',
  words: '选聘示例物业服务有限公司，合同三年。',
  matterWords: '选聘和解聘物业服务企业或者其他管理人',
  article: articleOf('property-company-hiring'),
  threshold: 'general',
  thresholdWords: THRESHOLD_WORDS.general,
  attachments: [],
  ...part,
});

export const anElection = (part: Partial<MatterView> = {}): MatterView =>
  aMatter({
    id: 'm2',
    kind: 'committee-election',
    title: '选举业委会',
    election: {
      seats: 1,
      size: 5,
      alternates: 0,
      candidates: [
        { id: 'c1', name: '王小样', about: '退休教师', by: 'self' },
        { id: 'c2', name: '李示例', about: '楼栋长', by: 'owners' },
      ],
    },
    ...part,
  });

export const aVote = (part: Partial<VoteView> = {}): VoteView => ({
  ...aVoteRow(),
  startedByName: '李**',
  wordsState: 'clear',
  scope: { kind: 'compound' },
  scopeNames: [],
  matterList: [aMatter()],
  rules: { version: 0, rules: DEFAULT_VOTING_RULES },
  scrutineers: [{ name: '赵监票', mine: false }],
  doorCallers: [],
  electorate: { homes: 600, area: 5_221_875, heads: 560 },
  openedAt: Date.now() - 4 * DAY,
  signedByMe: false,
  objections: 0,
  timeline: [],
  fingerprint: 'f'.repeat(64),
  moves: [],
  mayInspect: true,
  ...part,
});

/** One head with two homes, the reader's own. */
export const aLine = (part: Partial<MyLine> = {}): MyLine => ({
  line: 7,
  homes: [
    { homeId: HOME, name: '1号楼1单元101室', area: 9_321 },
    { homeId: `${HOME}x`, name: '2号楼1单元302室', area: 9_321 },
  ],
  area: 18_642,
  coOwners: 1,
  state: 'may-cast',
  elector: { name: '王小明', mine: true, by: 'roll' },
  asProxy: false,
  ...part,
});

export const LEAF_HASH = 'ab'.repeat(32);
export const aCast = () => ({ castId: 'cast7', version: 1, leafHash: LEAF_HASH, castAt: Date.now() });

export const aBallotsState = (part: Partial<BallotsState> = {}): BallotsState => ({
  status: 'open',
  legalForce: 'consultative',
  electorate: { area: 5_221_875, heads: 560 },
  turnout: {
    at: Date.now() - 600_000,
    tookPart: { area: 3_481_249, heads: 380 },
    areaPermille: 666,
    headsPermille: 678,
  },
  reached: { area: false, heads: true },
  ...part,
});

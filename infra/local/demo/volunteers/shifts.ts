import type { Skill } from '@gongyi/shared/volunteers/kinds';
import type { CastKey } from '../cast';

/** Who says that they volunteer, and since which birth month. */
export const VOLUNTEERS: readonly {
  readonly who: CastKey;
  readonly bornOn: string;
  readonly skills: readonly Skill[];
  readonly party?: boolean;
}[] = [
  { who: 'resident', bornOn: '1986-03', skills: ['cooking', 'driving'] },
  { who: 'family', bornOn: '1990-11', skills: ['teaching'] },
  { who: 'steward', bornOn: '1971-06', skills: ['mediation', 'mongolian'] },
  { who: 'director', bornOn: '1968-01', skills: ['law'] },
  { who: 'member', bornOn: '1975-09', skills: ['music', 'dance'] },
  { who: 'branch', bornOn: '1979-07', skills: ['writing'], party: true },
  { who: 'neighbour1', bornOn: '1982-12', skills: ['medical', 'first-aid'] },
  { who: 'neighbour2', bornOn: '1993-04', skills: ['teaching', 'computers'] },
  { who: 'neighbour3', bornOn: '1965-08', skills: [] },
  { who: 'technician2', bornOn: '1988-02', skills: ['electrics', 'repairs'], party: true },
  { who: 'tenant', bornOn: '1999-05', skills: ['photography', 'computers'] },
];

/** People without a phone whom the community writes down. */
export const RECORDED: readonly { readonly key: string; readonly name: string; readonly bornOn: string }[] = [
  { key: 'old-teacher', name: '老样师', bornOn: '1949-10' },
  { key: 'retired-nurse', name: '退样护', bornOn: '1955-02' },
];

export interface PlannedShift {
  readonly key: string;
  /** The main community's team of this kind. */
  readonly team: string;
  readonly leader: CastKey;
  readonly title: string;
  readonly words: string;
  readonly spot: string;
  readonly meeting: string;
  readonly bring?: string;
  /** Hours from when the demonstration is ready. */
  readonly made: number;
  readonly begins: number;
  /** The hour of that day, in Shanghai, at which it begins: an evening patrol is in the evening. */
  readonly clock: number;
  readonly lasts: number;
  readonly roles: readonly { readonly name: string; readonly places: number; readonly skill?: Skill }[];
  /** Who signs up for which role, in this order. */
  readonly signs: readonly { readonly who: CastKey; readonly role: number }[];
  /** Recorded people whom the leader enters. */
  readonly enters?: readonly { readonly key: string; readonly role: number }[];
  /** Everybody came and went again. */
  readonly past?: boolean;
}

const on = (role: number, ...who: readonly CastKey[]) => who.map((one) => ({ who: one, role }));

/** This week around the main compound: one past, one full with somebody waiting, one that needs three more people. */
export const SHIFTS: readonly PlannedShift[] = [
  {
    key: 'stairs',
    team: 'sanitation',
    leader: 'steward',
    title: '清楼道',
    words: '清理一到三号楼楼道里的杂物和小广告，堆放的电动车请车主挪走。',
    spot: '3号楼前小广场',
    meeting: '3号楼2单元门口',
    bring: '手套、口罩',
    made: -142,
    begins: -50,
    clock: 9,
    lasts: 2,
    roles: [{ name: '清扫', places: 6 }],
    signs: on(1, 'resident', 'neighbour1', 'neighbour3', 'tenant'),
    enters: [{ key: 'old-teacher', role: 1 }],
    past: true,
  },
  {
    key: 'snow',
    team: 'sanitation',
    leader: 'steward',
    title: '雪后除冰',
    words: '把单元门口和坡道上的冰铲掉，撒融雪剂，方便老人出门。',
    spot: '小区东门坡道',
    meeting: '东门岗亭',
    bring: '雪铲（社区可借）',
    made: -47,
    begins: 32,
    clock: 14,
    lasts: 2,
    roles: [{ name: '除冰', places: 4 }],
    signs: on(1, 'resident', 'neighbour1', 'neighbour3', 'tenant', 'family'),
  },
  {
    key: 'patrol',
    team: 'security',
    leader: 'director',
    title: '傍晚平安巡逻',
    words: '两人一组，看看消防通道、飞线充电和单元门禁。',
    spot: '全小区',
    meeting: '1号楼1单元门口',
    made: -47,
    begins: 52,
    clock: 18.5,
    lasts: 1.5,
    roles: [{ name: '巡逻', places: 6 }],
    signs: on(1, 'neighbour2', 'branch', 'member'),
  },
  {
    key: 'blood-pressure',
    team: 'health',
    leader: 'neighbour1',
    title: '给老人量血压',
    words: '在社区活动室给六十岁以上的邻居量血压、登记，需要的陪着上楼。',
    spot: '社区活动室',
    meeting: '社区居委会一楼',
    made: -46,
    begins: 76,
    clock: 9,
    lasts: 3,
    roles: [
      { name: '测量', places: 2, skill: 'medical' },
      { name: '引导和陪同', places: 5 },
    ],
    signs: on(2, 'neighbour2', 'tenant'),
    enters: [{ key: 'retired-nurse', role: 2 }],
  },
  {
    key: 'homework',
    team: 'youth',
    leader: 'neighbour2',
    title: '放学后陪写作业',
    words: '一到四年级的孩子，语文数学为主，家长七点来接。',
    spot: '社区书屋',
    meeting: '社区书屋',
    made: -46,
    begins: 100,
    clock: 17,
    lasts: 2,
    roles: [{ name: '辅导', places: 4, skill: 'teaching' }],
    signs: on(1, 'family'),
  },
];

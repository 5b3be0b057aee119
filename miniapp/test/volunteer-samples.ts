import type {
  HoursRow,
  MyHours,
  MySignUp,
  RosterRow,
  ShiftRow,
  ShiftView,
  SlotView,
  TeamView,
  WishView,
} from '@gongyi/shared/volunteers/contract-view';
import { NAMED_KINDS } from '@gongyi/shared/volunteers/kinds';
import { COMPOUND } from './samples';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COMMUNITY = 'jn.s01.c01';
const [KIND = { id: 'party', name: '社区党员服务队', named: true }] = NAMED_KINDS;

export const aShiftRow = (part: Partial<ShiftRow> = {}): ShiftRow => ({
  id: 'h1',
  number: '1128-ABCD',
  status: 'open',
  title: '清扫南门积雪',
  teamId: 'm1',
  teamName: '幸福扫雪队',
  kind: KIND,
  communityId: COMMUNITY,
  placeId: COMPOUND,
  placeName: '幸福小区',
  startsAt: Date.now() + DAY,
  endsAt: Date.now() + DAY + 2 * HOUR,
  opensAt: Date.now() - DAY,
  closesAt: Date.now() + DAY - HOUR,
  skills: [],
  fill: { places: 10, held: 7, waiting: 0 },
  missing: 3,
  ...part,
});

type Mine = NonNullable<SlotView['mine']>;
export const aMine = (part: Partial<Mine> = {}): Mine => ({
  roleId: 'r1',
  state: 'placed',
  insure: false,
  late: false,
  acts: ['cancel'],
  ...part,
});

export const aSlot = (part: Partial<SlotView> = {}): SlotView => ({
  id: 's1',
  startsAt: Date.now() + DAY,
  endsAt: Date.now() + DAY + 2 * HOUR,
  checkInOpensAt: Date.now() + DAY - HOUR,
  roles: [{ id: 'r1', name: '扫雪', fill: { places: 10, held: 7, waiting: 0 }, acts: ['sign-up'] }],
  ...part,
});

export const aShift = (part: Partial<ShiftView> = {}): ShiftView => {
  const { skills: _skills, ...row } = aShiftRow();
  return {
    ...row,
    rev: 2,
    words: '把南门到 3 号楼的雪清到路边。',
    spot: '南门岗亭前',
    meeting: '居委会门口',
    bring: '手套',
    wordsState: 'clear',
    cancelUntil: Date.now() + HOUR,
    slots: [aSlot()],
    profileNeeded: false,
    moves: [],
    mayLead: false,
    maySignUpOthers: false,
    ...part,
  };
};

export const aMySignUp = (part: Partial<MySignUp> = {}): MySignUp => ({
  shiftId: 'h1',
  slotId: 's1',
  roleId: 'r1',
  roleName: '扫雪',
  state: 'placed',
  title: '清扫南门积雪',
  placeName: '幸福小区',
  teamName: '幸福扫雪队',
  startsAt: Date.now() + DAY,
  endsAt: Date.now() + DAY + 2 * HOUR,
  late: false,
  ...part,
});

export const aRosterRow = (part: Partial<RosterRow> = {}): RosterRow => ({
  volunteerId: 'v1',
  name: '张**',
  party: false,
  recorded: false,
  slotId: 's1',
  roleId: 'r1',
  state: 'placed',
  late: false,
  insure: false,
  marks: [],
  acts: ['check-in', 'cancel'],
  ...part,
});

export const aTeam = (part: Partial<TeamView> = {}): TeamView => ({
  id: 'm1',
  rev: 3,
  status: 'active',
  kind: KIND,
  name: '幸福扫雪队',
  communityId: COMMUNITY,
  communityName: '幸福社区',
  serves: [{ placeId: COMPOUND, name: '幸福小区' }],
  skills: [],
  members: 12,
  words: '下雪了就去扫。',
  wordsState: 'clear',
  leaders: [{ name: '孙**', party: true }],
  year: { served: 600, byHand: 0, times: 8 },
  acts: ['ask'],
  mayLead: false,
  mayOversee: false,
  ...part,
});

export const anHoursRow = (part: Partial<HoursRow> = {}): HoursRow => ({
  id: 'e1',
  volunteerId: 'p1',
  kind: 'served',
  minutes: 120,
  standing: 120,
  servedAt: Date.now() - DAY,
  at: Date.now() - DAY,
  teamName: '幸福扫雪队',
  kindName: KIND.name,
  title: '清扫南门积雪',
  marks: [],
  ...part,
});

export const someHours = (items: HoursRow[], part: Partial<MyHours> = {}): MyHours => {
  const sum = { served: 120, byHand: 30, times: 2 };
  const year = new Date().getFullYear();
  return {
    sum,
    years: [{ year, sum, months: Array.from({ length: 12 }, (_, month) => (month === 0 ? 150 : 0)) }],
    items,
    lateCancels: 0,
    ...part,
  };
};

export const aWish = (part: Partial<WishView> = {}): WishView => ({
  id: 'w1',
  number: '1128-WXYZ',
  status: 'open',
  kind: 'goods',
  title: '想要一副老花镜',
  private: false,
  compoundId: COMPOUND,
  compoundName: '幸福小区',
  communityId: COMMUNITY,
  wisherName: '3号楼 李**',
  postedAt: Date.now() - DAY,
  since: Date.now() - DAY,
  helpers: 0,
  thanked: false,
  rev: 2,
  words: '看报纸看不清了。',
  wordsState: 'clear',
  photos: [],
  shows: [],
  mine: false,
  recordedByMe: false,
  helpersList: [],
  timeline: [{ rev: 1, kind: 'posted', at: Date.now() - DAY, by: '居民 李**', mine: false, photos: [] }],
  moves: ['claim'],
  claimFor: [],
  maySeeContact: false,
  ...part,
});

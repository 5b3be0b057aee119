import type { RoleGrant } from '@gongyi/shared/people/role';
import { castPhone } from './made-up';
import type { PlannedPlaces } from './plan-places';
import { hasCompany } from './plan-organisations';

/** Compounds full of life, by what they are there to show. */
export const livelyCompounds = ({ compounds }: PlannedPlaces) => {
  const at = (index: number) => {
    const compound = compounds[index];
    if (compound === undefined) throw new RangeError(`the demonstration has no compound ${String(index)}`);
    return compound;
  };
  const bare = compounds.find((_, index) => !hasCompany(index)) ?? at(0);
  return { main: at(0), sampleA: at(1), sampleB: at(2), bare };
};
export type LivelyCompound = keyof ReturnType<typeof livelyCompounds>;

/** A role in the demonstration: for a place, or in an organisation by its key. */
export interface CastGrant {
  readonly role: RoleGrant['role'];
  readonly place?: 'district' | 'street' | 'community' | 'grid' | 'main' | 'sampleA' | 'building';
  /** Of an organisation: its key, or one of the words for the one that serves the main or the bare compound. */
  readonly organisation?: string;
}

export interface CastMember {
  readonly name: string;
  /** What they are, as the demo phone shows it. */
  readonly roleWords: string;
  readonly note: string;
  /** A home on a made roll that carries their number: `b3.e2.h501` of a compound. */
  readonly owns?: { readonly compound: LivelyCompound; readonly path: string };
  readonly grants: readonly CastGrant[];
  readonly elder?: boolean;
}

const owner = (path: string, compound: LivelyCompound = 'main') => ({ owns: { compound, path }, grants: [] });
const works = (role: RoleGrant['role'], ...organisations: readonly string[]) => ({
  grants: organisations.map((organisation): CastGrant => ({ role, organisation })),
});
const holds = (role: RoleGrant['role'], place: NonNullable<CastGrant['place']>): CastGrant => ({ role, place });

/** Everybody with a phone of their own, the main ones first. Keys are stable: accounts are derived from them. */
export const CAST = {
  resident: { name: '王小样', roleWords: '居民（业主）', note: '3号楼2单元501,报事从这里开始', ...owner('b3.e2.h501') },
  dispatcher: {
    name: '李示例',
    roleWords: '物业调度',
    note: '物业工作台：接单、派单、转办',
    ...works('dispatcher', 'company'),
  },
  technician1: {
    name: '张测试',
    roleWords: '物业师傅',
    note: '水暖；大按钮：接单、到场、完工拍照',
    ...works('technician', 'company'),
  },
  worker: {
    name: '周范例',
    roleWords: '社区工作者',
    note: '核对住户、代报、12345 工单、调解',
    grants: [holds('community-worker', 'community'), { role: 'dispatcher', organisation: 'committee' }],
  },
  grid: { name: '郑试用', roleWords: '网格员', note: '本网格的诉求与代报', grants: [holds('grid-worker', 'grid')] },
  street: {
    name: '孙演示',
    roleWords: '街道干部',
    note: '本街道超期与升级的诉求',
    grants: [holds('street-officer', 'street')],
  },
  admin: { name: '管样例', roleWords: '管理员', note: '建档案、授角色、导入名册', grants: [] },
  manager: { name: '刘演示', roleWords: '物业经理', note: '看三率、任命师傅和调度', ...works('manager', 'company') },
  elder: {
    name: '何样本',
    roleWords: '老年居民（长辈版）',
    note: '2号楼1单元101,大字大按钮',
    ...owner('b2.e1.h101'),
    elder: true,
  },
  steward: {
    name: '杨示例',
    roleWords: '业主、楼栋长',
    note: '3号楼楼栋长，替邻居报事',
    owns: { compound: 'main', path: 'b3.e1.h201' },
    grants: [holds('building-steward', 'building')],
  },
  secretary: {
    name: '吴样本',
    roleWords: '社区书记',
    note: '社区党组织，召集四方',
    grants: [holds('community-secretary', 'community')],
  },
  propertyOffice: {
    name: '钱示例',
    roleWords: '街道物业办',
    note: '没有物业的小区由街道物业办接单',
    grants: [
      { role: 'manager', organisation: 'property-office' },
      { role: 'dispatcher', organisation: 'property-office' },
    ],
  },
  command: {
    name: '高样例',
    roleWords: '指挥中心',
    note: '全区超期与升级的诉求',
    grants: [holds('command-officer', 'district'), { role: 'dispatcher', organisation: 'command' }],
  },
  director: {
    name: '主样本',
    roleWords: '业主、业委会主任',
    note: '1号楼1单元301',
    owns: { compound: 'main', path: 'b1.e1.h301' },
    grants: [holds('owners-committee-director', 'main')],
  },
  technician2: { name: '赵样例', roleWords: '物业师傅', note: '电工', ...works('technician', 'company') },
  technician3: { name: '陈模拟', roleWords: '物业师傅', note: '保洁与杂修', ...works('technician', 'company') },
  family: { name: '王示例', roleWords: '居民（家人）', note: '王小样的家人，由业主邀请', grants: [] },
  tenant: { name: '林演示', roleWords: '居民（租户）', note: '1号楼2单元402,租期到期自动失效', grants: [] },
  waiting: { name: '袁待样例', roleWords: '居民（等待核对）', note: '已申请住户认证，等社区核对', grants: [] },
  neighbour1: { name: '冯测试', roleWords: '居民（业主）', note: '3号楼2单元302', ...owner('b3.e2.h302') },
  neighbour2: { name: '董样例', roleWords: '居民（业主）', note: '1号楼1单元102', ...owner('b1.e1.h102') },
  neighbour3: { name: '萧示例', roleWords: '居民（业主）', note: '2号楼2单元201', ...owner('b2.e2.h201') },
  neighbour4: { name: '程样本', roleWords: '居民（业主）', note: '没有物业的小区', ...owner('b1.e1.h201', 'bare') },
  member: {
    name: '曹范例',
    roleWords: '业主、业委会委员',
    note: '2号楼1单元302',
    owns: { compound: 'main', path: 'b2.e1.h302' },
    grants: [holds('owners-committee-member', 'main')],
  },
  branch: {
    name: '邓演示',
    roleWords: '小区党组织',
    note: '小区联合党支部',
    grants: [holds('party-branch-member', 'main'), holds('party-branch-member', 'sampleA')],
  },
  heating: { name: '许测试', roleWords: '供热公司调度', note: '专营单位', ...works('dispatcher', 'heating') },
  water: { name: '傅样例', roleWords: '供水公司调度', note: '专营单位', ...works('dispatcher', 'water') },
  lift: {
    name: '沈示例',
    roleWords: '电梯维保调度',
    note: '电梯维保',
    grants: [
      { role: 'dispatcher', organisation: 'lift' },
      { role: 'technician', organisation: 'lift' },
    ],
  },
  organiser: { name: '季示例', roleWords: '志愿服务专干', note: '各街道社区的志愿服务队', grants: [] },
  member2: {
    name: '范模拟',
    roleWords: '业主、业委会委员',
    note: '1号楼2单元301',
    owns: { compound: 'main', path: 'b1.e2.h301' },
    grants: [holds('owners-committee-member', 'main')],
  },
  member3: {
    name: '彭试用',
    roleWords: '业主、业委会委员',
    note: '1号楼1单元402',
    owns: { compound: 'main', path: 'b1.e1.h402' },
    grants: [holds('owners-committee-member', 'main')],
  },
  member4: {
    name: '鲁演示',
    roleWords: '业主、业委会委员',
    note: '2号楼2单元302',
    owns: { compound: 'main', path: 'b2.e2.h302' },
    grants: [holds('owners-committee-member', 'main')],
  },
} as const satisfies Record<string, CastMember>;

export type CastKey = keyof typeof CAST;
export const CAST_KEYS = Object.keys(CAST).filter((key): key is CastKey => Object.hasOwn(CAST, key));

/** How many of the first ones the demo phone offers at once. */
export const ON_THE_PHONE = 14;

export const openidOf = (key: CastKey): string => `demo-${key}`;
export const phoneOf = (key: CastKey): string => castPhone(CAST_KEYS.indexOf(key));
export const memberOf = (key: CastKey): CastMember => CAST[key];

import type { HomeBinding, RoleGrant } from '@gongyi/shared/people/role';

/** What a role is called on screen. */
export const ROLE: Record<RoleGrant['role'], string> = {
  administrator: '系统管理员',
  'command-officer': '指挥中心值班员',
  'street-officer': '街道干部',
  'community-secretary': '社区书记',
  'community-worker': '社区工作者',
  'grid-worker': '网格员',
  'building-steward': '楼栋长',
  'party-branch-member': '小区党组织成员',
  'owners-committee-director': '业委会主任',
  'owners-committee-member': '业委会委员',
  manager: '负责人',
  dispatcher: '调度员',
  technician: '师傅',
};

export const RELATION: Record<HomeBinding['relation'], string> = { owner: '业主', family: '家人', tenant: '租户' };

export const BINDING_STATE: Record<HomeBinding['state'], string> = {
  claimed: '等待核实',
  verified: '已核实',
  refused: '未通过',
  ended: '已结束',
};

/** 居民 · 3号楼 2单元 501 / 物业调度员 · 演示物业 */
export const homeStanding = (home: HomeBinding): string => `${RELATION[home.relation]} · ${home.homeName}`;
export const grantStanding = (grant: RoleGrant): string => `${ROLE[grant.role]} · ${grant.scopeName}`;

import type { RoleGrant } from '@gongyi/shared/people/role';

/** Roles as people call them. */
export const ROLE_NAMES: Readonly<Record<RoleGrant['role'], string>> = {
  administrator: '管理员',
  'command-officer': '指挥中心值班员',
  'street-officer': '街道工作人员',
  'community-secretary': '社区书记',
  'community-worker': '社区工作者',
  'grid-worker': '网格员',
  'building-steward': '楼栋长',
  'party-branch-member': '党支部委员',
  'owners-committee-director': '业委会主任',
  'owners-committee-member': '业委会委员',
  manager: '负责人',
  dispatcher: '调度员',
  technician: '维修师傅',
};

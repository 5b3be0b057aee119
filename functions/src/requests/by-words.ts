import type { Role } from '@gongyi/shared/people/role';

/** What a role is called before a name in a timeline: 师傅 李*. */
const ROLE_WORDS: Readonly<Partial<Record<Role, string>>> = {
  manager: '负责人',
  dispatcher: '客服',
  technician: '师傅',
  'grid-worker': '网格员',
  'community-worker': '社区工作人员',
  'community-secretary': '社区书记',
  'street-officer': '街道工作人员',
  'command-officer': '指挥中心',
  'building-steward': '楼栋长',
  owner: '业主',
  family: '家人',
  tenant: '租户',
  person: '住户',
};
const words: Readonly<Record<string, string | undefined>> = ROLE_WORDS;

export const CLOCK = { role: 'clock', name: '' } as const;

export const byWords = (role: string, name: string): string =>
  role === CLOCK.role ? '系统' : `${words[role] ?? ''} ${name}`.trim();

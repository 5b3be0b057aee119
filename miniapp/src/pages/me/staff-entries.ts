import type { RoleGrant } from '@gongyi/shared/people/role';
import { ROLE } from '../../people/copy';

export interface StaffEntry {
  readonly words: string;
  readonly hint: string;
  readonly page: string;
  readonly query: Readonly<Record<string, string>>;
}

const DESK: readonly RoleGrant['role'][] = ['manager', 'dispatcher'];
const ABOVE: readonly RoleGrant['role'][] = [
  'grid-worker',
  'community-worker',
  'community-secretary',
  'street-officer',
  'command-officer',
];
const HOTLINE: readonly RoleGrant['role'][] = [...DESK, 'community-worker', 'community-secretary'];
const ROLL: readonly RoleGrant['role'][] = ['administrator', 'community-worker', 'community-secretary', 'manager'];

/** Who screens, calls, speaks for a party or carries out its tasks. */
const COUNCIL: readonly RoleGrant['role'][] = [
  'community-secretary',
  'community-worker',
  'party-branch-member',
  'owners-committee-director',
  'owners-committee-member',
  ...DESK,
];
/** Who looks at the councils of several compounds; a street's property office finds it on the desk. */
const COUNCILS_BELOW: readonly RoleGrant['role'][] = [
  'community-secretary',
  'community-worker',
  'street-officer',
  'command-officer',
];

/** Who verifies wishes and minds a community's volunteers. */
const VOLUNTEERS: readonly RoleGrant['role'][] = ['community-secretary', 'community-worker', 'grid-worker'];

/** Who prepares and counts the owners' votes, and whose party witnesses their log. */
const VOTES: readonly RoleGrant['role'][] = [
  'owners-committee-director',
  'owners-committee-member',
  'community-secretary',
  'community-worker',
  'party-branch-member',
  'manager',
];

/** The workplaces a role opens. What may be done there the server decides. */
export const staffEntries = (grant: RoleGrant): StaffEntry[] => {
  const { role, organisationId, placeId } = grant;
  const hint = `${ROLE[role]} · ${grant.scopeName}`;
  const query: Record<string, string> = {
    ...(organisationId === undefined ? {} : { organisation: organisationId }),
    ...(placeId === undefined ? {} : { place: placeId }),
  };
  const entry = (words: string, page: string): StaffEntry => ({ words, hint, page, query });
  const entries: StaffEntry[] = [];
  if (organisationId !== undefined && DESK.includes(role))
    entries.push(entry('工作台', 'requests/pages/workbench/index'));
  if (COUNCIL.includes(role)) entries.push(entry('议事工作台', 'council/pages/desk/index'));
  if (VOTES.includes(role)) entries.push(entry('表决工作台', 'votes/pages/desk/index'));
  if (placeId !== undefined && COUNCILS_BELOW.includes(role))
    entries.push(entry('辖区四方共议', 'council/pages/below/index'));
  if (role === 'technician') entries.push(entry('我的活儿', 'requests/pages/technician/index'));
  if (placeId !== undefined && ABOVE.includes(role))
    entries.push(entry('督办与核验', 'requests/pages/supervise/index'));
  if (placeId !== undefined && VOLUNTEERS.includes(role))
    entries.push(entry('志愿工作台', 'volunteers/pages/desk/index'));
  if (ABOVE.includes(role) || role === 'building-steward')
    entries.push(entry('帮居民代报', 'requests/pages/phone-order/index'));
  if (HOTLINE.includes(role)) entries.push(entry('12345 工单', 'requests/pages/hotline/index'));
  if (organisationId !== undefined && DESK.includes(role))
    entries.push(entry('本单位三率与常用语', 'requests/pages/office/index'));
  if (ROLL.includes(role)) {
    entries.push(entry('核实住户', 'people/pages/claims/index'));
    entries.push(entry('业主名册导入', 'district/pages/roll-import/index'));
    entries.push(entry('打印报修码', 'district/pages/codes/index'));
  }
  if (role === 'administrator') entries.push(entry('志愿队类别', 'volunteers/pages/kinds/index'));
  if (role === 'administrator' || role === 'manager') entries.push(entry('人员授权', 'people/pages/grants/index'));
  return entries;
};

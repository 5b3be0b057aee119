import type { Party } from '@gongyi/shared/district/organisation';
import type { Standing } from '@gongyi/shared/kernel/authority';
import { HOME_ROLES } from '@gongyi/shared/people/role';

const isResident = ({ role }: Standing): boolean => HOME_ROLES.some((one) => one === role);

/** As what somebody acts in a compound's council: a resident, the convener, a party, or their own topic's proposer. */
export const actsAs = (standing: Standing, parties: readonly Party[], proposedFor?: Party): string => {
  if (isResident(standing)) return 'resident';
  if (standing.role === 'person') return proposedFor ?? 'resident';
  if (standing.role === 'community-secretary') return 'convener';
  return parties[0] ?? standing.role;
};

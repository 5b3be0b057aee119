import type { Party } from '@gongyi/shared/district/organisation';
import type { Standing } from '@gongyi/shared/kernel/authority';
import { HOME_ROLES } from '@gongyi/shared/people/role';
import { maskName, namesOf, signatureIn } from '../people/public';
import type { Call } from '../platform/router';
import type { Maker } from './record-item';

const isResident = ({ role }: Standing): boolean => HOME_ROLES.some((one) => one === role);

/** As what somebody acts in a compound's council: a resident, the convener, a party, or their own topic's proposer. */
export const actsAs = (standing: Standing, parties: readonly Party[], proposedFor?: Party): string => {
  if (isResident(standing)) return 'resident';
  if (standing.role === 'person') return proposedFor ?? 'resident';
  if (standing.role === 'community-secretary') return 'convener';
  return parties[0] ?? standing.role;
};

/** Who makes a step, named as everybody may read it: a resident by building and masked name. */
export const makerOf = async (as: string, compoundId: string, { who, now }: Call): Promise<Maker> => {
  const name =
    as === 'resident'
      ? await signatureIn(compoundId, who, now)
      : maskName((await namesOf([who.personId])).get(who.personId));
  return { personId: who.personId, as, name };
};

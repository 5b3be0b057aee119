import type { Maker } from '../platform/record-item';
import type { Call } from '../platform/router';
import { maskName } from './mask-name';
import { namesOf } from './names';
import { signatureIn } from './signature';

/** Who makes a step of a record, named as everybody may read it: a resident by building and masked name. */
export const makerOf = async (as: string, compoundId: string, { who, now }: Call): Promise<Maker> => {
  const name =
    as === 'resident'
      ? await signatureIn(compoundId, who, now)
      : maskName((await namesOf([who.personId])).get(who.personId));
  return { personId: who.personId, as, name };
};

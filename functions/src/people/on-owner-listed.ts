import { derivedId } from '../platform/idempotency';
import type { Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { matchHomes } from './match-homes';
import { findHolderOfPhone } from './phone-store';

/** A roll that is imported after its owners came finds them: by the number they have proven. */
export const onOwnerListed: Reaction = {
  name: 'people.owner-listed',
  on: async ({ pk, old, new: now, at, eventId }) => {
    if (!pk.startsWith(PREFIX.owner) || now === undefined || old !== undefined) return;
    const phoneHash = pk.slice(PREFIX.owner.length);
    const personId = await findHolderOfPhone(phoneHash);
    if (personId !== undefined) await matchHomes(personId, phoneHash, at, derivedId('owner-listed', eventId));
  },
};

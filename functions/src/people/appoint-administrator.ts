import { PlaceId } from '@gongyi/shared/district/place';
import * as z from 'zod/mini';
import { derivedId } from '../platform/idempotency';
import { giveOnce } from './grant-store';
import { findPerson, mustBeAlive } from './person-store';
import { findHolderOfPhone, phoneHashOf } from './phone-store';

/**
 * Gives the first administrator of a district their role: the one grant that nobody in the system can
 * give. Run by an operator who may write the table with their own credentials; no route leads here, and
 * no function's bundle holds it. The person has signed in and bound `phone` before. Running it again
 * changes nothing.
 */
export const appointAdministrator = async (appointed: {
  readonly phone: string;
  readonly placeId: string;
  readonly placeName: string;
  readonly now: number;
}): Promise<{ readonly personId: string; readonly grantId: string }> => {
  const { phone, placeName, now } = appointed;
  const placeId = z.parse(PlaceId, appointed.placeId);
  const personId = await findHolderOfPhone(await phoneHashOf(phone));
  if (personId === undefined || (await findPerson(personId)) === undefined)
    throw new Error('nobody has bound this phone number: sign in and bind it in the app first');
  const id = derivedId('appointed', personId, placeId);
  const grant = { id, personId, role: 'administrator' as const, placeId, scopeName: placeName, from: now };
  const given = await giveOnce(grant, id, 'operator', [mustBeAlive(personId)]);
  if (given === undefined) throw new Error('another grant has this id');
  return { personId, grantId: given.id };
};

import * as z from 'zod/mini';
import { keyedHash } from '../platform/keyed-hash';
import { open, seal } from '../platform/envelope';
import { keys } from '../platform/table-shape';
import { getItem, TableName, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import type { Person } from './person-store';

/**
 * Phone numbers: sealed on their person, and a row under the number's keyed hash that names who proved
 * last that it is theirs. Who proves it takes it over; a number passes from hand to hand.
 */
const Holder = z.object({ personId: z.string() });

export const phoneHashOf = (phone: string): Promise<string> => keyedHash('phone', phone);

export const findHolderOfPhone = async (phoneHash: string): Promise<string | undefined> => {
  const item = await getItem(keys.personByPhone(phoneHash), { consistent: true });
  return item && z.parse(Holder, item).personId;
};

/** 199****0172 */
export const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

export const openPhone = async ({ personId, phoneSealed }: Person): Promise<string | undefined> =>
  phoneSealed === undefined ? undefined : open(phoneSealed, `person:${personId}`);

/** Takes the number from who had it before; nothing else of theirs changes. */
const takeFrom = (personId: string, phoneHash: string, op: string): TransactItem =>
  updateOf({
    key: keys.profile(personId),
    set: { phoneSealed: undefined, phoneHash: undefined },
    when: 'phoneHash = :phoneHash',
    values: { ':phoneHash': phoneHash },
    op,
  });

const own = (phoneHash: string, personId: string, holder: string | undefined): TransactItem => ({
  Put: {
    TableName: TableName(),
    Item: { ...keys.personByPhone(phoneHash), personId },
    ConditionExpression: holder === undefined ? 'attribute_not_exists(pk)' : 'personId = :holder',
    ...(holder === undefined ? {} : { ExpressionAttributeValues: { ':holder': holder } }),
  },
});

/** Gives a number up, unless somebody else has taken it over since: then that is read and tried again. */
export const giveUp = (phoneHash: string, personId: string): TransactItem => ({
  Delete: {
    TableName: TableName(),
    Key: keys.personByPhone(phoneHash),
    ConditionExpression: 'attribute_not_exists(pk) OR personId = :personId',
    ExpressionAttributeValues: { ':personId': personId },
  },
});

/** Stores a proven number. False when the person or the number's holder changed meanwhile: read and try again. */
export const storePhone = async (person: Person, phone: string, op: string): Promise<boolean> => {
  const { personId, rev } = person;
  const phoneHash = await phoneHashOf(phone);
  const holder = await findHolderOfPhone(phoneHash);
  const written = await writeTogether([
    updateOf({
      key: keys.profile(personId),
      set: { phoneSealed: await seal(phone, `person:${personId}`), phoneHash, phoneOp: op, rev: rev + 1 },
      when: 'attribute_exists(openid) AND #rev = :rev',
      names: { '#rev': 'rev' },
      values: { ':rev': rev },
      op,
    }),
    own(phoneHash, personId, holder),
    ...(holder === undefined || holder === personId ? [] : [takeFrom(holder, phoneHash, op)]),
    ...(person.phoneHash === undefined || person.phoneHash === phoneHash ? [] : [giveUp(person.phoneHash, personId)]),
  ]);
  return written.done;
};

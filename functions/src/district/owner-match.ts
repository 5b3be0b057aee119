import { ancestorOf } from '@gongyi/shared/district/place';
import * as z from 'zod/mini';
import { keyedHash } from '../platform/keyed-hash';
import { keys } from '../platform/table-shape';
import { getItem } from '../platform/table';

/** How far what somebody says of themself agrees with the owners of a home on its roll. */
export type RollMatch = 'name-and-phone' | 'name' | 'phone' | 'none' | 'no-roll';

/** An owner of a roll's line as matching needs them: keyed hashes of the name and of every number. */
const MatchableOwner = z.object({
  nameHash: z.optional(z.string()),
  phoneHashes: z._default(z.array(z.string()), []),
});
const MatchableLine = z.object({ owners: z._default(z.array(MatchableOwner), []) });

/** Names are compared without spaces and dots between their parts, which every sheet sets differently. */
export const ownerNameHash = (name: string): Promise<string> =>
  keyedHash(
    'owner',
    name
      .normalize('NFKC')
      .replace(/[\s·•・.]/g, '')
      .toUpperCase(),
  );

/** The same where name and number are already hashed, for who may not make keyed hashes. */
export const matchOwnerHashes = async (
  homeId: string,
  said: { readonly nameHash: string; readonly phoneHash: string | undefined },
): Promise<RollMatch> => {
  const item = await getItem(keys.rollLine(ancestorOf(homeId, 'compound') ?? '', homeId), { consistent: true });
  if (item === undefined) return 'no-roll';
  const agreed = z.parse(MatchableLine, item).owners.map((owner) => ({
    name: owner.nameHash === said.nameHash,
    phone: said.phoneHash !== undefined && owner.phoneHashes.includes(said.phoneHash),
  }));
  if (agreed.some(({ name, phone }) => name && phone)) return 'name-and-phone';
  if (agreed.some(({ phone }) => phone)) return 'phone';
  return agreed.some(({ name }) => name) ? 'name' : 'none';
};

/** Both must agree with the same owner to count as both. */
export const matchOwner = async (
  homeId: string,
  { name, phoneHash }: { readonly name: string; readonly phoneHash: string | undefined },
): Promise<RollMatch> => matchOwnerHashes(homeId, { nameHash: await ownerNameHash(name), phoneHash });

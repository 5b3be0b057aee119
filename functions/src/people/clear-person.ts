import { ancestorOf } from '@gongyi/shared/district/place';
import { keys } from '../platform/table-shape';
import { queryAll, remove, writeTogether } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { allAccessOf } from './access-store';
import { closedClaim, findClaim } from './claim-store';
import { bindingsOf } from './binding-store';
import type { Binding } from './binding-store';

const MOST_WRITES = 100;

const keyOf = (item: Item) => ({ pk: String(item['pk']), sk: String(item['sk']) });

/** A claim that waits is withdrawn first, so that staff are not left with one that leads to nobody. */
const withdrawClaim = async (binding: Binding, now: number): Promise<void> => {
  if (binding.claimId === undefined) return;
  const claim = await findClaim(ancestorOf(binding.homeId, 'compound') ?? '', binding.claimId);
  if (claim?.state !== 'claimed') return;
  const set = { state: 'ended', decidedBy: binding.personId, decidedAt: now } as const;
  await writeTogether(closedClaim(claim, set, `deleted-${binding.personId}`.slice(0, 60)));
};

/** What stands under another partition for one of a person's own items. */
const mirrorOf = (personId: string, item: Item): TransactItem[] => {
  const { placeId, organisationId, homeId, id } = item;
  if (typeof homeId === 'string') return [remove(keys.homeResident(homeId, personId))];
  const scope = placeId ?? organisationId;
  return typeof scope === 'string' && typeof id === 'string' ? [remove(keys.member(scope, id))] : [];
};

/**
 * Removes everything under a person but the profile: bindings, roles, the log of looks, and the sessions
 * other than `keep`, each with what mirrors it elsewhere. Safe to run again.
 */
export const clearPerson = async (personId: string, now: number, keep?: string): Promise<void> => {
  for (const binding of await bindingsOf(personId)) await withdrawClaim(binding, now);
  const { pk, prefix } = keys.identity(personId);
  const spared = [keys.profile(personId).sk, keep === undefined ? '' : keys.session(personId, keep).sk];
  const items = (await queryAll({ pk, prefix, consistent: true })).filter(({ sk }) => !spared.includes(String(sk)));
  const looks = await allAccessOf(personId);
  const groups = [
    ...items.map((item) => [remove(keyOf(item)), ...mirrorOf(personId, item)]),
    ...looks.map(({ key }) => [remove(key)]),
  ];
  let batch: TransactItem[] = [];
  for (const group of groups) {
    if (batch.length + group.length > MOST_WRITES) {
      await writeTogether(batch);
      batch = [];
    }
    batch.push(...group);
  }
  if (batch.length > 0) await writeTogether(batch);
};

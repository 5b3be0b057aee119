import * as z from 'zod/mini';
import { Organisation } from '@gongyi/shared/district/organisation';
import { chainOf } from '@gongyi/shared/district/place';
import { keys } from '../platform/table-shape';
import { getItem, getItems, put, putNew, queryAll, remove, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';

/**
 * Organisations, and under each place they serve a row that points back. The organisation's own list of
 * places is the truth; rows are how it is found, so a row whose organisation no longer serves its place
 * counts for nothing.
 */
const MOST_WRITES = 100;

const servesRow = ({ id, kind }: Pick<Organisation, 'id' | 'kind'>, placeId: string): TransactItem =>
  put({ ...keys.serves(placeId, kind, id), organisationId: id });

export const findOrganisation = async (organisationId: string): Promise<Organisation | undefined> => {
  const item = await getItem(keys.organisation(organisationId), { consistent: true });
  return item && z.parse(Organisation, item);
};

export const findOrganisations = async (ids: readonly string[]): Promise<Map<string, Organisation>> => {
  const items = await getItems(
    [...new Set(ids)].map((id) => keys.organisation(id)),
    { consistent: true },
  );
  return new Map(items.map((item) => [String(item['id']), z.parse(Organisation, item)]));
};

export const addOrganisationOnce = async (organisation: Organisation, opHash: string): Promise<boolean> => {
  const rows = organisation.servesPlaceIds.map((placeId) => servesRow(organisation, placeId));
  const item = { ...organisation, ...keys.organisation(organisation.id), opHash };
  const written = await writeTogether([putNew(item), ...rows]);
  return written.done || written.failed[0]?.old?.['opHash'] === opHash;
};

/** Writes the organisation as it is now, with rows for the places it took on and without those it gave up. */
export const changeOrganisationOnce = async (
  before: Organisation,
  after: Organisation,
  op: string,
): Promise<boolean> => {
  const { id, kind } = after;
  const added = after.servesPlaceIds.filter((placeId) => !before.servesPlaceIds.includes(placeId));
  const given = before.servesPlaceIds.filter((placeId) => !after.servesPlaceIds.includes(placeId));
  const { name, utility, servesPlaceIds, phone, robotUrl } = after;
  const change = updateOf({
    key: keys.organisation(id),
    set: { name, utility, servesPlaceIds, phone, robotUrl },
    when: '#serves = :before OR lastOp = :op',
    names: { '#serves': 'servesPlaceIds' },
    values: { ':before': before.servesPlaceIds, ':op': op },
    op,
  });
  const writes = [
    change,
    ...added.map((placeId) => servesRow(after, placeId)),
    ...given.map((placeId) => remove(keys.serves(placeId, kind, id))),
  ];
  const written = await writeTogether(writes.slice(0, MOST_WRITES));
  // Only rows given up can stand past the bound, and those count for nothing from the write above on.
  if (written.done && writes.length > MOST_WRITES) await writeTogether(writes.slice(MOST_WRITES));
  return written.done;
};

/** Those that serve a place or one above it, nearest place first. */
export const organisationsAlong = async (
  placeId: string,
): Promise<{ placeId: string; organisation: Organisation }[]> => {
  const chain = chainOf(placeId);
  const rows = await Promise.all(chain.map((id) => queryAll({ pk: keys.servedBy(id), consistent: true })));
  const pointers = rows.flatMap((items, index) =>
    items.map((item) => ({ placeId: chain[index] ?? '', organisationId: String(item['organisationId']) })),
  );
  const organisations = await findOrganisations(pointers.map(({ organisationId }) => organisationId));
  return pointers.flatMap((pointer) => {
    const organisation = organisations.get(pointer.organisationId);
    const serves = organisation?.servesPlaceIds.includes(pointer.placeId) ?? false;
    return organisation !== undefined && serves ? [{ placeId: pointer.placeId, organisation }] : [];
  });
};

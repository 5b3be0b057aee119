import { addOrganisation, addPlace, addPlaces, MOST_PLACES_AT_ONCE } from '@gongyi/shared/district/contract';
import { parentOf } from '@gongyi/shared/district/place';
import type { Place } from '@gongyi/shared/district/place';
import type { PlannedOrganisation } from './plan-organisations';
import type { PlannedPlaces } from './plan-places';
import { inPool } from './pool';
import type { Telling } from './telling';

const AT_ONCE = 8;

const byParent = (places: readonly Place[]): (readonly [string, readonly Place[]])[] => {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const parent = parentOf(place.id) ?? '';
    groups.set(parent, [...(groups.get(parent) ?? []), place]);
  }
  return [...groups].flatMap(([parent, all]) =>
    Array.from({ length: Math.ceil(all.length / MOST_PLACES_AT_ONCE) }, (_, index) => {
      const part = all.slice(index * MOST_PLACES_AT_ONCE, (index + 1) * MOST_PLACES_AT_ONCE);
      return [parent, part] as const;
    }),
  );
};

/** Enters the tree of places, level by level, each community's list in one call. */
export const seedPlaces = async ({ client, once, token }: Telling, plan: PlannedPlaces): Promise<void> => {
  await once(
    'district',
    () => plan.district,
    async (body, name) => (await client.send(addPlace, { name, body, token: await token('admin') })).id,
  );
  for (const level of [plan.streets, plan.communities, plan.grids, plan.compounds]) {
    await inPool(byParent(level), AT_ONCE, async ([parent, places]) => {
      const first = places[0]?.id ?? '';
      await once(
        `places ${first}`,
        () => ({ places }),
        async (body, name) => {
          await client.send(addPlaces, { name, body, params: { placeId: parent }, token: await token('admin') });
          return parent;
        },
      );
    });
  }
};

/** Registers every organisation; gives their ids by their keys. */
export const seedOrganisations = async (
  { client, once, token }: Telling,
  planned: readonly PlannedOrganisation[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  await inPool(planned, AT_ONCE, async ({ key, ...organisation }) => {
    const id = await once(
      `organisation ${key}`,
      () => organisation,
      async (body, name) => (await client.send(addOrganisation, { name, body, token: await token('admin') })).id,
    );
    ids.set(key, id);
  });
  return ids;
};

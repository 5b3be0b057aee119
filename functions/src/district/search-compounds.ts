import type { CompoundFound, searchCompounds as route } from '@gongyi/shared/district/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { OpenCall } from '../platform/router';
import { allCompounds } from './compound-index';

/** As many as a person looks through; more words find the rest. */
const MOST = 60;
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Squared distance on the flat, enough to order compounds of one city. */
const distanceTo =
  (lat: number, lng: number) =>
  ({ point }: CompoundFound): number => {
    if (point === undefined) return Number.POSITIVE_INFINITY;
    const north = point.lat / 1e6 - lat;
    const east = (point.lng / 1e6 - lng) * Math.cos((lat * Math.PI) / 180);
    return north * north + east * east;
  };

const hasAll = (words: readonly string[]) => (compound: CompoundFound) => {
  const text = `${compound.name} ${compound.community} ${compound.street}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

export const searchCompounds = async (
  { query }: RouteInput<typeof route>,
  call: Pick<OpenCall, 'now'>,
): Promise<RouteReply<typeof route>> => {
  const words = (query.words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = (await allCompounds(call.now)).filter(hasAll(words));
  const { lat, lng } = query;
  const distance = lat === undefined || lng === undefined ? () => 0 : distanceTo(lat, lng);
  // Where the name itself has the words comes before where only the community's or the street's has.
  const away = (compound: CompoundFound) => (hasAll(words)({ ...compound, community: '', street: '' }) ? 0 : 1);
  const ranked = found.map((compound) => ({ compound, away: away(compound), distance: distance(compound) }));
  ranked.sort(
    (a, b) =>
      a.away - b.away ||
      (a.distance === b.distance ? 0 : a.distance - b.distance) ||
      byName.compare(a.compound.name, b.compound.name),
  );
  return { items: ranked.slice(0, MOST).map(({ compound }) => compound) };
};

import { ancestorOf } from '@gongyi/shared/district/place';
import { Wish } from '@gongyi/shared/volunteers/wish';
import * as z from 'zod/mini';
import type { Row } from '../platform/list-rows';
import { keys } from '../platform/table-shape';
import { MY_WISHES, listOwners, wishList } from './lists';

/** What a row of a list needs of a wish. */
export const ListedWish = z.omit(Wish, { words: true, photos: true, fingerprint: true });
export type ListedWish = z.output<typeof ListedWish>;

const LIST_OF = { posted: 'to-verify', open: 'open', claimed: 'claimed', fulfilled: 'fulfilled' } as const;

const stateLists = (wish: Wish): string[] => {
  const list = Object.entries(LIST_OF).find(([status]) => status === wish.status)?.[1];
  return [
    ...(list === undefined ? [] : [wishList(list)]),
    ...(wish.status === 'open' && wish.surfacedAt !== undefined ? [wishList('surfaced')] : []),
  ];
};

const peopleOf = ({ wisherId, recordedById, lead, helpers }: Wish): string[] => [
  ...new Set(
    [wisherId, recordedById, lead?.personId, ...helpers.map(({ personId }) => personId)].flatMap((id) => id ?? []),
  ),
];

/** Every row that a wish has as it stands. */
export const rowsOfWish = (wish: Wish): Row[] => {
  const row = z.parse(ListedWish, wish);
  const communityId = ancestorOf(wish.compoundId, 'community') ?? wish.compoundId;
  return [
    ...stateLists(wish).flatMap((list) =>
      listOwners(communityId).map((ownerId) => ({ ...keys.listRow(list, ownerId, wish.postedAt, wish.id), row })),
    ),
    ...peopleOf(wish).map((personId) => ({ ...keys.listRow(MY_WISHES, personId, wish.postedAt, wish.id), row })),
  ];
};

import * as z from 'zod/mini';
import { getItem, getItems, putNew, queryAll, updateOf } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Who was put up for an election of a vote. */
export const StoredNomination = z.object({
  id: z.string(),
  matterId: z.string(),
  name: z.string(),
  homeId: z.string(),
  homeName: z.string(),
  about: z.string(),
  /** The step of the vote's record whose verdict is that on these words. */
  stepRev: z.int(),
  by: z.enum(['self', 'owners', 'starter']),
  /** The nominee, where it is known who that is. */
  personId: z.optional(z.string()),
  byId: z.string(),
  at: z.int(),
  supporters: z.int(),
  checked: z.optional(z.object({ at: z.int(), eligible: z.boolean(), reason: z.optional(z.string()), op: z.string() })),
  op: z.string(),
  opHash: z.string(),
});
export type StoredNomination = z.output<typeof StoredNomination>;

export const nominationsOf = async (voteId: string): Promise<StoredNomination[]> => {
  const { pk, sk: prefix } = keys.voteNomination(voteId, '');
  const items = await queryAll({ pk, prefix, consistent: true });
  return items.map((item) => z.parse(StoredNomination, item)).sort((a, b) => a.at - b.at);
};

export const findNomination = async (voteId: string, id: string): Promise<StoredNomination | undefined> => {
  const item = await getItem(keys.voteNomination(voteId, id), { consistent: true });
  return item && z.parse(StoredNomination, item);
};

export const nominationWrite = (voteId: string, nomination: StoredNomination): TransactItem =>
  putNew({ ...keys.voteNomination(voteId, nomination.id), ...nomination });

export const checkWrite = (
  voteId: string,
  id: string,
  checked: NonNullable<StoredNomination['checked']>,
): TransactItem =>
  updateOf({
    key: keys.voteNomination(voteId, id),
    set: { checked },
    when: 'attribute_exists(pk) AND attribute_not_exists(checked)',
    op: checked.op,
  });

/** One more supporter, once a person. */
export const supportWrites = (
  voteId: string,
  { id, supporters }: StoredNomination,
  by: { readonly personId: string; readonly at: number; readonly op: string },
): TransactItem[] => [
  putNew({ ...keys.voteSupporter(voteId, id, by.personId), ...by }),
  updateOf({
    key: keys.voteNomination(voteId, id),
    set: { supporters: supporters + 1 },
    when: 'supporters = :seen AND attribute_not_exists(checked)',
    values: { ':seen': supporters },
    op: by.op,
  }),
];

/** Which of these nominations a person supports: their own rows alone, however many others do. */
export const supportedBy = async (
  voteId: string,
  nominationIds: readonly string[],
  personId: string,
): Promise<Set<string>> => {
  if (nominationIds.length === 0) return new Set();
  const items = await getItems(
    nominationIds.map((id) => keys.voteSupporter(voteId, id, personId)),
    { consistent: true },
  );
  return new Set(items.map((item) => String(item['sk']).split('#')[1] ?? ''));
};

import * as z from 'zod/mini';
import { RoleGrant } from '@gongyi/shared/people/role';
import { keys } from '../platform/table-shape';
import { getItem, putNew, queryAll, queryPage, remove, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';

/**
 * Roles given to people: under the person, where every request reads them, and under the place or
 * organisation, for "who works here". Both are written in one transaction.
 */
export const Grant = z.extend(RoleGrant, { personId: z.string(), lastOp: z.optional(z.string()) });
export type Grant = z.output<typeof Grant>;

export const scopeOf = ({ placeId, organisationId }: Pick<RoleGrant, 'placeId' | 'organisationId'>): string =>
  placeId ?? organisationId ?? '';

export const findGrant = async (personId: string, grantId: string): Promise<Grant | undefined> => {
  const item = await getItem(keys.grant(personId, grantId), { consistent: true });
  return item && z.parse(Grant, item);
};

export const grantsOf = async (personId: string): Promise<RoleGrant[]> => {
  const { pk } = keys.identity(personId);
  const items = await queryAll({ pk, prefix: keys.grant(personId, '').sk, consistent: true });
  return items.map((item) => z.parse(RoleGrant, item));
};

/** Everybody's grants at a place or in an organisation, past ones that ended by their term included. */
export const grantsAt = async (scopeId: string): Promise<Grant[]> => {
  const items = await queryAll({ pk: keys.membersOf(scopeId), consistent: true });
  return items.map((item) => z.parse(Grant, item));
};

export const pageOfGrantsAt = async (
  scopeId: string,
  limit: number,
  after: Record<string, unknown> | undefined,
): Promise<{ readonly grants: Grant[]; readonly lastKey: Record<string, unknown> | undefined }> => {
  const page = await queryPage({ pk: keys.membersOf(scopeId), limit, after, consistent: true });
  return { grants: page.items.map((item) => z.parse(Grant, item)), lastKey: page.lastKey };
};

/** Gives a role once. The stored grant when it is this operation's own; undefined when it is another's. */
export const giveOnce = async (
  grant: Grant,
  opHash: string,
  givenBy: string,
  beside: readonly TransactItem[] = [],
): Promise<Grant | undefined> => {
  const item = { ...grant, opHash, givenBy };
  const written = await writeTogether([
    putNew({ ...item, ...keys.grant(grant.personId, grant.id) }),
    putNew({ ...item, ...keys.member(scopeOf(grant), grant.id) }),
    ...beside,
  ]);
  if (written.done) return grant;
  const old = written.failed[0]?.old;
  return old?.['opHash'] === opHash ? z.parse(Grant, old) : undefined;
};

/** Ends a role now: it stays under the person as what was, and leaves the scope's list. */
export const takeOnce = async (grant: Grant, now: number, op: string, takenBy: string): Promise<void> => {
  await writeTogether([
    updateOf({
      key: keys.grant(grant.personId, grant.id),
      set: { until: now, takenBy },
      when: 'attribute_exists(pk) AND (attribute_not_exists(#until) OR #until > :now)',
      names: { '#until': 'until' },
      values: { ':now': now },
      op,
    }),
    remove(keys.member(scopeOf(grant), grant.id)),
  ]);
};

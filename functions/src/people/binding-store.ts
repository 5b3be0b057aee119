import * as z from 'zod/mini';
import { HomeBinding } from '@gongyi/shared/people/role';
import { keys } from '../platform/table-shape';
import { getItem, queryAll, TableName, updateOf } from '../platform/table';
import type { TransactItem } from '../platform/table';

/**
 * A person's tie to a home, written twice in one transaction: under the person, where every request reads
 * it, and under the home, for the home's own list. `name` is the name given for this home.
 */
export const Binding = z.extend(HomeBinding, {
  personId: z.string(),
  name: z.string(),
  /** The name's keyed hash, which a roll imported later is held against. */
  nameHash: z.optional(z.string()),
  /** The claim it came from, if it came from one. */
  claimId: z.optional(z.string()),
  decidedAt: z.optional(z.int()),
  /** Hash of the input that made it. */
  opHash: z.optional(z.string()),
  /** Why staff refused the claim. */
  reason: z.optional(z.string()),
  lastOp: z.optional(z.string()),
});
export type Binding = z.output<typeof Binding>;

const both = ({ personId, homeId }: Pick<Binding, 'personId' | 'homeId'>) => [
  keys.binding(personId, homeId),
  keys.homeResident(homeId, personId),
];

export const findBinding = async (personId: string, homeId: string): Promise<Binding | undefined> => {
  const item = await getItem(keys.binding(personId, homeId), { consistent: true });
  return item && z.parse(Binding, item);
};

export const bindingsOf = async (personId: string): Promise<Binding[]> => {
  const { pk } = keys.identity(personId);
  const items = await queryAll({ pk, prefix: keys.binding(personId, '').sk, consistent: true });
  return items.map((item) => z.parse(Binding, item));
};

export const residentsOf = async (homeId: string): Promise<Binding[]> => {
  const items = await queryAll({ ...keys.residentsOf(homeId), consistent: true });
  return items.map((item) => z.parse(Binding, item));
};

/** Over by word or by time, so that the person may be bound to the home again. */
export const isOver = ({ state, until }: HomeBinding, now: number): boolean =>
  state === 'refused' || state === 'ended' || (until !== undefined && until <= now);

/** As people see it: a tenancy whose time has come is over without anybody's doing. */
export const asSeen = (binding: HomeBinding, now: number): HomeBinding =>
  z.parse(HomeBinding, {
    ...binding,
    state: isOver(binding, now) && binding.state !== 'refused' ? 'ended' : binding.state,
  });

/** Two writes that bind a person to a home unless one already is. */
export const newBinding = (binding: Binding, now: number, op: string): TransactItem[] =>
  both(binding).map((key) => ({
    Put: {
      TableName: TableName(),
      Item: { ...binding, ...key, lastOp: op },
      ConditionExpression: 'attribute_not_exists(pk) OR #state IN (:refused, :ended) OR #until <= :now',
      ExpressionAttributeNames: { '#state': 'state', '#until': 'until' },
      ExpressionAttributeValues: { ':refused': 'refused', ':ended': 'ended', ':now': now },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }));

/** Two writes that move a binding on from the state it was read in. */
export const movedBinding = (
  from: Binding,
  set: Partial<Pick<Binding, 'state' | 'since' | 'until' | 'decidedAt' | 'reason' | 'relation'>>,
  op: string,
): TransactItem[] =>
  both(from).map((key) =>
    updateOf({
      key,
      set,
      when: '#state = :from',
      names: { '#state': 'state' },
      values: { ':from': from.state },
      op,
    }),
  );

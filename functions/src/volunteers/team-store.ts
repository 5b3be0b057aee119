import type { MemberState } from '@gongyi/shared/volunteers/kinds';
import { TeamMember } from '@gongyi/shared/volunteers/team';
import * as z from 'zod/mini';
import { TableName, getItem, queryAll } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';

/** A team's people: each written twice in one transaction, under the team and under the person. */
const Stored = z.extend(TeamMember, { op: z.string() });
export type StoredMember = z.output<typeof Stored>;
const memberOf = (item: Item): StoredMember => z.parse(Stored, item);
export const isMemberKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.team) && sk.startsWith('MEMBER#');

export const findMember = async (teamId: string, volunteerId: string): Promise<StoredMember | undefined> => {
  const item = await getItem(keys.teamMember(teamId, volunteerId), { consistent: true });
  return item && memberOf(item);
};

export const membersOfTeam = async (teamId: string): Promise<StoredMember[]> => {
  const { pk, sk: prefix } = keys.teamMember(teamId, '');
  return (await queryAll({ pk, prefix, consistent: true })).map(memberOf);
};

export const teamsOfVolunteer = async (volunteerId: string): Promise<StoredMember[]> => {
  const { pk, sk: prefix } = keys.volunteerTeam(volunteerId, '');
  return (await queryAll({ pk, prefix, consistent: true })).map(memberOf);
};

interface Membership {
  readonly teamId: string;
  readonly volunteerId: string;
  readonly from: MemberState | 'none';
  readonly to: MemberState | 'none';
}

/** Two writes that move a membership on from the state it was read in. */
export const memberWrites = (
  { teamId, volunteerId, from, to }: Membership,
  op: string,
  now: number,
): TransactItem[] => {
  const condition =
    from === 'none'
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#state = :from',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':from': from },
        };
  return [keys.teamMember(teamId, volunteerId), keys.volunteerTeam(volunteerId, teamId)].map((key) =>
    to === 'none'
      ? { Delete: { TableName: TableName(), Key: key, ...condition } }
      : {
          Put: {
            TableName: TableName(),
            Item: { ...key, teamId, volunteerId, state: to, since: now, op },
            ...condition,
          },
        },
  );
};

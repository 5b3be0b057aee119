import { SignUp } from '@gongyi/shared/volunteers/sign-up';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { TableName, queryAll, table } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * Lines of the leader's list, kept by the stream beside the shift: a copy of each sign-up, with the volunteer's day it
 * stands in. The day itself is the truth.
 */
const Line = z.object({ volunteerId: z.string(), day: z.string(), dayRev: z.int(), signUp: SignUp });
export type RosterLine = z.output<typeof Line>;

export const rosterOf = async (shiftId: string): Promise<RosterLine[]> => {
  const { pk } = keys.shift(shiftId);
  return (await queryAll({ pk, prefix: 'UP#' })).map((item) => z.parse(Line, item));
};

const unlessPast = async (write: () => Promise<unknown>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};

/** Writes a line, unless a later state of the same day was written. */
export const putLine = (line: RosterLine): Promise<void> =>
  unlessPast(() =>
    table().send(
      new PutCommand({
        TableName: TableName(),
        Item: { ...keys.rosterLine(line.signUp.shiftId, line.signUp.slotId, line.volunteerId), ...line },
        ConditionExpression: 'attribute_not_exists(pk) OR #day <> :day OR dayRev <= :rev',
        ExpressionAttributeNames: { '#day': 'day' },
        ExpressionAttributeValues: { ':day': line.day, ':rev': line.dayRev },
      }),
    ),
  );

/** Takes a line out that came from this day; one that a moved shift brought from another day stays. */
export const dropLine = (shiftId: string, slotId: string, volunteerId: string, day: string): Promise<void> =>
  unlessPast(() =>
    table().send(
      new DeleteCommand({
        TableName: TableName(),
        Key: keys.rosterLine(shiftId, slotId, volunteerId),
        ConditionExpression: '#day = :day',
        ExpressionAttributeNames: { '#day': 'day' },
        ExpressionAttributeValues: { ':day': day },
      }),
    ),
  );

import { randomUUID } from 'node:crypto';
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { TableCall } from './recorder';

const COMMANDS = {
  BatchGetItem: BatchGetItemCommand,
  GetItem: GetItemCommand,
  PutItem: PutItemCommand,
  Query: QueryCommand,
  TransactWriteItems: TransactWriteItemsCommand,
  UpdateItem: UpdateItemCommand,
} as const;
const isKnown = (operation: string): operation is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, operation);

/** The recorded calls with one id put in the place of another, so that a create can be made again. */
export const withId = (calls: readonly TableCall[], from: string, to: string): TableCall[] =>
  calls.map((call) => {
    const body: unknown = JSON.parse(JSON.stringify(call.body).replaceAll(from, to));
    return { ...call, body: z.parse(z.record(z.string(), z.unknown()), body) };
  });

/** Sends recorded calls bare, one after another, as they were sent. */
export const replayOn = (endpoint: string) => {
  const client = new DynamoDBClient({ endpoint });
  return async (calls: readonly TableCall[]): Promise<void> => {
    for (const { operation, body } of calls) {
      if (!isKnown(operation)) throw new Error(`no bare command for ${operation}`);
      // The bodies were written by the SDK itself; their shape is the command's input.
      const Command = COMMANDS[operation] as unknown as new (input: unknown) => GetItemCommand;
      // Sent with the token of the recorded one, a transaction for another item would be refused.
      const fresh = 'ClientRequestToken' in body ? { ...body, ClientRequestToken: randomUUID() } : body;
      await client.send(new Command(fresh));
    }
  };
};

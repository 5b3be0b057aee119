import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { log } from './log';
import type { Change, Reaction } from './reaction';
import type { Item } from './table';

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

type Told = Image[string];

// Typed as the wire has it; the SDK reads bytes here.
const bytesOf = (base64: string): string => Buffer.from(base64, 'base64') as unknown as string;

/** The event is JSON, so bytes come as base64 text, wherever in an item they lie. */
const withBytes = (value: Told): Told => {
  if (typeof value.B === 'string') return { ...value, B: bytesOf(value.B) };
  if (value.L !== undefined) return { L: value.L.map(withBytes) };
  return value.M === undefined ? value : { M: imageWithBytes(value.M) };
};
const imageWithBytes = (image: Image): Image =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, withBytes(value)]));

// The same shape under two names: aws-lambda's types and the SDK's describe one wire format.
const itemOf = (image: Image | undefined): Item | undefined =>
  image === undefined ? undefined : unmarshall(imageWithBytes(image) as Record<string, AttributeValue>);

/** Who removes an item: nobody is named but the service itself, when its time was over. */
const ByTtl = z.object({ principalId: z.literal('dynamodb.amazonaws.com') });

const changeOf = (record: DynamoDBRecord): Change => {
  const { Keys, NewImage, OldImage, ApproximateCreationDateTime, SequenceNumber } = record.dynamodb ?? {};
  const keys = itemOf(Keys) ?? {};
  return {
    pk: String(keys['pk']),
    sk: String(keys['sk']),
    old: itemOf(OldImage),
    new: itemOf(NewImage),
    at: (ApproximateCreationDateTime ?? 0) * 1000,
    eventId: record.eventID ?? SequenceNumber ?? '',
    expired: record.eventName === 'REMOVE' && z.safeParse(ByTtl, record.userIdentity).success,
  };
};

/** Runs every reaction although one fails, so that one slice's fault does not hold up the others. */
const runAll = async (change: Change, reactions: readonly Reaction[]): Promise<boolean> => {
  const results = await Promise.allSettled(reactions.map((reaction) => reaction.on(change)));
  results.forEach((result, index) => {
    if (result.status === 'fulfilled') return;
    const { name, stack } = result.reason instanceof Error ? result.reason : new Error('not an error');
    // The kind of item and where in the code, never what was in it: messages may quote data.
    const kind = change.pk.split('#')[0];
    log.error('reaction failed', { reaction: reactions[index]?.name, kind, name, at: stack?.split('\n    at ')[1] });
  });
  return results.every(({ status }) => status === 'fulfilled');
};

/** What is better done for many changes at once: those it takes are handed over together, and fail together. */
export interface BatchReaction {
  readonly name: string;
  takes(change: Change): boolean;
  on(changes: readonly Change[]): Promise<void>;
}

const runTogether = async (reaction: BatchReaction, records: readonly DynamoDBRecord[]): Promise<DynamoDBRecord[]> => {
  const taken = records.filter((record) => reaction.takes(changeOf(record)));
  if (taken.length === 0) return [];
  try {
    await reaction.on(taken.map(changeOf));
    return [];
  } catch (error) {
    log.error('reaction failed', { reaction: reaction.name, name: error instanceof Error ? error.name : typeof error });
    return taken;
  }
};

/**
 * A handler over the table's stream. Records of one item run in order, different items at once. When one
 * fails, the later ones of its item in the batch are not run and are reported with it: nothing overtakes.
 */
export const streamHandler =
  (reactions: readonly Reaction[], together: readonly BatchReaction[] = []) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const byItem = new Map<string, DynamoDBRecord[]>();
    for (const record of event.Records) {
      const id = JSON.stringify(record.dynamodb?.Keys);
      byItem.set(id, [...(byItem.get(id) ?? []), record]);
    }
    const failures = await Promise.all(
      [...byItem.values()].map(async (records) => {
        for (const [index, record] of records.entries()) {
          if (!(await runAll(changeOf(record), reactions))) return records.slice(index);
        }
        return [];
      }),
    );
    const failed = await Promise.all(together.map((reaction) => runTogether(reaction, event.Records)));
    return {
      batchItemFailures: [...new Set([...failures.flat(), ...failed.flat()])].map((record) => ({
        itemIdentifier: record.dynamodb?.SequenceNumber ?? '',
      })),
    };
  };

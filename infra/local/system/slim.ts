/** `use` is what a wrapped key is for: the one part of its context that says nothing of a vote. */
const WHOLE = ['KeyConditionExpression', 'ExpressionAttributeNames', 'IndexName', 'KeyId', 'use'];
const KEYED = ['Item', 'Key'];

const shortText = (text: string): string => /^[A-Z]+#/.exec(text)?.[0] ?? '';

const entriesOf = (value: object): [string, unknown][] => Object.entries(value);
const isFields = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * A call's input without what it says of people: of items and keys the partition key's prefix alone, of texts
 * the prefix of a key, of conditions those that name keys. What is left says which rights the call needs.
 */
export const slim = (value: unknown): unknown => {
  if (typeof value === 'string') return shortText(value);
  if (Array.isArray(value)) return value.map(slim);
  if (!isFields(value)) return 0;
  return Object.fromEntries(
    entriesOf(value).flatMap(([name, inner]): [string, unknown][] => {
      if (WHOLE.includes(name)) return [[name, inner]];
      if (KEYED.includes(name) && isFields(inner)) {
        return [[name, { pk: slim(entriesOf(inner).find(([part]) => part === 'pk')?.[1]) }]];
      }
      if (name.endsWith('Expression') || name.startsWith('Return') || name === 'ConsistentRead') return [];
      if (name === 'ExclusiveStartKey' || name === 'Limit') return [];
      return [[name, slim(inner)]];
    }),
  );
};

import * as z from 'zod/mini';
import { DAY } from '@gongyi/shared/kernel/time';
import { TEMPLATES } from '@gongyi/shared/notices/contract';
import type { Template } from '@gongyi/shared/notices/contract';
import { changeOnce, getItems, putNew, TableName, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Messages a person still allows, by template: one grant, one message. */
const Row = z.object({ template: z.string(), remaining: z.int() });
const ONCE_SECONDS = (90 * DAY) / 1000;

export const remainingOf = async (personId: string): Promise<ReadonlyMap<string, number>> => {
  const items = await getItems(
    TEMPLATES.map((template) => keys.subscription(personId, template)),
    { consistent: true },
  );
  return new Map(items.map((item) => z.parse(Row, item)).map(({ template, remaining }) => [template, remaining]));
};

const oneMore = (personId: string, template: Template): TransactItem => ({
  Update: {
    TableName: TableName(),
    Key: keys.subscription(personId, template),
    UpdateExpression: 'SET template = :template ADD remaining :one',
    ExpressionAttributeValues: { ':template': template, ':one': 1 },
  },
});

/** Adds one message a template, once for `op`; false if `op` added something else before. */
export const addOnce = async (
  personId: string,
  templates: readonly Template[],
  { op, opHash, now }: { readonly op: string; readonly opHash: string; readonly now: number },
): Promise<boolean> => {
  const once = { ...keys.noticeOnce(personId, op), opHash, expiresAt: Math.ceil(now / 1000) + ONCE_SECONDS };
  const written = await writeTogether([
    putNew(once),
    ...[...new Set(templates)].map((template) => oneMore(personId, template)),
  ]);
  return written.done || written.failed[0]?.old?.['opHash'] === opHash;
};

/**
 * Spends one message for a notice: true for one caller only, and only while one is left. It is spent before
 * it is sent, so that a run that dies in between sends nothing rather than twice.
 */
export const spend = async (personId: string, template: Template, causeId: string, now: number): Promise<boolean> => {
  const { done } = await writeTogether([
    {
      Update: {
        TableName: TableName(),
        Key: keys.subscription(personId, template),
        UpdateExpression: 'SET remaining = remaining - :one',
        ConditionExpression: 'remaining > :zero',
        ExpressionAttributeValues: { ':one': 1, ':zero': 0 },
      },
    },
    updateOf({
      key: keys.noticeOnce(personId, causeId),
      set: { pushedAt: now },
      when: 'attribute_exists(pk) AND attribute_not_exists(pushedAt)',
      op: `push-${causeId}`,
    }),
  ]);
  return done;
};

/** Gives a spent message back that WeChat did not take; once for its notice, which is not sent again. */
export const giveBack = async (personId: string, template: Template, causeId: string, now: number): Promise<void> => {
  await writeTogether([
    oneMore(personId, template),
    updateOf({
      key: keys.noticeOnce(personId, causeId),
      set: { givenBackAt: now },
      when: 'attribute_exists(pushedAt) AND attribute_not_exists(givenBackAt)',
      op: `push-${causeId}`,
    }),
  ]);
};

/** WeChat says the person allows none: our count was too high. */
export const noneLeft = async (personId: string, template: Template, causeId: string): Promise<void> => {
  await changeOnce({
    key: keys.subscription(personId, template),
    set: { remaining: 0 },
    when: 'attribute_exists(pk)',
    op: `none-${causeId}`,
  });
};

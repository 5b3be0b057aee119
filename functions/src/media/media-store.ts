import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { CheckState } from '@gongyi/shared/media/contract';
import { TableName, changeOnce, createOnce, getItem, getItems, table } from '../platform/table';
import type { Item, Written } from '../platform/table';
import { keys } from '../platform/table-shape';
import { Media } from './media-item';

/** The kind of due items that photos without a verdict are. */
export const CHECK_DUE = 'check';
/** First look at a photo whose check could not be asked for. */
export const CHECK_AGAIN_MS = 2 * 60_000;

const parse = (item: Item | undefined): Media | undefined => {
  const media = z.safeParse(Media, item);
  return media.success ? media.data : undefined;
};

export const createMedia = (media: Media, opHash: string): Promise<Written> =>
  createOnce({ ...keys.media(media.id), ...media, usedBy: undefined, opHash });

export const findMedia = async (mediaId: string): Promise<Media | undefined> =>
  parse(await getItem(keys.media(mediaId), { consistent: true }));

/** In no order; those that do not exist are left out. */
export const findMediaOf = async (mediaIds: readonly string[], consistent: boolean): Promise<Media[]> => {
  if (mediaIds.length === 0) return [];
  const wanted = [...new Set(mediaIds)].map((id) => keys.media(id));
  return (await getItems(wanted, { consistent })).flatMap((item) => parse(item) ?? []);
};

const addUse = (media: Media, usedBy: string, first: { readonly etag: string; readonly now: number } | undefined) => {
  const due = first && keys.due(CHECK_DUE, first.now + CHECK_AGAIN_MS, media.id);
  return new UpdateCommand({
    TableName: TableName(),
    Key: keys.media(media.id),
    UpdateExpression: first
      ? 'SET uploadedAt = :now, etag = :etag, duePk = :duePk, dueSk = :dueSk ADD usedBy :usedBy'
      : 'ADD usedBy :usedBy',
    ConditionExpression: first ? 'attribute_not_exists(uploadedAt)' : 'attribute_exists(uploadedAt)',
    ExpressionAttributeValues: {
      ':usedBy': new Set([usedBy]),
      ...(first && due ? { ':now': first.now, ':etag': first.etag, ':duePk': due.duePk, ':dueSk': due.dueSk } : {}),
    },
  });
};

/** Marks a photo as uploaded and used; the first use starts its check. A second run changes nothing. */
export const markUsed = async (media: Media, etag: string, usedBy: string, now: number): Promise<void> => {
  if (media.uploadedAt === undefined) {
    try {
      await table().send(addUse(media, usedBy, { etag, now }));
      return;
    } catch (error) {
      // Somebody else's use, or our own lost answer, was first.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
  await table().send(addUse(media, usedBy, undefined));
};

export const markKept = (mediaId: string, now: number): Promise<Written> =>
  changeOnce({
    key: keys.media(mediaId),
    set: { keptAt: now },
    when: 'attribute_exists(uploadedAt)',
    op: `kept-${mediaId}`,
  });

/** Notes which trace its verdict will come under. */
export const markAsked = (mediaId: string, traceId: string, again: number): Promise<Written> =>
  changeOnce({
    key: keys.media(mediaId),
    set: { traceId, ...keys.due(CHECK_DUE, again, mediaId) },
    when: '#state = :pending',
    names: { '#state': 'state' },
    values: { ':pending': 'pending' },
    op: `asked-${traceId}`,
  });

/** Looks at it again at `again`; only while it still waits for a verdict. */
export const waitOn = (mediaId: string, seenDueSk: string, again: number): Promise<Written> =>
  changeOnce({
    key: keys.media(mediaId),
    set: keys.due(CHECK_DUE, again, mediaId),
    when: '#state = :pending AND dueSk = :seen',
    names: { '#state': 'state' },
    values: { ':pending': 'pending', ':seen': seenDueSk },
    op: `wait-${String(again)}`,
  });

/**
 * A machine's verdict, or that none came (`person`). It ends the waiting; it may still settle what waits for
 * a person, but never undoes what a person decided or a machine held.
 */
export const settle = (mediaId: string, state: Exclude<CheckState, 'pending'>, op: string): Promise<Written> =>
  changeOnce({
    key: keys.media(mediaId),
    set: { state, duePk: undefined, dueSk: undefined },
    when:
      state === 'person'
        ? '#state = :pending'
        : 'attribute_not_exists(decidedById) AND (#state = :pending OR #state = :person)',
    names: { '#state': 'state' },
    values: { ':pending': 'pending', ...(state === 'person' ? {} : { ':person': 'person' }) },
    op,
  });

/** Only what its owner can no longer replace is decided on. */
export const decide = (mediaId: string, clear: boolean, byId: string, op: string): Promise<Written> =>
  changeOnce({
    key: keys.media(mediaId),
    set: { state: clear ? 'clear' : 'held', decidedById: byId, duePk: undefined, dueSk: undefined },
    when: 'attribute_exists(keptAt)',
    op,
  });

const Account = z.object({ openid: z.string() });

/** Whom to name to WeChat when it checks a person's picture; undefined when their account is gone. */
export const openidOf = async (personId: string): Promise<string | undefined> => {
  const account = z.safeParse(Account, await getItem(keys.profile(personId), { consistent: true }));
  return account.success ? account.data.openid : undefined;
};

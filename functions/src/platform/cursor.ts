import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { localMac } from './keyed-hash';

/**
 * Places to go on in lists: opaque, and bound to their asker and list by a keyed hash, so that one
 * cannot be made up or carried to somebody else's list.
 */
const LastKey = z.record(z.string(), z.union([z.string(), z.number()]));

const seal = async (payload: string, list: string, personId: string): Promise<string> => {
  const key = await localMac('cursor');
  return createHmac('sha256', key)
    .update(JSON.stringify([payload, list, personId]))
    .digest('base64url')
    .slice(0, 22);
};

export const makeCursor = async (
  lastKey: Record<string, unknown> | undefined,
  list: string,
  personId: string,
): Promise<string | undefined> => {
  if (lastKey === undefined) return undefined;
  const payload = Buffer.from(JSON.stringify(lastKey)).toString('base64url');
  return `${payload}.${await seal(payload, list, personId)}`;
};

/** The key to go on after; refused if it was not given to this person for this list. */
export const readCursor = async (
  cursor: string | undefined,
  list: string,
  personId: string,
): Promise<{ after: Record<string, unknown> | undefined } | Refusal> => {
  if (cursor === undefined) return { after: undefined };
  const [payload = '', given = ''] = cursor.split('.');
  const expected = Buffer.from(await seal(payload, list, personId));
  const offered = Buffer.from(given);
  if (expected.length !== offered.length || !timingSafeEqual(expected, offered)) return refuse('cursor-invalid');
  const parsed = z.safeParse(LastKey, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return parsed.success ? { after: parsed.data } : refuse('cursor-invalid');
};

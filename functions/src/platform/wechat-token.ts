import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { open, seal } from './envelope';
import { wechatSecret } from './secrets';
import { changeOnce, getItem } from './table';
import { keys } from './table-shape';
import { callWechat } from './wechat-call';

/**
 * WeChat's access token: one for all instances, because WeChat counts how often it is asked for. In memory,
 * else in the table (sealed), else from WeChat by whoever holds the lease; the others wait for what it wrote.
 */
const KEY = keys.lease('wechat-token');
/** Not used any more this long before it ends. */
const MARGIN_MS = 5 * 60_000;
/** Longer than a call to WeChat may take, so that a lease ends only under a holder that died. */
const LEASE_MS = 8000;
const WAIT_MS = 10_000;
const CONTEXT = 'wechat-token';

const Stored = z.object({ sealed: z.string(), expiresAtMs: z.int() });
const Given = z.object({ access_token: z.string(), expires_in: z.int() });

let kept: { readonly token: string; readonly expiresAtMs: number } | undefined;

const usable = (expiresAtMs: number): boolean => Date.now() < expiresAtMs - MARGIN_MS;

const fromTable = async (rejected: string | undefined): Promise<string | undefined> => {
  const stored = z.safeParse(Stored, await getItem(KEY, { consistent: true }));
  if (!stored.success || !usable(stored.data.expiresAtMs)) return undefined;
  const token = await open(stored.data.sealed, CONTEXT);
  if (token === rejected) return undefined;
  kept = { token, expiresAtMs: stored.data.expiresAtMs };
  return token;
};

const takeLease = async (holder: string): Promise<boolean> => {
  const now = Date.now();
  const { done } = await changeOnce({
    key: KEY,
    set: { leaseUntil: now + LEASE_MS },
    when: 'attribute_not_exists(leaseUntil) OR leaseUntil <= :now',
    values: { ':now': now },
    op: holder,
  });
  return done;
};

/** Ends the lease with what was brought, or with nothing; only while it is still this holder's. */
const endLease = async (holder: string, brought: object): Promise<void> => {
  await changeOnce({
    key: KEY,
    set: { ...brought, leaseUntil: 0 },
    when: 'lastOp = :holder',
    values: { ':holder': holder },
    op: holder,
  });
};

const fetchToken = async (holder: string, rejected: string | undefined): Promise<string | undefined> => {
  // Whoever held the lease before may have brought one between our look and our turn.
  const brought = await fromTable(rejected);
  const { appId, appSecret } = await wechatSecret();
  const given =
    brought === undefined
      ? await callWechat('/cgi-bin/stable_token', {}, Given, {
          grant_type: 'client_credential',
          appid: appId,
          secret: appSecret,
          force_refresh: rejected !== undefined,
        })
      : undefined;
  if (given?.ok !== true) {
    await endLease(holder, {});
    return brought;
  }
  const { access_token: token, expires_in: seconds } = given.reply;
  const expiresAtMs = Date.now() + seconds * 1000;
  await endLease(holder, { sealed: await seal(token, CONTEXT), expiresAtMs });
  kept = { token, expiresAtMs };
  return token;
};

/**
 * The access token, undefined when WeChat does not give one. `rejected` is one that WeChat just called
 * invalid: another is then brought, once for all who noticed.
 */
export const accessToken = async (rejected?: string): Promise<string | undefined> => {
  if (kept && kept.token !== rejected && usable(kept.expiresAtMs)) return kept.token;
  const giveUp = Date.now() + WAIT_MS;
  do {
    const token = await fromTable(rejected);
    if (token !== undefined) return token;
    const holder = randomUUID();
    if (await takeLease(holder)) return fetchToken(holder, rejected);
    await sleep(50 + Math.random() * 100);
  } while (Date.now() < giveUp);
  return undefined;
};

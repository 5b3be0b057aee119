import * as z from 'zod/mini';
import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import { addressOf, readAnswer, readProblem } from './api-client';
import type { CallInput, Outcome } from './api-client';
import { serverNow } from './clock';
import { newKey } from './key';
import { isOnline, whenOnline } from './network';
import { sessionStore } from './session-token';
import { readStored, writeStored } from './storage';
import { createStore, useStore } from './store';
import { send } from './transport';
import type { Answer } from './transport';

/**
 * 待发送: submissions whose arrival is not yet known. Each keeps the key it was made with, so sending it again
 * reads back what the first sending did, or does it now; it can never make two.
 */
const Entry = z.object({
  key: z.string(),
  /** Sent only while the same person is signed in. */
  personId: z.string(),
  title: z.string(),
  method: z.enum(['POST', 'PUT', 'DELETE']),
  path: z.string(),
  body: z.unknown(),
  at: z.number(),
  /** `waiting`: no network yet; `unknown`: sent, no answer; `sent` and `refused` wait to be seen. */
  state: z.enum(['waiting', 'sending', 'unknown', 'sent', 'refused']),
  /** The id of what was made, once it is known. */
  subjectId: z.optional(z.string()),
  refusal: z.optional(
    z.object({ refused: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) }),
  ),
});
export type OutboxEntry = z.output<typeof Entry>;

const KEY = 'outbox';
const RESEND_MS = 15_000;
const outboxStore = createStore<readonly OutboxEntry[]>([]);

export const useOutbox = (): readonly OutboxEntry[] => useStore(outboxStore);
export const outboxEntries = (): readonly OutboxEntry[] => outboxStore.get();

const keep = (entries: readonly OutboxEntry[]): void => {
  writeStored(KEY, entries);
  outboxStore.set(entries);
};
const change = (key: string, part: Partial<OutboxEntry>): void =>
  keep(outboxStore.get().map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));

/** Seen by the person: nothing more to tell. */
export const dismissSent = (key: string): void => keep(outboxStore.get().filter((entry) => entry.key !== key));

const Made = z.object({ id: z.string() });
const subjectOf = (data: unknown): string | undefined => {
  const made = z.safeParse(Made, data);
  return made.success ? made.data.id : undefined;
};

const settle = (entry: OutboxEntry, answer: Answer): void => {
  if (answer !== undefined && answer.status >= 200 && answer.status < 300) {
    const subjectId = subjectOf(answer.data);
    change(entry.key, { state: 'sent', ...(subjectId === undefined ? {} : { subjectId }) });
    return;
  }
  const { refusal } = readProblem(answer?.data);
  // Signing in again, or waiting a little, lets the same words through: they are not refused.
  const later = refusal?.refused === 'sign-in-needed' || refusal?.refused === 'too-many-attempts';
  if (refusal && !later) change(entry.key, { state: 'refused', refusal: { ...refusal } });
  else change(entry.key, { state: answer === undefined && !isOnline() ? entry.state : 'unknown' });
};

const transmit = (entry: OutboxEntry): Promise<Answer> =>
  send({ method: entry.method, path: entry.path, body: entry.body, key: entry.key, token: sessionStore.get()?.token });

let running = false;

/** Sends what is due, oldest first, one at a time. Called by the network's return, a timer and the person. */
export const resendNow = async (): Promise<void> => {
  const session = sessionStore.get();
  if (running || !session || !isOnline()) return;
  running = true;
  try {
    for (const entry of outboxStore.get()) {
      const due = entry.state === 'waiting' || entry.state === 'unknown';
      if (due && entry.personId === session.personId) settle(entry, await transmit(entry));
    }
  } finally {
    running = false;
  }
};

const WORTH_KEEPING = ['POST', 'PUT', 'DELETE'] as const;
const isWrite = (method: string): method is (typeof WORTH_KEEPING)[number] =>
  WORTH_KEEPING.some((each) => each === method);

/**
 * Submits a form's words. The entry is on the device before it is sent; a clear answer takes it off, no answer
 * leaves it in 待发送 under the same key.
 */
export const submit = async <T extends Route>(
  route: T,
  input: CallInput<T>,
  { title, key = newKey() }: { readonly title: string; readonly key?: string },
): Promise<Outcome<RouteReply<T>> & { readonly key: string }> => {
  const session = sessionStore.get();
  if (!session || !isWrite(route.method)) return { ...readAnswer<T['reply']>(route.reply, undefined), key };
  const state = isOnline() ? 'sending' : 'waiting';
  const entry: OutboxEntry = {
    key,
    personId: session.personId,
    title,
    method: route.method,
    path: addressOf(route, input),
    body: input.body ?? {},
    at: serverNow(),
    state,
  };
  keep([...outboxStore.get().filter((each) => each.key !== key), entry]);
  const answer = isOnline() ? await transmit(entry) : undefined;
  const outcome = readAnswer<T['reply']>(route.reply, answer);
  if (outcome.ok || outcome.refusal) dismissSent(key);
  else if (state === 'sending') change(key, { state: 'unknown' });
  return { ...outcome, key };
};

/** Called once when the app starts: what was being sent when the app ended has an unknown end. */
export const startOutbox = (): void => {
  const kept = readStored(KEY, z.array(Entry)) ?? [];
  outboxStore.set(kept.map((entry) => (entry.state === 'sending' ? { ...entry, state: 'unknown' } : entry)));
  whenOnline(() => void resendNow());
  sessionStore.subscribe(() => void resendNow());
  setInterval(() => void resendNow(), RESEND_MS);
  void resendNow();
};

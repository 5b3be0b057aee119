import { useState } from 'react';
import { isRefusalCode } from '@gongyi/shared/kernel/refusal';
import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { CallInput } from './api-client';
import { requireSignIn } from './ask-sign-in';
import { newKey } from './key';
import { dismissSent, submit, useOutbox } from './outbox';
import type { OutboxEntry } from './outbox';
import { outcomeWords, refusalWords } from './refusal-copy';

export type Sending = 'no' | 'sending' | 'waiting' | 'unknown';

/** A draft that carries the key of its submission. */
interface KeyedDraft {
  readonly value: { readonly key: string };
  readonly change: (part: { readonly key: string }) => void;
  readonly clear: () => void;
}

const refusedLater = (entry: OutboxEntry | undefined): string | undefined => {
  if (entry?.state !== 'refused' || entry.refusal === undefined) return undefined;
  const { refused, facts } = entry.refusal;
  return isRefusalCode(refused) ? refusalWords({ refused, facts }) : undefined;
};

/**
 * Sending a form exactly once. The key belongs to the draft: sent again after a lost answer, or after coming back,
 * it is the same submission. A refusal ends a submission; what is written then is another.
 */
export const useSubmission = (draft: KeyedDraft) => {
  const { key } = draft.value;
  const [sending, setSending] = useState<Sending>('no');
  const [refused, setRefused] = useState<string>();
  const entry = useOutbox().find((each) => each.key === key);
  const later = refusedLater(entry);
  const renew = (): string => {
    const next = newKey();
    draft.change({ key: next });
    return next;
  };

  /** The reply; undefined when it was refused, or its fate is still open. */
  const send = async <T extends Route>(
    route: T,
    input: CallInput<T>,
    title: string,
  ): Promise<RouteReply<T> | undefined> => {
    if (sending === 'sending' || !(await requireSignIn())) return undefined;
    setSending('sending');
    setRefused(undefined);
    if (later !== undefined) dismissSent(key);
    const outcome = await submit(route, input, { title, key: later === undefined ? key : renew() });
    if (outcome.ok) {
      draft.clear();
      return outcome.value;
    }
    setRefused(outcome.refusal === undefined ? undefined : outcomeWords(outcome));
    setSending(outcome.refusal === undefined ? 'unknown' : 'no');
    if (outcome.refusal !== undefined) renew();
    return undefined;
  };

  const now: Sending = entry?.state === 'waiting' ? 'waiting' : later === undefined ? sending : 'no';
  return {
    key,
    send,
    refused: refused ?? later,
    /** What the outbox knows of this very submission. */
    sending: now,
    /** The id of what was made by a sending whose answer came later. */
    sentAs: entry?.state === 'sent' ? entry.subjectId : undefined,
  };
};
export type Submission = ReturnType<typeof useSubmission>;

import { useCallback, useEffect, useState } from 'react';
import { getSessionRecord, getTopicRecord } from '@gongyi/shared/council/contract';
import { checkRecord } from '@gongyi/shared/council/record';
import type { RecordCheck } from '@gongyi/shared/council/record';
import type { RecordLine } from '@gongyi/shared/council/record-line';
import { call, outcomeWords } from '../platform';

export interface RecordSubject {
  readonly kind: 'topic' | 'session';
  readonly id: string;
}

interface Head {
  readonly rev: number;
  readonly fingerprint: string;
}

export type RecordState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly words: string }
  | {
      readonly status: 'ready';
      readonly lines: readonly RecordLine[];
      readonly head: Head;
      readonly check: RecordCheck;
    };

const pageOf = ({ kind, id }: RecordSubject, cursor: string | undefined) => {
  const query = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
  return kind === 'topic'
    ? call(getTopicRecord, { params: { topicId: id }, query })
    : call(getSessionRecord, { params: { sessionId: id }, query });
};

/** All lines in their order, with the head as the last page tells it: what was added meanwhile is in both. */
const readAll = async (subject: RecordSubject): Promise<Exclude<RecordState, { status: 'loading' }>> => {
  const lines: RecordLine[] = [];
  let cursor: string | undefined;
  for (;;) {
    const outcome = await pageOf(subject, cursor);
    if (!outcome.ok) return { status: 'failed', words: outcomeWords(outcome) ?? '' };
    const { items, head } = outcome.value;
    lines.push(...items);
    cursor = outcome.value.cursor;
    if (cursor === undefined) return { status: 'ready', lines, head, check: checkRecord(subject.id, lines, head) };
  }
};

/** The whole record of a topic or a session, read page by page and checked here, on the reader's own device. */
export const useRecord = (subject: RecordSubject | undefined) => {
  const [state, setState] = useState<RecordState>({ status: 'loading' });
  const { kind, id } = subject ?? {};
  const reload = useCallback(async () => {
    if (kind === undefined || id === undefined) return;
    setState({ status: 'loading' });
    setState(await readAll({ kind, id }));
  }, [kind, id]);
  useEffect(() => void reload(), [reload]);
  return { state, reload };
};

import { useCallback, useEffect, useState } from 'react';
import { checkRecord } from '@gongyi/shared/kernel/record';
import type { RecordCheck } from '@gongyi/shared/kernel/record';
import type { RecordLine } from '@gongyi/shared/kernel/record-line';
import type { Outcome } from './api-client';
import { outcomeWords } from './refusal-copy';

interface Head {
  readonly rev: number;
  readonly fingerprint: string;
}

/** Reads some lines of a record in their order, from where the cursor says. */
export type ReadRecord = (
  subjectId: string,
  query: { readonly limit: number; readonly cursor?: string },
) => Promise<
  Outcome<{ readonly items: readonly RecordLine[]; readonly cursor?: string | undefined; readonly head: Head }>
>;

export type RecordState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly words: string }
  | {
      readonly status: 'ready';
      readonly lines: readonly RecordLine[];
      readonly head: Head;
      readonly check: RecordCheck;
    };

/** All lines in their order, with the head as the last page tells it: what was added meanwhile is in both. */
const readAll = async (
  subjectId: string,
  read: ReadRecord,
): Promise<Exclude<RecordState, { readonly status: 'loading' }>> => {
  const lines: RecordLine[] = [];
  let cursor: string | undefined;
  for (;;) {
    const outcome = await read(subjectId, { limit: 50, ...(cursor === undefined ? {} : { cursor }) });
    if (!outcome.ok) return { status: 'failed', words: outcomeWords(outcome) ?? '' };
    const { items, head } = outcome.value;
    lines.push(...items);
    cursor = outcome.value.cursor;
    if (cursor === undefined) return { status: 'ready', lines, head, check: checkRecord(subjectId, lines, head) };
  }
};

/** A whole record, read page by page and checked here, on the reader's own device. */
export const useRecord = (subjectId: string | undefined, read: ReadRecord) => {
  const [state, setState] = useState<RecordState>({ status: 'loading' });
  const reload = useCallback(async () => {
    if (subjectId === undefined) return;
    setState({ status: 'loading' });
    setState(await readAll(subjectId, read));
  }, [subjectId, read]);
  useEffect(() => void reload(), [reload]);
  return { state, reload };
};

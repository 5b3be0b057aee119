import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { getReceipt } from '@gongyi/shared/votes/contract-ballots';
import { getBundle } from '@gongyi/shared/votes/contract-log';
import { parseCheckpoint } from '@gongyi/shared/votes/log/checkpoint';
import { call, fetchWords, outcomeWords, verifyFile } from '../platform';
import { VERIFY } from './copy';

/** What a file says it is, beside what the verifier finds. */
const Named = z.object({ kind: z.string(), checkpoint: z.string() });

export interface Found {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly kind: 'receipt' | 'bundle';
  readonly root: string | undefined;
  readonly origin: string | undefined;
  readonly size: number | undefined;
}

export type VerifyState =
  | { readonly step: 'idle' }
  | { readonly step: 'checking' }
  | { readonly step: 'failed'; readonly words: string }
  | { readonly step: 'found'; readonly found: Found };

const parsed = (words: string): unknown => {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
};

const failed = (words: string): VerifyState => ({ step: 'failed', words });

/** Checks the text of a file with the standalone verifier; everything it finds is a sentence. */
const check = async (words: string): Promise<VerifyState> => {
  const file = parsed(words);
  const named = z.safeParse(Named, file);
  if (!named.success) return failed(VERIFY.notJson);
  const answer = await verifyFile(file);
  if (answer === undefined) return failed(VERIFY.notLoaded);
  const checkpoint = parseCheckpoint(named.data.checkpoint)?.checkpoint;
  return {
    step: 'found',
    found: {
      ok: answer.ok,
      problems: answer.problems,
      kind: named.data.kind.includes('receipt') ? 'receipt' : 'bundle',
      root: checkpoint?.root,
      origin: checkpoint?.origin,
      size: checkpoint?.size,
    },
  };
};

/** What this person's ballot, or the whole vote, left to be checked. */
const fetched = async (voteId: string, line: string | undefined): Promise<VerifyState> => {
  if (line !== undefined) {
    const answer = await call(getReceipt, { params: { voteId, line: Number(line) } });
    if (!answer.ok) return failed(outcomeWords(answer) ?? VERIFY.fetchFailed);
    return answer.value.receipt === undefined ? failed(VERIFY.noProof) : check(JSON.stringify(answer.value.receipt));
  }
  const bundle = await call(getBundle, { params: { voteId } });
  if (!bundle.ok) return failed(outcomeWords(bundle) ?? VERIFY.fetchFailed);
  const words = await fetchWords(bundle.value.url);
  return words === undefined ? failed(VERIFY.fetchFailed) : check(words);
};

/** A receipt or a bundle, given or fetched, and what the verifier says of it. */
export const useVerify = (voteId: string | undefined, line: string | undefined) => {
  const [state, setState] = useState<VerifyState>({ step: 'idle' });
  const turn = useRef(0);
  const run = async (checking: Promise<VerifyState>) => {
    const mine = (turn.current += 1);
    setState({ step: 'checking' });
    const next = await checking;
    if (mine === turn.current) setState(next);
  };
  useEffect(() => {
    if (voteId !== undefined) void run(fetched(voteId, line));
  }, [voteId, line]);
  return { state, check: (words: string) => void run(check(words)) };
};

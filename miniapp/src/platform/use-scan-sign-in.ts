import { useCallback, useEffect, useState } from 'react';
import { beginScan, pollScan } from '@gongyi/shared/people/contract';
import { call } from './api-client';
import { outcomeWords } from './refusal-copy';
import { keepSession } from './session-token';

const POLL_MS = 2000;

interface Scan {
  readonly code: string;
  readonly pollSecret: string;
  readonly url: string;
}

type ScanState =
  | { readonly step: 'starting' }
  | { readonly step: 'showing'; readonly scan: Scan }
  | { readonly step: 'expired' }
  | { readonly step: 'failed'; readonly words: string };

/** Web sign-in: a code to scan with WeChat, asked after every two seconds until the phone says yes. */
export const useScanSignIn = (onSignedIn: () => Promise<void>): { state: ScanState; again: () => void } => {
  const [state, setState] = useState<ScanState>({ step: 'starting' });

  const again = useCallback(() => {
    setState({ step: 'starting' });
    void call(beginScan, {}).then((outcome) =>
      setState(
        outcome.ok ? { step: 'showing', scan: outcome.value } : { step: 'failed', words: outcomeWords(outcome) ?? '' },
      ),
    );
  }, []);
  useEffect(again, [again]);

  const scan = state.step === 'showing' ? state.scan : undefined;
  useEffect(() => {
    if (!scan) return undefined;
    let over = false;
    const poll = async () => {
      const outcome = await call(pollScan, { body: { code: scan.code, pollSecret: scan.pollSecret } });
      if (over) return;
      if (outcome.ok && outcome.value.session) {
        over = true;
        keepSession(outcome.value.session);
        await onSignedIn();
      } else if (!outcome.ok && outcome.refusal) {
        over = true;
        setState({ step: 'expired' });
      } else timer = setTimeout(() => void poll(), POLL_MS);
    };
    let timer = setTimeout(() => void poll(), POLL_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [scan, onSignedIn]);
  return { state, again };
};

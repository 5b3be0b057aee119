import { useEffect } from 'react';
import * as z from 'zod/mini';
import { useServerNow } from './clock';
import { codeAt, lastsUntil } from './rotating-code';
import type { RotatingCode } from './rotating-code';
import { useKept } from './use-kept';
import type { Load } from './use-load';
import { usePoll } from './use-poll';

const FRESH_CODES_MS = 60_000;
const NO_CODE_MS = 5000;
const Kept = z.array(z.object({ from: z.number(), code: z.string() }));

/**
 * The code of this step, counted from server time. Codes are fetched ahead and kept on the device: the screen goes
 * on without the network, left and opened again, until they are used up. `keptAs` names what they are for.
 */
export const useRotatingCodes = (
  load: Pick<Load<{ readonly codes: readonly RotatingCode[] }>, 'status' | 'value' | 'reload'>,
  keptAs: string,
) => {
  const now = useServerNow(1000);
  const [kept, keep] = useKept(`codes.${keptAs}`, Kept);
  const fresh = load.value?.codes;
  useEffect(() => {
    if (fresh !== undefined) keep(fresh.map(({ from, code }) => ({ from, code })));
  }, [fresh, keep]);
  const codes = fresh ?? kept ?? [];
  const code = codeAt(codes, now);
  usePoll(load.reload, code === undefined ? NO_CODE_MS : FRESH_CODES_MS);
  return { code, offline: load.status === 'failed', until: lastsUntil(codes), now };
};

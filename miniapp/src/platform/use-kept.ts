import { useCallback, useState } from 'react';
import type * as z from 'zod/mini';
import { readStored, writeStored } from './storage';

/** One small thing kept on this device: what it is, undefined before it was ever set. */
export function useKept<S extends z.core.$ZodType>(key: string, schema: S) {
  const [value, setValue] = useState(() => readStored(key, schema));
  const keep = useCallback(
    (next: z.output<S>) => {
      writeStored(key, next);
      setValue(() => next);
    },
    [key],
  );
  return [value, keep] as const;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type * as z from 'zod/mini';
import { readStored, removeStored, writeStored } from './storage';

const SETTLE_MS = 300;

export interface Draft<T> {
  readonly value: T;
  /** True if something was kept from an earlier visit. */
  readonly restored: boolean;
  readonly change: (part: Partial<T>) => void;
  readonly clear: () => void;
}

/**
 * A form's words, kept on this device while they are written, and there again after going back, losing the
 * network or closing the app. Cleared by the form once its submission is in safe hands.
 */
export function useDraft<S extends z.core.$ZodType>(form: string, schema: S, initial: z.output<S>): Draft<z.output<S>> {
  const key = `draft.${form}`;
  const [kept] = useState(() => readStored(key, schema));
  const [value, setValue] = useState<z.output<S>>(kept ?? initial);
  const first = useRef(initial);
  const latest = useRef(value);
  const unsaved = useRef(false);
  latest.current = value;

  const save = useCallback(() => {
    if (!unsaved.current) return;
    unsaved.current = false;
    writeStored(key, latest.current);
  }, [key]);

  useEffect(() => {
    const timer = setTimeout(save, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value, save]);
  // Leaving the page within those milliseconds keeps the last words too.
  useEffect(() => save, [save]);

  const change = useCallback((part: Partial<z.output<S>>) => {
    unsaved.current = true;
    setValue((before: z.output<S>) => Object.assign({}, before, part));
  }, []);
  const clear = useCallback(() => {
    unsaved.current = false;
    removeStored(key);
    setValue(first.current);
  }, [key]);
  return { value, restored: kept !== undefined, change, clear };
}

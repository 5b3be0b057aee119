import { useState } from 'react';
import * as z from 'zod/mini';

export interface Checked {
  /** Nothing is wrong by the schema. */
  readonly ok: boolean;
  /** Something is wrong there, and it is time to say so. Names are paths: `title`, `slots.0.places`. */
  readonly wrong: (name: string) => boolean;
  /** Leaving the field: from now on it is told of. */
  readonly leave: (name: string) => void;
  /** Before sending: from now on everything is told of. True if nothing is wrong. */
  readonly ask: () => boolean;
  readonly asked: boolean;
}

const isAt = (path: string, name: string): boolean => path === name || path.startsWith(`${name}.`);

/** What stands in a form, held to the server's own schema: a field is told of once it was left, all once sending was asked for. */
export const useChecked = (schema: z.core.$ZodType, body: unknown): Checked => {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const parsed = z.safeParse(schema, body);
  const paths = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.map(String).join('.'));
  return {
    ok: parsed.success,
    wrong: (name) => (asked || left.includes(name)) && paths.some((path) => isAt(path, name)),
    leave: (name) => setLeft((before) => (before.includes(name) ? before : [...before, name])),
    ask: () => {
      setAsked(true);
      return parsed.success;
    },
    asked,
  };
};

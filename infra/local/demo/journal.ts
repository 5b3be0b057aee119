import { open, readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { isMissing } from '../files/write-file';

const Line = z.object({
  step: z.string(),
  /** What was about to be sent: the same is sent again if no answer stands below. */
  sent: z.optional(z.unknown()),
  /** What was answered: the step is done. */
  got: z.optional(z.unknown()),
});

export interface Journal {
  readonly sentOf: (step: string) => unknown;
  readonly gotOf: (step: string) => unknown;
  readonly noteSent: (step: string, sent: unknown) => Promise<void>;
  readonly noteGot: (step: string, got: unknown) => Promise<void>;
  readonly close: () => Promise<void>;
}

const read = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if (isMissing(fault)) return '';
    throw fault;
  }
};

/** A last line cut short by the end of the process says nothing. */
const parse = (line: string): unknown => {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch {
    return undefined;
  }
};

/**
 * What the seeding has sent and what it was answered, a line each. Ended midway, the next run leaves out what
 * is done and sends what was under way again, word for word and under the same key, so that nothing is
 * there twice.
 */
export const openJournal = async (path: string): Promise<Journal> => {
  const sent = new Map<string, unknown>();
  const got = new Map<string, unknown>();
  for (const line of (await read(path)).split('\n')) {
    const entry = z.safeParse(Line, parse(line));
    if (!entry.success) continue;
    if (entry.data.got === undefined) sent.set(entry.data.step, entry.data.sent);
    else got.set(entry.data.step, entry.data.got);
  }
  const file = await open(path, 'a');
  // A line cut short must not swallow the one that follows it.
  await file.appendFile('\n');
  const write = (line: object): Promise<void> => file.appendFile(`${JSON.stringify(line)}\n`);
  return {
    sentOf: (step) => sent.get(step),
    gotOf: (step) => got.get(step),
    close: () => file.close(),
    noteSent: async (step, value) => {
      sent.set(step, value);
      await write({ step, sent: value });
    },
    noteGot: async (step, value) => {
      got.set(step, value);
      await write({ step, got: value });
    },
  };
};

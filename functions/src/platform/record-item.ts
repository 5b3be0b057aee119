import { fingerprintOf, lineFingerprint, personMark } from '@gongyi/shared/kernel/record';
import type { RecordLine } from '@gongyi/shared/kernel/record-line';
import { CheckState } from '@gongyi/shared/media/contract';
import * as z from 'zod/mini';
import type { Item } from './table';

/** A step of a record, as stored: what the record says, and what is shown of it. */
export const StoredStep = z.object({
  rev: z.int(),
  kind: z.string(),
  at: z.int(),
  byId: z.optional(z.string()),
  /** As what: a party, a role, `clock`. */
  as: z.string(),
  /** Masked, for those who may see a name. */
  byName: z.string(),
  words: z.optional(z.string()),
  wordsCheck: z.optional(CheckState),
  photos: z._default(z.array(z.string()), []),
  /** The community hid what was said; the step that says so, with the reason, is a later one. */
  hidden: z.optional(z.boolean()),
  facts: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
  by: z.string(),
  wordsHash: z.string(),
  earlier: z.string(),
  fingerprint: z.string(),
  op: z.string(),
  opHash: z.optional(z.string()),
});
export type StoredStep = z.output<typeof StoredStep>;

export const stepOf = (item: Item): StoredStep => z.parse(StoredStep, item);

/** Who makes a step; the clock has no person. */
export interface Maker {
  readonly personId?: string | undefined;
  readonly as: string;
  readonly name: string;
}
export const CLOCK: Maker = { as: 'clock', name: '' };

export interface Happened {
  readonly kind: string;
  readonly words?: string | undefined;
  readonly photos?: readonly string[];
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Facts that somebody wrote: the record shows their fingerprint, like that of every other word. */
const WRITTEN_FACTS = ['title', 'spot', 'task', 'venue'];
const recordFacts = (facts: StoredStep['facts']): StoredStep['facts'] =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      WRITTEN_FACTS.includes(name) ? fingerprintOf(String(value)) : value,
    ]),
  );

/** The step that follows `earlier` in the record of `subjectId`, with its fingerprint. */
export const nextStep = (
  subjectId: string,
  rev: number,
  earlier: string,
  happened: Happened,
  maker: Maker,
  now: number,
): Omit<StoredStep, 'op' | 'opHash' | 'wordsCheck' | 'hidden'> => {
  const line = {
    rev,
    kind: happened.kind,
    at: now,
    by: personMark(subjectId, maker.personId),
    as: maker.as,
    wordsHash: happened.words === undefined ? '' : fingerprintOf(happened.words),
    photos: [...(happened.photos ?? [])],
    facts: { ...happened.facts },
    earlier,
  };
  return {
    ...line,
    fingerprint: lineFingerprint(subjectId, { ...line, facts: recordFacts(line.facts) }),
    ...(maker.personId === undefined ? {} : { byId: maker.personId }),
    byName: maker.name,
    ...(happened.words === undefined ? {} : { words: happened.words }),
  };
};

/** The step as the record shows it: nobody's words, nobody's id. */
export const lineOf = (step: StoredStep): RecordLine => {
  const { rev, kind, at, by, as, wordsHash, photos, facts, earlier, fingerprint } = step;
  return { rev, kind, at, by, as, wordsHash, photos, facts: recordFacts(facts), earlier, fingerprint };
};

import * as z from 'zod/mini';
import { Consent, TEXT_SIZES } from '@gongyi/shared/people/contract';
import { derivedId } from '../platform/idempotency';
import { keys } from '../platform/table-shape';
import { changeOnce, check, createOnce, getItem, getItems, updateOf } from '../platform/table';
import type { TransactItem } from '../platform/table';

/**
 * A person. The id is derived from the WeChat account, so first sign-ins that race make one person. Who
 * deleted their account leaves only a tombstone, and the account's next sign-in makes the next person.
 * The phone number is sealed; `phoneHash` finds it.
 */
export const Person = z.object({
  personId: z.string(),
  openid: z.string(),
  name: z.optional(z.string()),
  phoneSealed: z.optional(z.string()),
  phoneHash: z.optional(z.string()),
  /** The operation that stored the number, and its input's hash. */
  phoneOp: z.optional(z.string()),
  textSize: z.enum(TEXT_SIZES),
  elderMode: z.boolean(),
  consents: z.array(Consent),
  createdAt: z.int(),
  rev: z.int(),
  lastOp: z.optional(z.string()),
});
export type Person = z.output<typeof Person>;

const MOST_ACCOUNTS = 50;
const alive = 'attribute_exists(openid)';

/** The `nth` person of a WeChat account. */
export const personIdOf = (openid: string, nth = 1): string =>
  nth === 1 ? derivedId('person', openid) : derivedId('person', openid, String(nth));

const parse = (item: unknown): Person | undefined => {
  const result = z.safeParse(Person, item);
  return result.success ? result.data : undefined;
};

/** Undefined too for who deleted their account. */
export const findPerson = async (personId: string): Promise<Person | undefined> =>
  parse(await getItem(keys.profile(personId), { consistent: true }));

export const findPersons = async (personIds: readonly string[]): Promise<Map<string, Person>> => {
  const items = await getItems(
    [...new Set(personIds)].map((id) => keys.profile(id)),
    { consistent: true },
  );
  const persons = items.map(parse).filter((person) => person !== undefined);
  return new Map(persons.map((person) => [person.personId, person]));
};

/** Said no after all. Where nobody asked yet, what they choose for the one request counts. */
export const hasWithdrawn = ({ consents }: Pick<Person, 'consents'>, kind: Consent['kind']): boolean =>
  consents.some((consent) => consent.kind === kind && !consent.given);

const newPerson = (personId: string, openid: string, now: number): Person => ({
  personId,
  openid,
  textSize: 'standard',
  elderMode: false,
  consents: [],
  createdAt: now,
  rev: 1,
});

/** The person of a WeChat account, made at the first sign-in. */
export const personOfAccount = async (openid: string, now: number): Promise<string> => {
  for (let nth = 1; nth <= MOST_ACCOUNTS; nth += 1) {
    const personId = personIdOf(openid, nth);
    const key = keys.profile(personId);
    const known = await getItem(key, { consistent: true });
    if (parse(known) !== undefined) return personId;
    if (known !== undefined) continue;
    const written = await createOnce({ ...newPerson(personId, openid, now), ...key, opHash: personId });
    if (parse(written.done ? written.item : written.old) !== undefined) return personId;
  }
  throw new Error('an account was deleted and made again too often');
};

/** For transactions that must not outlive the account. */
export const mustBeAlive = (personId: string): TransactItem => check({ key: keys.profile(personId), when: alive });

type Parts = { readonly [part in 'name' | 'textSize' | 'elderMode' | 'consents']?: Person[part] | undefined };
const TRIES = 6;

/**
 * Sets parts of a person, worked out from the person as they stand; works them out anew when another
 * write came between. Parts left out stay. False when the account is gone.
 */
export const editPerson = async (personId: string, op: string, edit: (person: Person) => Parts): Promise<boolean> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const person = await findPerson(personId);
    if (person === undefined) return false;
    const set = Object.fromEntries(Object.entries(edit(person)).filter(([, value]) => value !== undefined));
    const written = await changeOnce({
      key: keys.profile(personId),
      set: { ...set, rev: person.rev + 1 },
      when: `${alive} AND #rev = :rev`,
      names: { '#rev': 'rev' },
      values: { ':rev': person.rev },
      op,
    });
    if (written.done) return true;
  }
  throw new Error('a person changed too often to be changed');
};

/** The write that leaves of a person only that there was one. */
export const tombstone = (person: Person, now: number, op: string): TransactItem =>
  updateOf({
    key: keys.profile(person.personId),
    set: {
      deletedAt: now,
      openid: undefined,
      name: undefined,
      phoneSealed: undefined,
      phoneHash: undefined,
      phoneOp: undefined,
      textSize: undefined,
      elderMode: undefined,
      consents: undefined,
    },
    when: `${alive} AND #rev = :rev`,
    names: { '#rev': 'rev' },
    values: { ':rev': person.rev },
    op,
  });

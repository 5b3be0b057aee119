import * as z from 'zod/mini';
import type { Random } from '../src/kernel/random-for-tests';
import { bundleFor } from './bundle-for-tests';
import { meaningOf, mutateBytes, mutateJson } from './mutate-json-for-tests';
import type { Json } from './mutate-json-for-tests';
import { COUNT_TAMPERS } from './tamper-count-for-tests';
import { FILE_TAMPERS } from './tamper-file-for-tests';
import { LEAF_TAMPERS } from './tamper-leaves-for-tests';
import { RULE_TAMPERS } from './tamper-rules-for-tests';
import type { VoteForTests } from './vote-for-tests';

/** A bundle that is not what it was, and what was done to it. */
export interface Mutation {
  readonly how: string;
  readonly bundle: Json;
}

const INSIDE = Object.entries({ ...LEAF_TAMPERS, ...RULE_TAMPERS, ...COUNT_TAMPERS });
const OUTSIDE = Object.entries(FILE_TAMPERS);
/** Everything that can be done on purpose; chance does the rest. */
export const TAMPERS = [...INSIDE, ...OUTSIDE].map(([how]) => how);

const jsonOf = (value: unknown): Json => z.parse(z.json(), JSON.parse(JSON.stringify(value)));

/** `vote`'s bundle changed in this one of `TAMPERS`; undefined where it offers nothing to change. */
export const tamperedAs = (how: string, random: Random, vote: VoteForTests): Json | undefined => {
  const inside = INSIDE.find(([name]) => name === how)?.[1](random, vote);
  if (inside !== undefined) return jsonOf(bundleFor(inside));
  const outside = OUTSIDE.find(([name]) => name === how)?.[1](random, bundleFor(vote), vote);
  return outside === undefined ? undefined : jsonOf(outside);
};

const unsignedOf = (bundle: Json): string => {
  const read = z.safeParse(z.looseObject({ checkpoint: z.string() }), bundle);
  return meaningOf(read.success ? jsonOf({ ...read.data, checkpoint: '' }) : bundle);
};

type Try = (random: Random) => (Mutation & { readonly signedAnew?: boolean }) | undefined;

/**
 * Makes bundles of `vote` changed in one way, each of a meaning that is not the honest one's. Inside changes are
 * signed anew by the log and the witnesses, others are made to the file.
 */
export const mutatorOf = (vote: VoteForTests): ((random: Random) => Mutation) => {
  const bundle = bundleFor(vote);
  const honest = jsonOf(bundle);
  const [meaning, unsigned] = [meaningOf(honest), unsignedOf(honest)];

  const inside: Try = (random) => {
    const [how, tamper] = random.pick(INSIDE);
    const changed = tamper(random, vote);
    return changed && { how, bundle: jsonOf(bundleFor(changed)), signedAnew: true };
  };
  const outside: Try = (random) => {
    const [how, tamper] = random.pick(OUTSIDE);
    const changed = tamper(random, bundle, vote);
    return changed && { how, bundle: jsonOf(changed) };
  };
  const place: Try = (random) => ({ how: 'one place of the file', bundle: mutateJson(random, honest) });
  const bit: Try = (random) => {
    const changed = mutateBytes(random, honest);
    return changed === undefined ? undefined : { how: 'one bit of the file', bundle: changed };
  };

  return (random) => {
    for (;;) {
      const mutation = random.pick([inside, inside, outside, place, place, bit])(random);
      // Two signings of one text differ: a change on the inside must show elsewhere.
      const same =
        mutation?.signedAnew === true
          ? unsignedOf(mutation.bundle) === unsigned
          : mutation === undefined || meaningOf(mutation.bundle) === meaning;
      if (mutation !== undefined && !same) return { how: mutation.how, bundle: mutation.bundle };
    }
  };
};

import { randomOf } from '../src/kernel/random-for-tests';
import { bundleFor } from './bundle-for-tests';
import { mutatorOf } from './mutate-bundle-for-tests';
import { verifyBundle } from './verify.mjs';
import { voteForTests } from './vote-for-tests';

export interface TamperFigure {
  readonly honest: number;
  readonly mutations: number;
  /** How often each kind of change was made. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Honest bundles refused and tampered ones accepted, with the seed that shows them. */
  readonly wrong: readonly string[];
}

/** Mutations made of each honest vote: making a vote costs as much as ten of them. */
const EACH = 10;

/**
 * Gives the verifier `honest` honest bundles, which it must accept, and `mutations` tampered ones, which it must
 * refuse. The same seed tries the same.
 */
export const tamperFigure = async (
  seed: number,
  honest: number,
  mutations: number,
  say: (done: number) => void = () => undefined,
): Promise<TamperFigure> => {
  const wrong: string[] = [];
  const kinds = new Map<string, number>();
  const votes = Math.max(honest, Math.ceil(mutations / EACH));
  let made = 0;
  for (let at = 0; at < votes; at += 1) {
    const vote = voteForTests(seed + at);
    const { problems } = await verifyBundle(JSON.parse(JSON.stringify(bundleFor(vote))));
    if (problems.length > 0) wrong.push(`SEED=${String(seed + at)}: honest, refused: ${problems.join('; ')}`);
    const random = randomOf(seed + at + 1_000_000);
    const last = Math.min(mutations, Math.ceil(((at + 1) * mutations) / votes));
    const mutate = mutatorOf(vote);
    for (; made < last; made += 1) {
      const { how, bundle } = mutate(random);
      kinds.set(how, (kinds.get(how) ?? 0) + 1);
      if ((await verifyBundle(bundle)).ok) wrong.push(`SEED=${String(seed + at)}: accepted: ${how}`);
    }
    if ((at + 1) % 100 === 0) say(made);
  }
  return { honest: votes, mutations: made, kinds, wrong };
};

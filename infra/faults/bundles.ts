import { tamperFigure } from '../../shared/verifier/tamper-figure-for-tests';
import type { Figure } from './figure';

const HONEST = 1_000;
const MUTATIONS = 10_000;

/**
 * Bundles of votes given to the standalone verifier: honest ones, which it must accept, and such as somebody
 * changed, inside with the log's own key or outside in the file, all of which it must refuse.
 */
export const bundleFigure = async (seed: number, scale: number, say: (line: string) => void): Promise<Figure> => {
  const count = (full: number): number => Math.max(1, Math.round(full * scale));
  const { honest, mutations, kinds, wrong } = await tamperFigure(seed, count(HONEST), count(MUTATIONS), (done) =>
    say(`tampered bundles: ${String(done)} of ${String(count(MUTATIONS))}`),
  );
  return {
    test: 'tampered bundles',
    tried: `${String(mutations)} mutations of ${String(kinds.size)} kinds, ${String(honest)} honest bundles`,
    wrong: wrong.length,
    shown: wrong,
  };
};

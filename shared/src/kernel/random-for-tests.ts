/** Numbers that only look like chance: the same seed gives the same run of them. */
export interface Random {
  /** From 0 inclusive to 1 exclusive. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both inclusive. */
  readonly int: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  /** One of a list that is not empty; throws on an empty one. */
  readonly pick: <T>(list: readonly T[]) => T;
  readonly text: (length: number) => string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** mulberry32. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => {
      const at = int(0, list.length - 1);
      if (at < 0 || at >= list.length) throw new RangeError('nothing to pick from');
      return list.slice(at, at + 1).reduce((_, one) => one);
    },
    text: (length) => Array.from({ length }, () => LETTERS.charAt(int(0, LETTERS.length - 1))).join(''),
  };
};

/**
 * Records of a shard that are read and not yet handled, in the shard's order. Lanes finish them in any order;
 * what may be written down as handled is only the unbroken run from the oldest.
 */
export interface Tracker {
  readonly add: (sequenceNumber: string) => Token;
  readonly size: () => number;
}
export interface Token {
  readonly done: () => void;
}

/** `onReached` is told the newest record up to which everything is handled. */
export const trackOrder = (onReached: (sequenceNumber: string) => void): Tracker => {
  const open: { readonly sequenceNumber: string; done: boolean }[] = [];
  return {
    add: (sequenceNumber) => {
      const entry = { sequenceNumber, done: false };
      open.push(entry);
      return {
        done: () => {
          entry.done = true;
          let reached: string | undefined;
          while (open[0]?.done === true) reached = open.shift()?.sequenceNumber;
          if (reached !== undefined) onReached(reached);
        },
      };
    },
    size: () => open.length,
  };
};

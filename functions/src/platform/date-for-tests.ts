/** What the engine and what is beside it go by: their own time. */
const KEPT = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Only the date is moved, until `jest.useRealTimers()`. */
export const moveDate = (now: number): void => {
  jest.useFakeTimers({ now, doNotFake: [...KEPT] });
};

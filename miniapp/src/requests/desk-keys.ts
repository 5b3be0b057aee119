import type { Desk } from './use-desk';

/** Keys are for keyboards; a phone has none. */
export const useDeskKeys = (_desk: Desk, _acts: { readonly accept: () => void; readonly reply: () => void }): void =>
  undefined;

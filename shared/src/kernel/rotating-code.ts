/** Codes on a screen that change every half minute, shown to prove that somebody is there. */
export const CODE_STEP = 30_000;
export const codeStep = (now: number): number => Math.floor(now / CODE_STEP);

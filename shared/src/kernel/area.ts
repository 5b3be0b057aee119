/**
 * Areas are whole hundredths of a square metre everywhere: the law's fractions (Civil Code art. 278)
 * are compared in integers, never in floats.
 */

/** Widest area a single exclusive unit can plausibly have, and the smallest: 5 to 2,000 m². */
export const PLAUSIBLE_AREA = { least: 500, most: 200_000 } as const;

/** `"143.86"` → 14386. More than two decimals are rounded half up on the decimal digits. Undefined if no number. */
export const parseArea = (text: string): number | undefined => {
  const match = /^([+-]?)(\d{1,9})(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0').slice(0, 2));
  const rounded = hundredths + (Number(decimals[2] ?? '0') >= 5 ? 1 : 0);
  return sign === '-' ? -rounded : rounded;
};

/** 14386 → `"143.86"`. */
export const formatArea = (hundredths: number): string => {
  const sign = hundredths < 0 ? '-' : '';
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

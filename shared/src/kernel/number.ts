import { isoDate } from './time';

/** Number to say on the phone: month, day and four letters of its id: `1123-K7QM`. */
export const numberOf = (id: string, at: number): string =>
  `${isoDate(at).slice(5).replace('-', '')}-${id.slice(0, 4).toUpperCase()}`;

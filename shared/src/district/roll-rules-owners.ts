import type { RollDoubt, RollOwner } from './roll';
import { isPlaceholder, plainDashes, plainText } from './roll-text';

/**
 * Owners' cells. Co-owners stand in one cell, joined by 、 / , ; or a space; their ID digits and phones
 * stand in theirs in the same order. A space may also stand inside one name (张 伟), so it parts names
 * only when the other cells or the names themselves say so.
 */
const HARD = /[、,;/|&+\n\r]+/;
// The + of a number gone exponential joins nobody.
const HARD_IN_IDS = /[、,;/|&\n\r]+/;
const DOTS = /[•‧・･∙⋅]/g;
const SHARE_WORDS = /\((?:夫|妻|父|母|子|女|共有|共同共有|按份共有|已故|\d{1,3}%)\)|(?<=[^\s]{2})等?[二三四五2345]人$/g;

const oneSpelling = (name: string): string => {
  const plain = name
    .replace(DOTS, '·')
    .replace(SHARE_WORDS, '')
    .replace(/\s*·\s*/g, '·')
    .trim();
  // Spaces belong to names in Latin letters; between Han characters they are typesetting.
  return plain.replace(/(?<=[\p{sc=Han}·()])\s+|\s+(?=[\p{sc=Han}·()])/gu, '').replace(/\s+/g, ' ');
};

const pieces = (cell: string, by: RegExp): string[] => {
  const all = cell.split(by).map((piece) => piece.trim());
  while (all.length > 0 && all.at(-1) === '') all.pop();
  return all;
};

export interface OwnerCells {
  readonly owner: string;
  readonly idDigits: string;
  readonly phone: string;
}

interface Ids {
  readonly digits: readonly (string | undefined)[];
  readonly doubts: ReadonlySet<RollDoubt['why']>;
}

// Lost precision (1.5E+17), or a mask without four characters behind it: nothing can be compared.
const readId = (raw: string, width: number): { digits?: string; doubt?: RollDoubt['why'] } => {
  const plain = raw.toUpperCase().replace(/[\s"'().:-]/g, '');
  if (isPlaceholder(plain)) return { doubt: 'id-missing' };
  if (plain.includes('E+')) return { doubt: 'id-unreadable' };
  const tail = /[0-9A-Z]+$/.exec(plain)?.[0] ?? '';
  const short = tail.slice(-6);
  if (/^\d{1,5}$/.test(plain) && plain.length < width)
    return { digits: plain.padStart(width, '0'), doubt: 'id-padded' };
  if (short.length < 4 || !/\d{3}/.test(short)) return { doubt: 'id-unreadable' };
  return { digits: short };
};

const readIds = (tokens: readonly string[], width: number): Ids => {
  const read = tokens.map((token) => readId(token, width));
  return {
    digits: read.map(({ digits }) => digits),
    doubts: new Set(read.flatMap(({ doubt }) => (doubt ? [doubt] : []))),
  };
};

/** Phones of one cell in order. A number may hold spaces or dashes; run-together mobiles are cut at 11 digits. */
const readPhone = (raw: string): string[] | undefined => {
  const plain = plainDashes(raw)
    .replace(/[()\s.]/g, '')
    .replace(/^[^\d+]+|[^\d]+$/g, '');
  const digits = plain.replace(/-/g, '').replace(/^(?:86|0086)(?=1\d{10}$)/, '');
  if (/^(?:1[3-9]\d{9})+$/.test(digits)) return digits.match(/\d{11}/g) ?? undefined;
  const landline = /^((?:0\d{2,3}-?)?[2-9]\d{6,7})(?:-\d{1,4})?$/.exec(plain)?.[1];
  return landline === undefined ? undefined : [landline.replace(/-/g, '')];
};

const spacedNames = (name: string): string[] => name.split(/\s+/).filter((part) => part !== '');

const looksLikeOneName = (tokens: readonly string[]): boolean =>
  tokens.some((token) => token.length < 2) || tokens.some((token) => /^[A-Za-z.]+$/.test(token));

/**
 * Names of a cell; `counts` are the numbers of IDs and phones beside it. `unclear` when a space could
 * part two people but only one has an ID.
 */
const readNames = (cell: string, counts: readonly number[]): { names: string[]; unclear: boolean } => {
  const hard = pieces(cell, HARD).filter((piece) => piece !== '');
  const tokens = spacedNames(hard[0] ?? '');
  if (hard.length !== 1 || tokens.length < 2) return { names: hard.map(oneSpelling), unclear: false };
  const joined = { names: [oneSpelling(hard[0] ?? '')], unclear: false };
  const [ids = 0, phones = 0] = counts;
  if (ids > 1) return ids === tokens.length ? { names: tokens.map(oneSpelling), unclear: false } : joined;
  if (ids === 1) return { ...joined, unclear: !looksLikeOneName(tokens) };
  if (phones > 1 && phones === tokens.length) return { names: tokens.map(oneSpelling), unclear: false };
  return looksLikeOneName(tokens) ? joined : { names: tokens.map(oneSpelling), unclear: true };
};

export interface OwnersRead {
  readonly owners: readonly RollOwner[];
  readonly doubts: ReadonlySet<RollDoubt['why']>;
}

const isName = (name: string): boolean => /\p{L}/u.test(name) && name.length <= 80;

const idTokens = (cell: string): string[] =>
  pieces(isPlaceholder(cell) ? '' : cell, HARD_IN_IDS).flatMap((piece) => {
    const spaced = spacedNames(piece);
    return spaced.length > 1 && spaced.every((token) => /^[0-9*]{3,17}[0-9X]$/i.test(token) && token.length !== 4)
      ? spaced
      : [piece];
  });

/** `idWidth`: how many digits the column's IDs usually have, so that 3479 typed as a number is 003479. */
export const readOwners = (raw: OwnerCells, idWidth: number): OwnersRead | undefined => {
  const idsRaw = idTokens(plainText(raw.idDigits));
  const phoneCell = plainText(raw.phone).replace(/\+\s?86[\s-]?/g, '');
  const phoneTokens = pieces(isPlaceholder(phoneCell) ? '' : phoneCell, HARD);
  const phones = phoneTokens.flatMap((token) => (token === '' ? [undefined] : (readPhone(token) ?? [undefined])));
  const { names, unclear } = readNames(plainText(raw.owner), [idsRaw.length, phones.length]);
  if (names.length === 0 || !names.every(isName)) return undefined;
  const ids = readIds(
    names.map((_, i) => idsRaw[i] ?? ''),
    idWidth,
  );
  const doubts = new Set(ids.doubts);
  if (unclear || idsRaw.length > names.length) doubts.add('owners-unclear');
  if (phoneTokens.some((token) => token !== '' && readPhone(token) === undefined)) doubts.add('phone-unreadable');
  // More phones than people: nobody can say whose they are, and a phone may later open a home's door.
  const unmatched = names.length > 1 && phones.length > names.length;
  if (unmatched) doubts.add('phone-unmatched');
  const owners = names.map((name, i) => {
    const mine = names.length === 1 ? phones : unmatched ? [] : [phones[i]];
    const digits = ids.digits[i];
    const known = [...new Set(mine.flatMap((phone) => (phone === undefined ? [] : [phone])))];
    return { name, ...(digits === undefined ? {} : { idDigits: digits }), phones: known };
  });
  return { owners: withoutRepeats(owners), doubts };
};

const withoutRepeats = (owners: readonly RollOwner[]): RollOwner[] =>
  owners.filter(
    (owner, i) =>
      owner.idDigits === undefined ||
      owners.findIndex((other) => other.name === owner.name && other.idDigits === owner.idDigits) === i,
  );

import * as z from 'zod/mini';
import type { Random } from '../src/kernel/random-for-tests';

/** JSON as a file holds it. */
export type Json = z.core.util.JSONType;

const isList = (value: Json): value is Json[] => Array.isArray(value);

/** Text that is equal exactly for JSON of equal meaning: the order of keys says nothing. */
export const meaningOf = (value: Json): string => {
  if (isList(value)) return `[${value.map(meaningOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${meaningOf(one)}`).join(',')}}`;
};

const LETTERS = '0123456789abcdefABCDEFghijxyzXYZ+/=\n "\\{}[],:—\u0000业';

const changedText = (random: Random, value: string): string => {
  const at = random.int(0, value.length);
  const letter = LETTERS.charAt(random.int(0, LETTERS.length - 1));
  switch (random.int(0, 7)) {
    case 0:
      return value.slice(0, at) + letter + value.slice(at);
    case 1:
      return value.slice(0, at) + value.slice(at + 1);
    case 2:
      return value.slice(0, at);
    case 3:
      return value.slice(at);
    case 4:
      return value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
    case 5:
      return value + value;
    case 6:
      return value.split('').reverse().join('');
    default:
      return value.slice(0, at) + letter + value.slice(at + 1);
  }
};

const changedNumber = (random: Random, value: number): Json =>
  random.pick([value + 1, value - 1, -value, 0, value * 10, value + 0.5, 2 ** 53, 1e21, String(value), null, [value]]);

const changedList = (random: Random, list: readonly Json[]): Json => {
  const [at, other] = [random.int(0, Math.max(0, list.length - 1)), random.int(0, Math.max(0, list.length - 1))];
  const [one, second] = [list.at(at) ?? null, list.at(other) ?? null];
  switch (random.int(0, 5)) {
    case 0:
      return list.filter((_, index) => index !== at);
    case 1:
      return [...list.slice(0, at), one, ...list.slice(at)];
    case 2:
      return list.map((value, index) => (index === at ? second : index === other ? one : value));
    case 3:
      return list.slice(0, at);
    case 4:
      return [...list, null];
    default:
      return Object.fromEntries(list.map((value, index) => [String(index), value]));
  }
};

const changedRecord = (random: Random, record: Readonly<Record<string, Json>>): Json => {
  const entries = Object.entries(record);
  if (entries.length === 0) return [];
  const [key] = random.pick(entries);
  const [, value] = random.pick(entries);
  switch (random.int(0, 4)) {
    case 0:
      return Object.fromEntries(entries.filter(([one]) => one !== key));
    case 1:
      return { ...record, [random.text(4)]: value };
    case 2:
      return Object.fromEntries(entries.map(([one, own]) => [one === key ? `${one}_` : one, own]));
    case 3:
      return { ...record, [key]: value };
    default:
      return entries.map(([, own]) => own);
  }
};

const changedHere = (random: Random, value: Json): Json => {
  if (random.chance(0.03)) return random.pick<Json>([null, true, 0, '', [], {}]);
  if (typeof value === 'string') return changedText(random, value);
  if (typeof value === 'number') return changedNumber(random, value);
  if (typeof value === 'boolean') return random.pick<Json>([!value, Number(value), String(value)]);
  if (value === null) return 0;
  return isList(value) ? changedList(random, value) : changedRecord(random, value);
};

/** One place of a file changed, whatever stands there; its meaning may by chance remain. */
export const mutateJson = (random: Random, value: Json): Json => {
  if (typeof value !== 'object' || value === null || random.chance(0.15)) return changedHere(random, value);
  const entries = Object.entries(value);
  if (entries.length === 0) return changedHere(random, value);
  const [key] = random.pick(entries);
  const changed = entries.map(([one, own]) => [one, one === key ? mutateJson(random, own) : own] as const);
  return isList(value) ? changed.map(([, own]) => own) : Object.fromEntries(changed);
};

/** One byte of the file's text changed; undefined if it is no JSON any more, which every reader refuses. */
export const mutateBytes = (random: Random, value: Json): Json | undefined => {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const at = random.int(0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
  try {
    return z.parse(z.json(), JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
};

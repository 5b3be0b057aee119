import * as z from 'zod/mini';
import { isoDate } from './time';
import { Instant, cut, text } from './schema';

const words = text(10);
const accepts = (value: string): boolean => z.safeParse(words, value).success;

it('refuses text of which nothing can be seen, or that is not well formed', () => {
  for (const value of ['', '  ', '\u200b', '\u3164\ufe0f', '\u202e', 'a\ud800', '\udc00', 'a\u0007']) {
    expect([value, accepts(value)]).toEqual([value, false]);
  }
  for (const value of ['王', '👨‍👩‍👧', 'ᠮᠣᠩᠭᠣᠯ', '1']) expect([value, accepts(value)]).toEqual([value, true]);
});

it('takes marks out that turn the reading direction', () => {
  expect(z.parse(words, '\u202e王\u2066小\u2069明 ')).toBe('王小明');
});

it('cuts without leaving half a character', () => {
  expect(cut('ab𠮷', 3)).toBe('ab');
  expect(cut('ab𠮷', 4)).toBe('ab𠮷');
  expect(cut('abcd', 3)).toBe('abc');
});

it('takes no instant whose date cannot be written', () => {
  const latest = 253_370_736_000_000;
  expect(z.safeParse(Instant, latest).success).toBe(true);
  expect(isoDate(latest)).toBe('9999-01-01');
  expect(z.safeParse(Instant, latest + 1).success).toBe(false);
});

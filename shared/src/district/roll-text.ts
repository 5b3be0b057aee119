/** Text as people type it into sheets, brought to one spelling. */

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
// Control characters and halves of characters: nothing that was written, and no store takes them. Line ends stay.
const BROKEN = /(?!\n)[\p{Cc}\p{Cs}]/gu;

/** Full-width letters, digits and signs become half-width; odd spaces become plain ones; ends trimmed. */
export const plainText = (raw: string): string =>
  raw
    .replace(INVISIBLE, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2002-\u200a\t]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(BROKEN, '')
    .replace(/^'/, '')
    .trim();

const DASHES = /[\u2010-\u2015\u2212\u2500\u30fc~_]/g;

/** Every dash people use becomes `-`. */
export const plainDashes = (plain: string): string => plain.replace(DASHES, '-');

/** What people write for "nothing here". */
export const isPlaceholder = (plain: string): boolean =>
  /^(?:[-/\\—.*?]*|无|暂无|没有|不详|未知|待定|待测|待测绘|待补|缺|空|N\/?A|NULL|#N\/A)$/i.test(plain);

const NUMERALS = '零一二三四五六七八九';

/** 二十三 → 23; undefined when the numeral is none we know. Reads up to 99. */
export const fromNumeral = (numeral: string): number | undefined => {
  const plain = numeral.replace(/〇/g, '零').replace(/两/g, '二');
  const match = /^(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === '') return undefined;
  const [, tens, ten, ones] = match;
  const unit = ones === undefined ? 0 : NUMERALS.indexOf(ones);
  if (ten === undefined) return unit;
  return (tens === undefined ? 1 : NUMERALS.indexOf(tens)) * 10 + unit;
};

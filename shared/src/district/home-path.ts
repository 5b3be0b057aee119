import type { HomeLabels } from './room-number';

/**
 * Ids of buildings, entrances and homes below a compound, made from their labels alone, so that the
 * same home has the same id in every file. Different plain labels never share a segment; the others
 * (甲, 商铺5, 2期3) go by a 36-bit hash, and an import refuses homes whose paths meet (`room-clash`).
 */

const SPECIAL = '甲乙丙丁戊己庚辛壬癸东西南北中';

/** FNV-1a over UTF-16 units in two lanes, folded to seven base-36 digits. */
const hash7 = (label: string): string => {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < label.length; i += 1) {
    const unit = label.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193) >>> 0;
    high = Math.imul(high ^ (unit + i), 0x85ebca6b) >>> 0;
    high = (high ^ (high >>> 13)) >>> 0;
  }
  const folded = (BigInt(high) << 32n) | BigInt(low);
  return (folded % 36n ** 7n).toString(36).padStart(7, '0');
};

/**
 * One label as at most eight of [0-9a-z]. `101` and `3a` stay themselves, `-101` is `n101`, 甲…中 are
 * `y1`…`y15`, everything else `z` and a hash; plain labels that would look like one of those are hashed.
 */
export const labelSegment = (label: string): string => {
  const plain = label.toLowerCase();
  if (/^[0-9a-z]{1,8}$/.test(plain) && !/^[yz]|^n\d/.test(plain)) return plain;
  if (/^-\d{1,7}$/.test(plain)) return `n${plain.slice(1)}`;
  const special = plain.length === 1 ? SPECIAL.indexOf(plain) : -1;
  return special >= 0 ? `y${String(special + 1)}` : `z${hash7(plain)}`;
};

/** `b3.e2.h501`, to be put behind the compound's id. */
export const homePath = ({ building, entrance, room }: HomeLabels): string =>
  `b${labelSegment(building)}.e${labelSegment(entrance)}.h${labelSegment(room)}`;

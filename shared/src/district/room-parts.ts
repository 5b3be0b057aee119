import { fromNumeral, plainDashes, plainText } from './roll-text';

/** The pieces room numbers are made of; `room-number.ts` puts them together. */

const STEM = '甲乙丙丁戊己庚辛壬癸';
const SIDE = '东西南北中';
/** The name of a building or an entrance at the end of a text. */
export const NAME = new RegExp(`(?<![A-Z\\d])(?:[A-Z]{0,2}\\d{1,4}[A-Z]?|[A-Z]{1,2}|[${STEM}${SIDE}])$`);
const ZONE = new RegExp(`([A-Z]|\\d{1,2}|[${STEM}${SIDE}])(期|区|组团)`);
// A yard of several counts only where no street stands before it: 解放路12号院 is an address.
const YARD = /^\d{1,2}号院$/;
const NUMERAL_BEFORE = /[零〇一二两三四五六七八九十]+(?=号|栋|幢|座|楼|单元|门|梯|层|期|区|组团|#)/g;
const STRONG_BUILDING = /-?(?:号楼|号栋|号幢|号座|#楼|栋楼?|幢楼?|座楼?)-?/;
const HASH_BUILDING = /#-?/;
/** Words that are part of a room’s name: 商铺5, 地下室12. */
export const TAG =
  '商铺|底商|商业|门市房?|门面房?|网点|铺面|铺|车库|车位|地下室|地下|储藏室|储藏间|储物间|杂物间|小房|阁楼|会所|幼儿园';
const WEAK_BUILDING = new RegExp(`-?(?:楼|号)-?(?!${TAG})(?=[^-\\s])`);
// 单元 names an entrance wherever it stands; 门 and 梯 only right after a name (not in 东门小区, 门市).
const ENTRANCES = [
  /-?单元门?-?/,
  new RegExp(`(?<=[\\dA-Z${STEM}]|[楼栋幢座#-][${SIDE}])(?:门洞|门(?![市面])|梯)-?`),
] as const;
export const TAG_ONLY = new RegExp(`^(?:${TAG})$`);
const ROOM = new RegExp(`^(${TAG})?(负|-)?([A-Z]{0,2})(\\d{1,5})?([A-Z]?)(东|西|南|北|中|左|右|上|下)?户?(${TAG})?$`);
// 地下室-5 is 地下室5.
const TAG_DASH = new RegExp(`(${TAG})-(?=\\d+\\D*$)`);
/** Put behind the names of building and entrance by `cut`. */
export const BUILDING_MARK = '\u0001';
export const ENTRANCE_MARK = '\u0002';

/** `0301` → `301`. */
export const withoutZeros = (label: string): string => label.replace(/^([A-Z]*)0+(?=\d)/, '$1');

/** Half-width, upper case, no spaces, digits for numerals that name a place: 一号楼 → 1号楼. */
export const canonical = (raw: string): string =>
  plainDashes(plainText(raw))
    .toUpperCase()
    .replace(/[\s"']/g, '')
    .replace(NUMERAL_BEFORE, (numeral) => String(fromNumeral(numeral) ?? numeral))
    .replace(/(?<=[楼栋幢座元门#])[.,](?=.)/g, '')
    .replace(TAG_DASH, '$1')
    // 1单元-1层12号: below ground, or the first floor behind a dash? No home can be told from it.
    .replace(/-(?=\d{1,2}层(?!\d{3}))/g, '-?')
    .replace(/负([一二三四五])/g, (_, numeral: string) => `负${String(fromNumeral(numeral))}`);

// Excel turns "1-12" into a date when it is typed in; reading its year as a building would invent homes.
export const looksLikeDate = (text: string): boolean => /^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}/.test(text);

const readName = (part: string): string | undefined => {
  const match = NAME.exec(part);
  return match ? withoutZeros(match[0]) : undefined;
};

const HAS_TAG = new RegExp(TAG);
const ONLY_SIDE = new RegExp(`^[${SIDE}${STEM}]$`);

/** `parts` up to and including the building's own; earlier ones (a phase, a block, an address) refine it. */
export const readBuilding = (parts: readonly string[]): string | undefined => {
  const last = parts.at(-1) ?? '';
  const match = NAME.exec(last);
  const before = last.slice(0, match?.index);
  if (!match || HAS_TAG.test(before)) return undefined;
  // 1号甲楼: a number that belongs to the name, and we cannot tell how.
  if (/^[A-Z\d]+号?$/.test(before)) return undefined;
  const zone = ZONE.exec(before) ?? YARD.exec(before);
  const refined = `${zone?.[0] ?? (ONLY_SIDE.test(before) ? before : '')}${withoutZeros(match[0])}`;
  const outer = parts.slice(0, -1).filter((part) => /[\dA-Z]/.test(part));
  const names = outer.map(readName);
  return names.includes(undefined) ? undefined : [...names, refined].join('-');
};

/** A whole entrance name: `2`, `甲`, `东`. */
export const readEntrance = (part: string): string | undefined =>
  NAME.exec(part)?.index === 0 && !/\d{3}/.test(part) ? withoutZeros(part) : undefined;

/** A room within its entrance: `101室` → `101`, `5号商铺` → `商铺5`, `负101` → `-101`. */
export const readInnerRoom = (raw: string): string | undefined => {
  const bare = raw
    .replace(/\(([^)]*)\)/g, (_, inner: string) => (TAG_ONLY.test(inner) ? inner : ''))
    .replace(new RegExp(`号(?=${TAG})`), '')
    .replace(/(?:室|号房?|房间|房|户室?)$/, (suffix, at: number, all: string) =>
      TAG_ONLY.test(all.slice(Math.max(0, at - 2))) ? suffix : '',
    );
  const floor = /^(负?\d{1,2})[层楼]-?(.+)$/.exec(bare);
  if (floor) {
    const inner = readInnerRoom(floor[2] ?? '');
    return inner === undefined || /^\d{3,}/.test(inner) ? inner : `${floor[1] ?? ''}层${inner}`;
  }
  // 12A01: the floor that is not called 13.
  if (/^\d{1,2}[A-Z]\d{2}$/.test(bare)) return bare;
  const match = ROOM.exec(bare);
  if (!match) return undefined;
  const [, tagBefore, minus, letters = '', digits, letterAfter = '', side = '', tagAfter] = match;
  const tag = tagBefore ?? tagAfter ?? '';
  if (digits === undefined && tag === '' && side === '') return undefined;
  return `${tag}${minus === undefined ? '' : '-'}${letters}${digits === undefined ? '' : withoutZeros(digits)}${letterAfter}${side}`;
};

/** A room that was parted, 301-2; two rooms written together, 101-102, are none. */
export const readPartedRoom = (parts: readonly string[]): string | undefined => {
  const [room = '', part = ''] = parts;
  return parts.length === 2 && /^\d{3,4}$/.test(room) && /^\d{1,2}$/.test(part)
    ? `${withoutZeros(room)}-${withoutZeros(part)}`
    : undefined;
};

/** Marks where a building's and an entrance's name end, then cuts into parts; `--101` keeps its minus. */
export const cut = (text: string): string[] => {
  const entrance = ENTRANCES.find((each) => each.test(text));
  const hit = entrance?.exec(text);
  const head = markBuilding(text.slice(0, hit?.index));
  const tail = hit ? `${ENTRANCE_MARK}-${text.slice(hit.index + hit[0].length)}` : '';
  return (
    (head + tail)
      // 1#2#301: the second # closes the entrance's name.
      .replace(/#-?/g, `${ENTRANCE_MARK}-`)
      .replace(/(?<=[^-])--(?=\d)/g, '-负')
      .split(/[-/\\]|(?<=\d)\.(?=\d)/)
      .filter((part, i, all) => part !== '' || (i > 0 && i < all.length - 1))
  );
};

const replaceAt = (text: string, hit: RegExpExecArray | undefined, by: string): string =>
  hit ? text.slice(0, hit.index) + by + text.slice(hit.index + hit[0].length) : text;

const hits = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(new RegExp(pattern, 'g'))];

/** 3号楼A座: the last marker closes the building's name, earlier ones part it. An address's 12号 is none. */
const markBuilding = (head: string): string => {
  const strong = hits(head, STRONG_BUILDING);
  if (strong.length > 0) {
    const marked = replaceAt(head, strong.at(-1), `${BUILDING_MARK}-`);
    return strong.length === 1 ? marked : marked.replace(new RegExp(STRONG_BUILDING, 'g'), '-');
  }
  const hash = hits(head, HASH_BUILDING)[0];
  return replaceAt(head, hash ?? hits(head, WEAK_BUILDING).at(-1), `${BUILDING_MARK}-`);
};

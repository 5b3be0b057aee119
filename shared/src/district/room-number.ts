import { fromNumeral, plainDashes, plainText } from './roll-text';

/**
 * Room numbers in the many spellings of property offices (1号楼1单元101室, 1栋1单元102, 1#1-103, 1-1-201,
 * 一号楼二单元…, A座1203, 3-501) read into one set of labels.
 */
export interface HomeLabels {
  readonly building: string;
  readonly entrance: string;
  readonly room: string;
}

/** What is known from elsewhere: own columns, or a section line such as `3号楼` above the rooms. */
export interface RoomContext {
  readonly building?: string | undefined;
  readonly entrance?: string | undefined;
}

const ONLY_ENTRANCE = '1';
const STEM = '甲乙丙丁戊己庚辛壬癸';
const SIDE = '东西南北中';
const NAME = new RegExp(`(?<![A-Z\\d])(?:[A-Z]{0,2}\\d{1,4}[A-Z]?|[A-Z]{1,2}|[${STEM}${SIDE}])$`);
const ZONE = new RegExp(`([A-Z]|\\d{1,2}|[${STEM}${SIDE}])(期|区|组团)`);
const NUMERAL_BEFORE = /[零〇一二两三四五六七八九十]+(?=号|栋|幢|座|楼|单元|门|梯|层|期|区|组团|#)/g;
const STRONG_BUILDING = /-?(?:号楼|号栋|号幢|号座|#楼|栋楼?|幢楼?|座楼?)-?/;
const HASH_BUILDING = /#-?/;
const TAG =
  '商铺|底商|商业|门市房?|门面房?|网点|铺面|铺|车库|车位|地下室|地下|储藏室|储藏间|储物间|杂物间|小房|阁楼|会所|幼儿园';
const WEAK_BUILDING = new RegExp(`-?(?:楼|号)-?(?!${TAG})(?=[^-\\s])`);
// 单元 names an entrance wherever it stands; 门 and 梯 only right after a name (not in 东门小区, 门市).
const ENTRANCES = [
  /-?单元门?-?/,
  new RegExp(`(?<=[\\dA-Z${STEM}]|[楼栋幢座#-][${SIDE}])(?:门洞|门(?![市面])|梯)-?`),
] as const;
const TAG_ONLY = new RegExp(`^(?:${TAG})$`);
const ROOM = new RegExp(`^(${TAG})?(负|-)?([A-Z]{0,2})(\\d{1,5})?([A-Z]?)(东|西|南|北|中|左|右|上|下)?户?(${TAG})?$`);
const BUILDING_MARK = '\u0001';
const ENTRANCE_MARK = '\u0002';

const withoutZeros = (label: string): string => label.replace(/^([A-Z]*)0+(?=\d)/, '$1');

const canonical = (raw: string): string =>
  plainDashes(plainText(raw))
    .toUpperCase()
    .replace(/[\s"']/g, '')
    .replace(NUMERAL_BEFORE, (numeral) => String(fromNumeral(numeral) ?? numeral))
    .replace(new RegExp(`(${TAG})-(?=\\d+(?:\\D*$))`), '$1')
    // 1单元-1层12号: below ground, or the first floor behind a dash? No home can be told from it.
    .replace(/-(?=\d{1,2}层(?!\d{3}))/g, '-?')
    .replace(/负([一二三四五])/g, (_, numeral: string) => `负${String(fromNumeral(numeral))}`);

// Excel turns "1-12" into a date when it is typed in; reading its year as a building would invent homes.
const looksLikeDate = (text: string): boolean => /^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}/.test(text);

const readName = (part: string): string | undefined => {
  const match = NAME.exec(part);
  return match ? withoutZeros(match[0]) : undefined;
};

const HAS_TAG = new RegExp(TAG);
const ONLY_SIDE = new RegExp(`^[${SIDE}${STEM}]$`);

/** `parts` up to and including the building's own; earlier ones (a phase, a block, an address) refine it. */
const readBuilding = (parts: readonly string[]): string | undefined => {
  const last = parts.at(-1) ?? '';
  const match = NAME.exec(last);
  const before = last.slice(0, match?.index);
  if (!match || HAS_TAG.test(before)) return undefined;
  const zone = ZONE.exec(before);
  const refined = `${zone ? `${zone[1] ?? ''}${zone[2] ?? ''}` : ONLY_SIDE.test(before) ? before : ''}${withoutZeros(match[0])}`;
  const outer = parts.slice(0, -1).filter((part) => /[\dA-Z]/.test(part));
  const names = outer.map(readName);
  return names.includes(undefined) ? undefined : [...names, refined].join('-');
};

const readEntrance = (part: string): string | undefined =>
  NAME.exec(part)?.index === 0 ? withoutZeros(part) : undefined;

/** A room within its entrance: `101室` → `101`, `5号商铺` → `商铺5`, `负101` → `-101`. */
const readInnerRoom = (raw: string): string | undefined => {
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
  const match = ROOM.exec(bare);
  if (!match) return undefined;
  const [, tagBefore, minus, letters = '', digits, letterAfter = '', side = '', tagAfter] = match;
  const tag = tagBefore ?? tagAfter ?? '';
  if (digits === undefined && tag === '' && side === '') return undefined;
  return `${tag}${minus === undefined ? '' : '-'}${letters}${digits === undefined ? '' : withoutZeros(digits)}${letterAfter}${side}`;
};

/** Marks where a building's and an entrance's name end, then cuts into parts; `--101` keeps its minus. */
const cut = (text: string): string[] => {
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

const labels = (
  building: string | undefined,
  entrance: string | undefined,
  room: string | undefined,
): HomeLabels | undefined =>
  building === undefined || entrance === undefined || room === undefined ? undefined : { building, entrance, room };

const unmark = (part: string): string => part.replace(/[\u0001\u0002]$/, '');

const readUnmarked = (parts: readonly string[], context: RoomContext): HomeLabels | undefined => {
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1) {
    const room = readInnerRoom(first);
    if (context.building !== undefined) return labels(context.building, context.entrance ?? ONLY_ENTRANCE, room);
    const tagged = room === undefined ? null : new RegExp(`^(${TAG})(.+)$`).exec(room);
    return tagged ? labels(tagged[1], ONLY_ENTRANCE, tagged[2]) : undefined;
  }
  if (parts.length === 2) {
    return context.building === undefined
      ? labels(readBuilding([first]), ONLY_ENTRANCE, readInnerRoom(second))
      : labels(context.building, readEntrance(first), readInnerRoom(second));
  }
  if (parts.length === 3) return labels(readBuilding([first]), readEntrance(second), readInnerRoom(third));
  if (parts.length === 4)
    return labels(readBuilding([first, second]), readEntrance(third), readInnerRoom(parts[3] ?? ''));
  return undefined;
};

/**
 * Reads a free-form room number. An entrance left out is entrance 1. Undefined if no home can be told
 * from it: never a guess between two homes.
 */
export const readRoom = (raw: string, context: RoomContext = {}): HomeLabels | undefined => {
  const text = canonical(raw);
  if (text === '' || text.length > 60 || looksLikeDate(text)) return undefined;
  const parts = cut(text.startsWith('-') ? `负${text.slice(1)}` : text);
  const entranceAt = parts.findIndex((part) => part.endsWith(ENTRANCE_MARK));
  if (entranceAt >= 0) {
    const before = parts.slice(0, entranceAt).map(unmark);
    const after = parts.slice(entranceAt + 1);
    const building = before.length === 0 ? context.building : readBuilding(before);
    if (after.length !== 1) return undefined;
    return labels(building, readEntrance(unmark(parts[entranceAt] ?? '')), readInnerRoom(after[0] ?? ''));
  }
  const buildingAt = parts.findIndex((part) => part.endsWith(BUILDING_MARK));
  if (buildingAt < 0) return readUnmarked(parts, context);
  const building = readBuilding(parts.slice(0, buildingAt + 1).map(unmark));
  const rest = parts.slice(buildingAt + 1);
  if (rest.length === 1) return labels(building, context.entrance ?? ONLY_ENTRANCE, readInnerRoom(rest[0] ?? ''));
  if (rest.length === 2) return labels(building, readEntrance(rest[0] ?? ''), readInnerRoom(rest[1] ?? ''));
  // 解放路12号3-2-501: the 号 was the address's.
  return rest.length === 3 ? readUnmarked(rest, {}) : undefined;
};

/** `3号楼` → building 3; `3号楼2单元` → building 3, entrance 2; `2` → building 2. For building columns and section lines. */
export const readBuildingCell = (raw: string): RoomContext | undefined => {
  const text = canonical(raw);
  if (text === '' || text.length > 40) return undefined;
  const parts = cut(text);
  const entranceAt = parts.findIndex((part) => part.endsWith(ENTRANCE_MARK));
  const marked = parts.some((part) => part.endsWith(BUILDING_MARK));
  if (entranceAt > 0 || (!marked && parts.length === 2)) {
    const at = entranceAt > 0 ? entranceAt : 1;
    const building = readBuilding(parts.slice(0, at).map(unmark));
    const entrance = readEntrance(unmark(parts[at] ?? ''));
    return building === undefined || entrance === undefined || parts.length !== at + 1
      ? undefined
      : { building, entrance };
  }
  // A bare name must be the whole cell, or any word with a digit at its end would be a building.
  const closed = parts.map(unmark).map((part) => part.replace(/[号楼]$/, ''));
  const building = readBuilding(closed);
  const whole = marked || TAG_ONLY.test(text) || (parts.length === 1 && NAME.exec(closed[0] ?? '')?.index === 0);
  if (TAG_ONLY.test(text)) return { building: text };
  return whole && building !== undefined ? { building } : undefined;
};

/** `2单元`, `二单元`, `东`, `2` → the entrance's label. */
export const readEntranceCell = (raw: string): string | undefined => {
  const text = canonical(`${raw.trim()}`)
    .replace(/(?:单元门?|门洞|门|梯)$/, '')
    .replace(/^[零〇一二两三四五六七八九十]+$/, (numeral) => String(fromNumeral(numeral) ?? numeral));
  const match = NAME.exec(text);
  return match?.index === 0 ? withoutZeros(text) : undefined;
};

/** `3` → 3号楼, `A` → A座, `商铺` stays. */
export const buildingName = (building: string): string =>
  /\d$/.test(building) ? `${building}号楼` : TAG_ONLY.test(building) ? building : `${building}座`;

/** `2` → 2单元. */
export const entranceName = (entrance: string): string => `${entrance}单元`;

/** The labels' name for people: `3号楼2单元501室`. */
export const homeName = ({ building, entrance, room }: HomeLabels): string =>
  `${buildingName(building)}${entranceName(entrance)}${room}${/^[0-9A-Z-]+$/.test(room) ? '室' : ''}`;

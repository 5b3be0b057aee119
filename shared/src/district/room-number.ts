import { fromNumeral } from './roll-text';
import {
  TAG,
  TAG_ONLY,
  NAME,
  BUILDING_MARK,
  ENTRANCE_MARK,
  canonical,
  looksLikeDate,
  readBuilding,
  readEntrance,
  readInnerRoom,
  cut,
  withoutZeros,
  readPartedRoom,
} from './room-parts';

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

const labels = (
  building: string | undefined,
  entrance: string | undefined,
  room: string | undefined,
): HomeLabels | undefined =>
  building === undefined || entrance === undefined || room === undefined ? undefined : { building, entrance, room };

const unmark = (part: string): string => part.replace(/[\u0001\u0002]$/, '');

const unroomed = (part: string): string => part.replace(/[室号户]$/, '');

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
      ? // 301-2 is as likely a parted room as building 301: a room has three digits, or says what it is.
        labels(readBuilding([first]), ONLY_ENTRANCE, /^\d{1,2}$/.test(second) ? undefined : readInnerRoom(second))
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
    const room = after.length === 1 ? readInnerRoom(after[0] ?? '') : readPartedRoom(after.map(unroomed));
    return labels(building, readEntrance(unmark(parts[entranceAt] ?? '')), room);
  }
  const buildingAt = parts.findIndex((part) => part.endsWith(BUILDING_MARK));
  if (buildingAt < 0) return readUnmarked(parts, context);
  const building = readBuilding(parts.slice(0, buildingAt + 1).map(unmark));
  const rest = parts.slice(buildingAt + 1);
  if (rest.length === 1) return labels(building, context.entrance ?? ONLY_ENTRANCE, readInnerRoom(rest[0] ?? ''));
  const parted = readPartedRoom(rest.map(unroomed));
  if (parted !== undefined) return labels(building, context.entrance ?? ONLY_ENTRANCE, parted);
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
  const text = canonical(raw)
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

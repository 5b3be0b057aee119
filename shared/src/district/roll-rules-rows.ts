import type {
  ColumnKind,
  RollIgnored,
  RollLayout,
  RollRejection,
  SheetRow,
  DOUBTS,
  HomeStatus,
  RollOwner,
} from './roll';
import { areaFault, isNoOwner, isTotalLabel, readArea, readStatus } from './roll-rules-cells';
import { namedCells } from './roll-header';
import { readOwners } from './roll-rules-owners';
import { isPlaceholder, plainText } from './roll-text';
import type { HomeLabels, RoomContext } from './room-number';
import { readBuildingCell, readEntranceCell, readRoom } from './room-number';
import { homePath } from './home-path';

/** A row that names a home, whatever else is wrong with it. */
export interface HomeRow extends HomeLabels {
  readonly line: number;
  readonly path: string;
  /** Undefined when the row gives none that may stand; `fault` then says why. */
  readonly area: number | undefined;
  readonly status: HomeStatus;
  readonly owners: readonly RollOwner[];
  readonly fault: RollRejection['why'] | undefined;
  readonly doubts: readonly (typeof DOUBTS)[number][];
}

export interface TotalRow {
  readonly line: number;
  readonly label: string;
  readonly area: number | undefined;
  readonly count: number | undefined;
}

export type ReadRow =
  | { readonly is: 'home'; readonly home: HomeRow; readonly filledDown: boolean }
  | { readonly is: 'rejected'; readonly line: number; readonly why: RollRejection['why'] }
  | { readonly is: 'ignored'; readonly line: number; readonly why: RollIgnored['why'] }
  | { readonly is: 'total'; readonly total: TotalRow }
  | { readonly is: 'section'; readonly line: number; readonly context: RoomContext };

export interface RowSettings {
  readonly columns: RollLayout['columns'];
  /** Digits the file's ID cells usually have. */
  readonly idWidth: number;
  /** With a building column but none for entrances, `3-501` may repeat the building: true if it always does. */
  readonly roomRepeatsBuilding: boolean;
}

export const cellOf = (row: SheetRow, columns: RollLayout['columns'], kind: ColumnKind): string => {
  const index = columns[kind];
  return index === undefined ? '' : plainText(row.cells[index] ?? '');
};

interface Placed {
  readonly labels: HomeLabels | undefined;
  readonly filledDown: boolean;
  readonly context: RoomContext;
}

/** Own cells first; blank building and entrance cells take what stands above them, as merged cells do when saved as CSV. */
const place = (row: SheetRow, { columns, roomRepeatsBuilding }: RowSettings, above: RoomContext): Placed => {
  const buildingCell = cellOf(row, columns, 'building');
  const entranceCell = cellOf(row, columns, 'entrance');
  const room = cellOf(row, columns, 'room');
  const own = buildingCell === '' ? above : readBuildingCell(buildingCell);
  const ownEntrance = entranceCell === '' ? undefined : readEntranceCell(entranceCell);
  const unreadable = own === undefined || (entranceCell !== '' && ownEntrance === undefined);
  // A new building starts without an entrance; the one above belongs to the building above.
  const sameBuilding = buildingCell === '' || own?.building === above.building;
  const entrance =
    ownEntrance ?? own?.entrance ?? (sameBuilding && columns.entrance !== undefined ? above.entrance : undefined);
  const context: RoomContext = { building: own?.building, entrance };
  const labels = readRoom(room, roomRepeatsBuilding ? {} : context);
  const denied =
    buildingCell !== '' && labels !== undefined && own?.building !== undefined && labels.building !== own.building;
  const filledDown =
    (columns.building !== undefined && buildingCell === '') ||
    (columns.entrance !== undefined && entranceCell === '' && entrance !== undefined);
  return { labels: unreadable || denied ? undefined : labels, filledDown, context };
};

/** Signatures, remarks and prepared empty rows: no area, no ID, no phone, and no room that could be somebody's home. */
const saysNoHome = (row: SheetRow, columns: RollLayout['columns']): boolean => {
  const room = cellOf(row, columns, 'room');
  const owner = cellOf(row, columns, 'owner');
  const noRoom = isPlaceholder(room) || (isPlaceholder(owner) && !/[\d一二三四五六七八九十]/.test(room));
  return (
    noRoom &&
    typeof readArea(cellOf(row, columns, 'area')) !== 'number' &&
    cellOf(row, columns, 'phone').replace(/\D/g, '').length < 7 &&
    cellOf(row, columns, 'idDigits').replace(/[^\dX]/gi, '').length < 4 &&
    distinct(row).length <= (isPlaceholder(owner) ? 3 : 2)
  );
};

const distinct = (row: SheetRow): string[] => [...new Set(row.cells.map(plainText).filter((cell) => cell !== ''))];

const totalOf = (row: SheetRow, columns: RollLayout['columns']): TotalRow | undefined => {
  const beside = new Set([columns.owner, columns.note, columns.phone, columns.idDigits]);
  const label = row.cells.find((cell, i) => !beside.has(i) && isTotalLabel(cell)) ?? distinct(row)[0] ?? '';
  if (!isTotalLabel(label)) return undefined;
  const area = readArea(cellOf(row, columns, 'area'));
  const counts = (['building', 'entrance', 'room'] as const).map((kind) =>
    /^共?(\d{1,6})(?:户|套|间)?$/.exec(cellOf(row, columns, kind)),
  );
  const count = counts.find((match) => match !== null)?.[1];
  return {
    line: row.line,
    label: plainText(label),
    area: typeof area === 'number' ? area : undefined,
    count: count === undefined ? undefined : Number(count),
  };
};

/** A line that says only `3号楼` or `3号楼2单元` and stands above its homes. */
export const section = (row: SheetRow): RoomContext | undefined => {
  const words = distinct(row);
  return words.length === 1 && !/^\d+$/.test(words[0] ?? '') ? readBuildingCell(words[0] ?? '') : undefined;
};

const readHome = (row: SheetRow, labels: HomeLabels, { columns, idWidth }: RowSettings): HomeRow => {
  const cell = (kind: ColumnKind): string => cellOf(row, columns, kind);
  const ownerCell = cell('owner');
  const status = readStatus({ sold: cell('sold'), delivered: cell('delivered'), note: cell('note'), owner: ownerCell });
  const area = readArea(cell('area'));
  const main = readOwners({ owner: ownerCell, idDigits: cell('idDigits'), phone: cell('phone') }, idWidth);
  const co = isPlaceholder(cell('coOwner'))
    ? undefined
    : readOwners({ owner: cell('coOwner'), idDigits: cell('coOwnerIdDigits'), phone: cell('coOwnerPhone') }, idWidth);
  const noOwner = isNoOwner(ownerCell);
  const owners = [...(noOwner ? [] : (main?.owners ?? [])), ...(co?.owners ?? [])];
  const areaWhy = typeof area === 'number' ? areaFault(area) : area;
  const ownerWhy = status === 'unsold' ? undefined : noOwner ? 'owner-missing' : main ? undefined : 'owner-unreadable';
  const doubts = status === 'unsold' ? [] : [...new Set([...(main?.doubts ?? []), ...(co?.doubts ?? [])])];
  return {
    line: row.line,
    ...labels,
    path: homePath(labels),
    area: areaWhy === undefined && typeof area === 'number' ? area : undefined,
    status,
    owners,
    fault: areaWhy ?? ownerWhy,
    doubts,
  };
};

/** Reads one row below the header. `above` is the place the rows before it stood in. */
export const readRow = (
  row: SheetRow,
  settings: RowSettings,
  above: RoomContext,
): ReadRow & { context?: RoomContext } => {
  const { columns } = settings;
  const { line } = row;
  if (distinct(row).length === 0) return { is: 'ignored', line, why: 'blank' };
  const total = totalOf(row, columns);
  if (total) return { is: 'total', total };
  if (namedCells(row) > 2) return { is: 'ignored', line, why: 'header' };
  const { labels, filledDown, context } = place(row, settings, above);
  if (labels) return { is: 'home', home: readHome(row, labels, settings), filledDown, context };
  const heading = section(row);
  if (heading) return { is: 'section', line, context: heading };
  if (saysNoHome(row, columns)) return { is: 'ignored', line, why: 'note' };
  return {
    is: 'rejected',
    line,
    why: isPlaceholder(cellOf(row, columns, 'room')) ? 'room-missing' : 'room-unreadable',
  };
};

import type {
  RollDoubt,
  RollFileWarning,
  RollHome,
  RollIgnored,
  RollLayout,
  RollPreview,
  RollRejection,
  Sheet,
  SheetRow,
} from './roll';
import { checkTotals } from './roll-rules-control';
import { sameOwners, totalsOf } from './roll-rules-heads';
import type { HomeRow, ReadRow, RowSettings, TotalRow } from './roll-rules-rows';
import { cellOf, readRow, section } from './roll-rules-rows';
import type { RoomContext } from './room-number';
import { readBuildingCell, readRoom } from './room-number';

/**
 * Reads a sheet as an owners' roll. Every row is accounted for once: as an accepted home, a rejected
 * row, a repeat (warned, kept once) or an ignored line. Nothing is guessed between two homes or two
 * people: what cannot be told is rejected or warned of.
 */

// The commonest length of the ID cells, so that zeros lost by a spreadsheet can be put back.
const usualIdWidth = (rows: readonly SheetRow[], columns: RollLayout['columns']): number => {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const digits = /^[0-9Xx]{4,6}$/.exec(cellOf(row, columns, 'idDigits'))?.[0];
    if (digits) counts.set(digits.length, (counts.get(digits.length) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
};

// Building 3, room 3-501: the room repeats its building if it does so in every row.
const repeatsBuilding = (rows: readonly SheetRow[], columns: RollLayout['columns']): boolean => {
  if (columns.building === undefined || columns.entrance !== undefined) return false;
  const pairs = rows.flatMap((row) => {
    const room = cellOf(row, columns, 'room');
    const building = readBuildingCell(cellOf(row, columns, 'building'))?.building;
    const alone = /^[^-]+-[^-]+$/.test(room) ? readRoom(room) : undefined;
    return alone && building !== undefined ? [{ building, said: alone.building }] : [];
  });
  return pairs.length > 0 && new Set(pairs.map(({ building }) => building)).size > 1
    ? pairs.every(({ building, said }) => building === said)
    : false;
};

interface Judged {
  readonly accepted: RollHome[];
  readonly rejected: RollRejection[];
  readonly warnings: RollDoubt[];
}

const toHome = ({ line, building, entrance, room, path, area, owners, status }: HomeRow): RollHome | undefined =>
  area === undefined ? undefined : { line, building, entrance, room, path, area, owners: [...owners], status };

const differentHomes = (a: HomeRow, b: HomeRow): boolean =>
  a.building !== b.building || a.entrance !== b.entrance || a.room !== b.room;

/** Why no row of one home may stand, if none may. */
const conflict = (rows: readonly HomeRow[]): RollRejection['why'] | undefined => {
  const [first, ...others] = rows;
  if (!first) return undefined;
  if (others.some((other) => differentHomes(first, other))) return 'room-clash';
  const owned = rows.filter(({ fault }) => fault !== 'owner-missing' && fault !== 'owner-unreadable');
  if (owned.some((other) => owned[0] && !sameOwners(owned[0], other))) return 'owner-conflict';
  const sound = rows.filter(({ fault }) => fault === undefined);
  if (sound.some(({ status }) => status !== sound[0]?.status)) return 'status-conflict';
  return sound.some(({ area }) => area !== sound[0]?.area) ? 'area-conflict' : undefined;
};

const byHome = (rows: readonly HomeRow[]): Map<string, HomeRow[]> => {
  const groups = new Map<string, HomeRow[]>();
  for (const row of rows) {
    const group = groups.get(row.path);
    if (group) group.push(row);
    else groups.set(row.path, [row]);
  }
  return groups;
};

const judge = (rows: readonly HomeRow[]): Judged => {
  const judged: Judged = { accepted: [], rejected: [], warnings: [] };
  for (const group of byHome(rows).values()) {
    const why = group.length > 1 ? conflict(group) : undefined;
    let kept = false;
    for (const row of group) {
      const fault = row.fault ?? why;
      const home = fault === undefined ? toHome(row) : undefined;
      if (fault !== undefined) judged.rejected.push({ line: row.line, why: fault });
      else if (home && kept) judged.warnings.push({ line: row.line, why: 'repeat' });
      else if (home) {
        kept = true;
        judged.accepted.push(home);
        judged.warnings.push(...row.doubts.map((doubt) => ({ line: row.line, why: doubt })));
      }
    }
  }
  return judged;
};

/** A home called undelivered that stands in the developer's own name was never sold. */
const withDeveloper = (rows: readonly HomeRow[]): HomeRow[] => {
  const developers = new Set(
    rows.filter((row) => row.status === 'unsold').flatMap((row) => row.owners.map(({ name }) => name)),
  );
  return rows.map((row) => {
    const own =
      row.owners.length === 0 ||
      row.owners.every(({ name, idDigits }) => idDigits === undefined && developers.has(name));
    if (row.status !== 'undelivered' || !own) return row;
    return { ...row, status: 'unsold', doubts: [], fault: row.fault === 'owner-missing' ? undefined : row.fault };
  });
};

const byLine = (a: { line: number }, b: { line: number }): number => a.line - b.line;

interface Sorted {
  readonly homes: HomeRow[];
  readonly totals: TotalRow[];
  readonly rejected: RollRejection[];
  readonly ignored: RollIgnored[];
  filledDown: number;
}

const sortRow = (sorted: Sorted, read: ReadRow): void => {
  if (read.is === 'home') {
    sorted.homes.push(read.home);
    if (read.filledDown) sorted.filledDown += 1;
  } else if (read.is === 'total') {
    sorted.totals.push(read.total);
    sorted.ignored.push({ line: read.total.line, why: 'total' });
  } else if (read.is === 'rejected') sorted.rejected.push({ line: read.line, why: read.why });
  else sorted.ignored.push({ line: read.line, why: read.is === 'section' ? 'section' : read.why });
};

/** One sheet per building: its name, or a line above the header, says which. */
const startOf = (sheet: Sheet, { headerLine }: RollLayout): RoomContext => {
  const titles = sheet.rows.filter(({ line }) => line < headerLine).map(section);
  return titles.findLast((title) => title !== undefined) ?? readBuildingCell(sheet.name) ?? {};
};

/** Rows of `sheet` under the layout's header → homes, refusals and warnings, each list in line order. */
export const readRoll = (sheet: Sheet, layout: RollLayout, others: readonly Sheet[] = []): RollPreview => {
  const body = sheet.rows.filter(({ line }) => line > layout.headerLine);
  const { columns } = layout;
  const settings: RowSettings = {
    columns,
    idWidth: usualIdWidth(body, columns),
    roomRepeatsBuilding: repeatsBuilding(body, columns),
  };
  const sorted: Sorted = { homes: [], totals: [], rejected: [], ignored: [], filledDown: 0 };
  for (const { line } of sheet.rows) {
    if (line < layout.headerLine) sorted.ignored.push({ line, why: 'before-header' });
    else if (line === layout.headerLine) sorted.ignored.push({ line, why: 'header' });
  }
  let above = startOf(sheet, layout);
  for (const row of body) {
    const read = readRow(row, settings, above);
    above = read.context ?? above;
    sortRow(sorted, read);
  }
  const { accepted, rejected, warnings } = judge(withDeveloper(sorted.homes));
  accepted.sort(byLine);
  const fileWarnings: RollFileWarning[] = [
    ...checkTotals(sorted.totals, accepted),
    ...(sorted.filledDown > 0 ? [{ why: 'blanks-filled-down' as const, count: sorted.filledDown }] : []),
    ...others.map(({ name, hidden, rows }) => ({ why: 'other-sheet' as const, name, hidden, rows: rows.length })),
  ];
  return {
    accepted,
    rejected: [...rejected, ...sorted.rejected].sort(byLine),
    warnings: warnings.sort(byLine),
    ignored: sorted.ignored.sort(byLine),
    totals: totalsOf(accepted),
    fileWarnings,
  };
};

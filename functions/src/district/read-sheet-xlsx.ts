import ExcelJS from 'exceljs';
import { SHEET_LIMITS, type Sheet, type SheetRow } from '@gongyi/shared/district/roll';
import { isRefusal, refuse, type Refusal } from '@gongyi/shared/kernel/refusal';
import { trimRows } from './read-sheet-rows';
import { unzip, zipStored, type ZipFile } from './read-sheet-zip';
import { cellText } from './read-sheet-cell';

/**
 * Reads xlsx workbooks. Of the package only the parts that carry cells are opened; merged ranges are
 * counted by us and clipped, since a file may merge 17 billion cells in one line.
 */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml|xl\/sharedStrings\.xml|xl\/styles\.xml)$/i;

// Everything on a sheet but its cells; several of these the library would expand cell by cell.
const NOT_CELLS = [
  'autoFilter',
  'mergeCells',
  'rowBreaks',
  'hyperlinks',
  'pageMargins',
  'dataValidations',
  'pageSetup',
  'headerFooter',
  'printOptions',
  'picture',
  'drawing',
  'sheetProtection',
  'tableParts',
  'conditionalFormatting',
  'extLst',
  'legacyDrawing',
];

const MOST_MERGED_RANGES = 20_000;

const tooLarge = (limit: string, most: number): Refusal => refuse('sheet-too-large', { limit, most });

const isSheet = ({ name }: ZipFile): boolean => /^xl\/worksheets\//i.test(name);

/** Row numbers and the number of cells, before a library is asked to hold them. */
const checkSheetXml = (xml: string): Refusal | undefined => {
  let cells = 0;
  for (const _ of xml.matchAll(/<(?:\w+:)?c[\s/>]/g)) cells += 1;
  if (cells > SHEET_LIMITS.cells) return tooLarge('cells', SHEET_LIMITS.cells);
  for (const [, row] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?\sr="([^"]*)"/g))
    if (!/^[1-9]\d{0,6}$/.test(row ?? '') || Number(row) > 1_048_576)
      return refuse('sheet-unreadable', { reason: 'rows' });
  for (const [, ref] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\sr="([^"]*)"/g))
    if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(ref ?? '')) return refuse('sheet-unreadable', { reason: 'cells' });
  return undefined;
};

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const mergedRanges = (xml: string): Range[] => {
  const ranges: Range[] = [];
  for (const match of xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
    const [, left = '', top = '', right = '', bottom = ''] = match;
    ranges.push({ top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) });
    if (ranges.length >= MOST_MERGED_RANGES) break;
  }
  return ranges;
};

/** Every cell of a merged range gets the words of its first one, within the rows and columns there are. */
const spread = (rows: readonly SheetRow[], ranges: readonly Range[]): SheetRow[] => {
  const byLine = new Map(rows.map(({ line, cells }) => [line, [...cells]]));
  const last = rows.at(-1)?.line ?? 0;
  let budget: number = SHEET_LIMITS.cells;
  for (const { top, left, bottom, right } of ranges) {
    const words = byLine.get(top)?.[left - 1] ?? '';
    if (words === '' || right < left) continue;
    for (let line = top; line <= Math.min(bottom, last); line += 1) {
      const cells = byLine.get(line) ?? [];
      for (let column = left; column <= Math.min(right, SHEET_LIMITS.columns) && budget > 0; column += 1) {
        while (cells.length < column) cells.push('');
        cells[column - 1] = words;
        budget -= 1;
      }
      byLine.set(line, cells);
    }
  }
  return [...byLine].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }));
};

const rowsOf = (worksheet: ExcelJS.Worksheet): SheetRow[] => {
  const rows: SheetRow[] = [];
  worksheet.eachRow((row, line) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      const words = cellText(cell);
      if (words === '') return;
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = words;
    });
    rows.push({ line, cells });
  });
  return rows;
};

const toSheet = (worksheet: ExcelJS.Worksheet, xml: string | undefined): Sheet | Refusal => {
  const own = rowsOf(worksheet);
  // Merging may only fill what the sheet has; a title merged to the far right must not make it too wide.
  const used = Math.max(0, ...own.map(({ cells }) => cells.length));
  const ranges = mergedRanges(xml ?? '').map((range) => ({ ...range, right: Math.min(range.right, used) }));
  const rows = trimRows(spread(own, ranges));
  return isRefusal(rows) ? rows : { name: worksheet.name, hidden: worksheet.state !== 'visible', rows };
};

export const readXlsx = async (bytes: Buffer): Promise<readonly Sheet[] | Refusal> => {
  const unzipped = unzip(bytes, (name) => PARTS.test(name));
  if ('fault' in unzipped)
    return unzipped.fault === 'too-large'
      ? tooLarge('inflated', SHEET_LIMITS.bytes)
      : refuse('sheet-unreadable', { reason: 'zip' });
  const xmls = new Map(unzipped.files.filter(isSheet).map(({ name, bytes: xml }) => [name, xml.toString('utf8')]));
  for (const xml of xmls.values()) {
    const refused = checkSheetXml(xml);
    if (refused) return refused;
  }
  const workbook = await open(zipStored(unzipped.files));
  if (!workbook) return refuse('sheet-unreadable', { reason: 'workbook' });
  const sheets: Sheet[] = [];
  for (const worksheet of workbook.worksheets) {
    const sheet = toSheet(worksheet, xmls.get(`xl/worksheets/sheet${String(worksheet.id)}.xml`));
    if (isRefusal(sheet)) return sheet;
    sheets.push(sheet);
  }
  return sheets;
};

const open = async (zip: Buffer): Promise<ExcelJS.Workbook | undefined> => {
  const workbook = new ExcelJS.Workbook();
  try {
    const exact = zip.buffer.slice(zip.byteOffset, zip.byteOffset + zip.byteLength);
    await workbook.xlsx.load(exact as ArrayBuffer, { ignoreNodes: NOT_CELLS });
    return workbook;
  } catch {
    // Whatever the library stumbles over, to its owner the file is simply not readable.
    return undefined;
  }
};

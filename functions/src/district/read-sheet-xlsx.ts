import ExcelJS from 'exceljs';
import { SHEET_LIMITS, type Sheet, type SheetRow } from '@gongyi/shared/district/roll';
import { plainText } from '@gongyi/shared/district/roll-text';
import { isRefusal, refuse, type Refusal } from '@gongyi/shared/kernel/refusal';
import { trimRows } from './read-sheet-rows';
import { unzip, zipStored, type ZipFile } from './read-sheet-zip';
import { cellText } from './read-sheet-cell';
import { mergedRanges, spread } from './read-sheet-merged';

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

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** The part each sheet of the workbook is written in, by the sheet's id: files are numbered otherwise. */
const sheetParts = (files: readonly ZipFile[]): Map<number, string> => {
  const textOf = (part: string): string => files.find(({ name }) => name === part)?.bytes.toString('utf8') ?? '';
  const relations = textOf('xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
  const targets = new Map(relations.map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const sheets = textOf('xl/workbook.xml').match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  return new Map(
    sheets.map((tag) => {
      const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
      return [Number(attribute(tag, 'sheetId')), `xl/${target.replace(/^\/?(?:xl\/)?/, '')}`];
    }),
  );
};

/** Never empty, and the same after a round through JSON and a form. */
const sheetName = ({ name, id }: ExcelJS.Worksheet): string =>
  Array.from(plainText(name)).slice(0, 40).join('').trim() || `Sheet${String(id)}`;

const toSheet = (worksheet: ExcelJS.Worksheet, xml: string | undefined): Sheet | Refusal => {
  const own = rowsOf(worksheet);
  // Merging may only fill what the sheet has; a title merged to the far right must not make it too wide.
  const used = Math.max(0, ...own.map(({ cells }) => cells.length));
  const ranges = mergedRanges(xml ?? '').map((range) => ({ ...range, right: Math.min(range.right, used) }));
  const rows = trimRows(spread(own, ranges));
  return isRefusal(rows) ? rows : { name: sheetName(worksheet), hidden: worksheet.state !== 'visible', rows };
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
  const parts = sheetParts(unzipped.files);
  const sheets: Sheet[] = [];
  for (const worksheet of workbook.worksheets) {
    const sheet = toSheet(worksheet, xmls.get(parts.get(worksheet.id) ?? ''));
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

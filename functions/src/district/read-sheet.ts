import { SHEET_LIMITS, type Sheet } from '@gongyi/shared/district/roll';
import { isRefusal, refuse, type Refusal } from '@gongyi/shared/kernel/refusal';

// The spreadsheet parts weigh more than all else the function loads, and hardly any call needs them.
const readXlsx = async (bytes: Buffer) => (await import('./read-sheet-xlsx')).readXlsx(bytes);
const readCsv = async (bytes: Buffer) => (await import('./read-sheet-csv')).readCsv(bytes);

/** The beginnings of files people mistake for xlsx or CSV: old xls, PDF, rar, gzip, 7z, PNG, JPEG. */
const OTHER_KINDS = ['d0cf11e0', '25504446', '52617221', '1f8b', '377abcaf', '89504e47', 'ffd8ff'];

/**
 * The sheets of an uploaded file, told apart by its bytes and not by its name.
 * Refusals: `sheet-unreadable` (facts.reason), `sheet-too-large` (facts.limit, facts.most). Never throws
 * for what a file holds.
 */
export const readSheets = async (file: Uint8Array): Promise<readonly Sheet[] | Refusal> => {
  if (file.byteLength > SHEET_LIMITS.bytes)
    return refuse('sheet-too-large', { limit: 'bytes', most: SHEET_LIMITS.bytes });
  if (file.byteLength === 0) return refuse('sheet-unreadable', { reason: 'empty' });
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = bytes.toString('hex', 0, 4);
  if (OTHER_KINDS.some((kind) => start.startsWith(kind))) {
    return refuse('sheet-unreadable', { reason: start === 'd0cf11e0' ? 'old-xls' : 'no-table' });
  }
  const sheets = await (start === '504b0304' ? readXlsx : readCsv)(bytes);
  if (isRefusal(sheets)) return sheets;
  return sheets.some(({ rows }) => rows.length > 0) ? sheets : refuse('sheet-unreadable', { reason: 'empty' });
};

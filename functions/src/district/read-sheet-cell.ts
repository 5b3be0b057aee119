import type ExcelJS from 'exceljs';

/** From here on a spreadsheet has lost digits (it keeps 15): the text must not look exact. */
const LOST = 1e15;

/** Numbers without float noise (88.10000000000001 → `88.1`); a format of zeros keeps its leading zeros. */
const numberText = (value: number, format: string | undefined): string => {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= LOST) return value.toExponential();
  const plain = Number(value.toPrecision(15));
  const text = Math.abs(plain) < 1e-6 && plain !== 0 ? plain.toFixed(10) : String(plain);
  return format !== undefined && /^0{2,}$/.test(format) && /^\d+$/.test(text)
    ? text.padStart(format.length, '0')
    : text;
};

// A sheet's dates have no zone; the library reads them as UTC, so its UTC parts are what the sheet shows.
const dateText = (value: Date): string => {
  if (Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
};

const textOf = (value: ExcelJS.CellValue, format: string | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : textOf(value.text, format);
  if ('formula' in value || 'sharedFormula' in value) return textOf(value.result, format);
  return '';
};

/** A cell's plain text: a formula's cached result, a date as `2026-11-23` or `2026-11-23 14:30`, an error as nothing. */
export const cellText = (cell: ExcelJS.Cell): string => textOf(cell.value, cell.numFmt);

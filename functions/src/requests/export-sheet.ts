import { EXPORT_HEADER, exportRow } from '@gongyi/shared/requests/export-table';
import type { BookLine } from '@gongyi/shared/requests/export-table';

const WIDTHS = [12, 20, 17, 12, 28, 20, 16, 17, 17, 10, 10];

/** The list as an xlsx; cells are plain text. The spreadsheet part is loaded only when asked for: it is heavy. */
export const exportSheet = async (lines: readonly BookLine[]): Promise<Uint8Array> => {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  // The library refuses many names; the office's own stands on the file.
  const sheet = book.addWorksheet('工单', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = WIDTHS.map((width) => ({ width, style: { numFmt: '@' } }));
  sheet.addRow([...EXPORT_HEADER]).font = { bold: true };
  for (const line of lines) sheet.addRow(exportRow(line));
  return new Uint8Array(await book.xlsx.writeBuffer());
};

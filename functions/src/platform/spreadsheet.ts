/** A sheet with a bold, frozen header; cells are plain text. The spreadsheet part is loaded only when asked for: it is heavy. */
export const spreadsheet = async (
  name: string,
  columns: readonly { readonly header: string; readonly width: number }[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> => {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  // The library refuses many names; the office's own stands on the file.
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@' } }));
  sheet.addRow(columns.map(({ header }) => header)).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

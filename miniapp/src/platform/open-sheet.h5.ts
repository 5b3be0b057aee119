/**
 * Saves a spreadsheet: its address says that it is to be kept, so the page stays where it is. A printable page
 * (PDF) is shown beside, by the browser's own reader, from which it is printed.
 */
export const openSheet = (url: string, fileType: 'xlsx' | 'pdf' = 'xlsx'): Promise<boolean> => {
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noopener';
  if (fileType === 'pdf') link.target = '_blank';
  link.click();
  return Promise.resolve(true);
};

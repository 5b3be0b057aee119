/** Saves a spreadsheet: its address says that it is to be kept, so the page stays where it is. */
export const openSheet = (url: string): Promise<boolean> => {
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noopener';
  link.click();
  return Promise.resolve(true);
};

/** Saves a file where the browser keeps downloads; its address says under which name. */
export const openFile = (url: string, fileName: string): Promise<boolean> => {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.rel = 'noopener';
  link.target = '_blank';
  link.click();
  return Promise.resolve(true);
};

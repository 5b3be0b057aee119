/** Saves a file where the browser keeps downloads. */
export const keepFromUrl = (url: string, fileName: string): Promise<boolean> => {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.rel = 'noopener';
  link.click();
  return Promise.resolve(true);
};

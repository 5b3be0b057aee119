/** Saves a small text file where the browser keeps downloads. */
export const keepFile = (name: string, words: string): Promise<boolean> => {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([words], { type: 'application/json' }));
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return Promise.resolve(true);
};

import { chooseFiles } from './choose-files.h5';
import type { PickedFile } from './photo-file';
import { SHEET_TYPE } from './photo-file';

/** A spreadsheet from the computer. */
export const pickSheet = async (): Promise<PickedFile | undefined> => {
  const [file] = await chooseFiles('.xlsx,.csv', false);
  if (!file) return undefined;
  const contentType = file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : SHEET_TYPE;
  // The name decides what it is sent as: browsers call the same file by several types.
  const path = URL.createObjectURL(file.slice(0, file.size, contentType));
  return { path, bytes: file.size, contentType, name: file.name };
};

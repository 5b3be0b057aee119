import { chooseFiles } from './choose-files.h5';

/** The words of a text file from this device; undefined when none was chosen. */
export const pickText = async (): Promise<string | undefined> => {
  const [file] = await chooseFiles('.json,application/json', false);
  return file?.text();
};

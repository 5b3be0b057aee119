import Taro from '@tarojs/taro';
import { SHEET_TYPE } from './photo-file';
import type { PickedFile } from './photo-file';

/** A spreadsheet out of a WeChat chat: that is where office files are on a phone. */
export const pickSheet = async (): Promise<PickedFile | undefined> => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] });
    const file = tempFiles[0];
    if (!file) return undefined;
    const contentType = file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : SHEET_TYPE;
    return { path: file.path, bytes: file.size, contentType, name: file.name };
  } catch {
    return undefined;
  }
};

import Taro from '@tarojs/taro';

/** Fetches a spreadsheet or a printable page and shows it, from where it can be kept or sent on. False if it could not be had. */
export const openSheet = async (url: string, fileType: 'xlsx' | 'pdf' = 'xlsx'): Promise<boolean> => {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return false;
    await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true });
    return true;
  } catch {
    return false;
  }
};

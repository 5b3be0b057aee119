import Taro from '@tarojs/taro';

/** Fetches a file that WeChat cannot show and hands it on to a chat, where it is kept. False if that failed. */
export const openFile = async (url: string, fileName: string): Promise<boolean> => {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return false;
    await Taro.shareFileMessage({ filePath: tempFilePath, fileName });
    return true;
  } catch {
    return false;
  }
};

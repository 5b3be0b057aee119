import Taro from '@tarojs/taro';

/** Fetches a file and hands it on to a chat, where it is kept (文件传输助手). False if it could not be had. */
export const keepFromUrl = async (url: string, fileName: string): Promise<boolean> => {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return false;
    await Taro.shareFileMessage({ filePath: tempFilePath, fileName });
    return true;
  } catch {
    return false;
  }
};

import Taro from '@tarojs/taro';

/** Hands a small text file on to a chat, where it is kept (文件传输助手); called in the tap itself. */
export const keepFile = async (name: string, words: string): Promise<boolean> => {
  try {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
    Taro.getFileSystemManager().writeFileSync(filePath, words, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName: name });
    return true;
  } catch {
    return false;
  }
};

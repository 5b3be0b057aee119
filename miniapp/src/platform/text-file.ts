import Taro from '@tarojs/taro';

/** The words of a text file out of a WeChat chat; undefined when none was chosen or it could not be read. */
export const pickText = async (): Promise<string | undefined> => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['json'] });
    const [file] = tempFiles;
    const words = file && Taro.getFileSystemManager().readFileSync(file.path, 'utf8');
    return typeof words === 'string' ? words : undefined;
  } catch {
    return undefined;
  }
};

import Taro from '@tarojs/taro';
import { JPEG_QUALITY, LONGEST_SIDE } from './photo-file';
import type { PickedFile } from './photo-file';

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject });
  });

const smaller = async (path: string): Promise<string> => {
  const { width, height } = await Taro.getImageInfo({ src: path });
  const wide = width >= height;
  const side = Math.min(LONGEST_SIDE, wide ? width : height);
  const { tempFilePath } = await Taro.compressImage({
    src: path,
    quality: JPEG_QUALITY * 100,
    ...(wide ? { compressedWidth: side } : { compressedHeight: side }),
  });
  return tempFilePath;
};

/** Photos from the camera or the album, made smaller. Empty when the person thinks better of it. */
export const pickPhotos = async (count: number): Promise<readonly PickedFile[]> => {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType: ['camera', 'album'] });
    return await Promise.all(
      tempFiles.map(async ({ tempFilePath }): Promise<PickedFile> => {
        // A picture the phone cannot make smaller is sent as it is.
        const path = await smaller(tempFilePath).catch(() => tempFilePath);
        const contentType = path.toLowerCase().endsWith('.png') ? 'image/png' : 'image/jpeg';
        return { path, bytes: await sizeOf(path), contentType, name: path.split('/').at(-1) ?? 'photo' };
      }),
    );
  } catch {
    return [];
  }
};

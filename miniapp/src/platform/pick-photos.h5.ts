import { chooseFiles } from './choose-files.h5';
import { JPEG_QUALITY, LONGEST_SIDE } from './photo-file';
import type { PickedFile } from './photo-file';

const smaller = async (file: File): Promise<Blob> => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  // Drawing anew also leaves the place and time behind that cameras write into files.
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('not drawn'))), 'image/jpeg', JPEG_QUALITY);
  });
};

/** Photos from the browser's dialog, made smaller. What cannot be read as a picture is left out. */
export const pickPhotos = async (count: number): Promise<readonly PickedFile[]> => {
  const files = (await chooseFiles('image/*', count > 1)).slice(0, count);
  const picked = await Promise.all(
    files.map(async (file): Promise<PickedFile | undefined> => {
      try {
        const blob = await smaller(file);
        return { path: URL.createObjectURL(blob), bytes: blob.size, contentType: 'image/jpeg', name: file.name };
      } catch {
        return undefined;
      }
    }),
  );
  return picked.filter((each) => each !== undefined);
};

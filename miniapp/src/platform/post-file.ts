import Taro from '@tarojs/taro';
import type { PickedFile } from './photo-file';

export interface SignedForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Sends a file by a signed form. Resolves whether the store took it. */
export const postFile = (form: SignedForm, file: PickedFile, onProgress: (part: number) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const task = Taro.uploadFile({
      url: form.url,
      filePath: file.path,
      name: 'file',
      formData: { ...form.fields },
      success: ({ statusCode }) => resolve(statusCode >= 200 && statusCode < 300),
      fail: () => resolve(false),
    });
    // Early versions of WeChat tell nothing on the way.
    if ('progress' in task) task.progress(({ progress }) => onProgress(progress / 100));
  });

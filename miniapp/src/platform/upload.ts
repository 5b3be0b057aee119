import { beginUpload } from '@gongyi/shared/media/contract';
import { call } from './api-client';
import type { Outcome } from './api-client';
import type { PickedFile } from './photo-file';
import { postFile } from './post-file';

/** Uploads one file: a signed form from the API, then the file to the store. The value is the media id. */
export const uploadFile = async (
  file: PickedFile,
  onProgress: (part: number) => void = () => undefined,
): Promise<Outcome<string>> => {
  const begun = await call(beginUpload, { body: { contentType: file.contentType, bytes: file.bytes } });
  if (!begun.ok) return begun;
  const stored = await postFile(begun.value, file, onProgress);
  return stored ? { ok: true, value: begun.value.mediaId } : { ok: false, unknown: true };
};

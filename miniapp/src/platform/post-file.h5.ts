import type { PickedFile } from './photo-file';
import type { SignedForm } from './post-file';

/** Sends a file by a signed form, told how far it is. Resolves whether the store took it. */
export const postFile = async (
  form: SignedForm,
  file: PickedFile,
  onProgress: (part: number) => void,
): Promise<boolean> => {
  const blob = await (await fetch(file.path)).blob();
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  // The store reads nothing after the file.
  body.append('file', blob, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(request.status >= 200 && request.status < 300));
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve(false));
    request.open('POST', form.url);
    request.timeout = 120_000;
    request.send(body);
  });
};

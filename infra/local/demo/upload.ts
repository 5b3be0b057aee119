import { beginUpload } from '@gongyi/shared/media/contract';
import type { MediaType } from '@gongyi/shared/media/contract';
import type { CastKey } from './cast';
import type { Telling } from './telling';

/** Uploads one file as a phone does: asks for the form, posts it to the store. Gives the file's id. */
export const upload = (
  { client, once, token }: Telling,
  step: string,
  who: CastKey,
  contentType: MediaType,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> =>
  once(
    step,
    () => ({ contentType, bytes: bytes.length }),
    async (body, name) => {
      const { mediaId, url, fields } = await client.send(beginUpload, { name, body, token: await token(who) });
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      form.append('file', new Blob([bytes], { type: contentType }));
      const stored = await fetch(url, { method: 'POST', body: form });
      if (!stored.ok) throw new Error(`upload: ${String(stored.status)} ${await stored.text()}`);
      return mediaId;
    },
  );

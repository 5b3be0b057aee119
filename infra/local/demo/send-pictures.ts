import type { CastKey } from './cast';
import { pictureOf } from './picture/scenes';
import type { Picture } from './picture/scenes';
import type { Telling } from './telling';
import { upload } from './upload';

interface Shown {
  readonly who: CastKey;
  readonly pictures?: Readonly<Record<string, readonly Picture[]>>;
}

/** Sends a beat's pictures and gives their ids by the body's fields. */
export const sendPictures = async (
  telling: Telling,
  step: string,
  { who, pictures }: Shown,
): Promise<Record<string, string[]>> => {
  const fields: Record<string, string[]> = {};
  for (const [field, list] of Object.entries(pictures ?? {})) {
    fields[field] = [];
    for (const [index, picture] of list.entries()) {
      const png = new Uint8Array(pictureOf(picture));
      fields[field].push(await upload(telling, `${step} ${field} ${String(index)}`, who, 'image/png', png));
    }
  }
  return fields;
};

import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { decide } from './media-store';

/** A person's decision on a photo: it outranks every machine's. The caller answers for their right to decide. */
export const setPhotoVerdict = async (
  mediaId: string,
  clear: boolean,
  decision: { readonly byId: string; readonly op: string },
): Promise<Refusal | undefined> =>
  (await decide(mediaId, clear, decision.byId, decision.op)).done ? undefined : refuse('photos-unknown');

import { HOUR } from '@gongyi/shared/kernel/time';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { beginUpload as route } from '@gongyi/shared/media/contract';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { mostBytes } from './media-item';
import type { Media } from './media-item';
import { createMedia } from './media-store';
import { uploadForm } from './files';

const UPLOADS_PER_HOUR = 200;

/** Gives out a form for one file. A retry gets a fresh form for the same file. */
export const beginUpload = async (
  { body }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const most = mostBytes(body.contentType);
  if (body.bytes > most) return refuse('body-too-large', { mostBytes: most });
  const spent = await spendAttempt(who.personId, 'upload', UPLOADS_PER_HOUR, HOUR, now, tryOf({ op, opHash }));
  if (spent) return spent;
  const media: Media = {
    id: op,
    ownerId: who.personId,
    contentType: body.contentType,
    bytes: body.bytes,
    state: 'pending',
    beganAt: now,
    usedBy: [],
  };
  if (!(await createMedia(media, opHash)).done) return refuse('key-reused');
  return { mediaId: media.id, ...(await uploadForm(media)) };
};

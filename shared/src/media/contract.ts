import * as z from 'zod/mini';
import { defineRoute } from '../kernel/define-route';
import { Id, Nothing } from '../kernel/schema';

/** Photos people may send, and sheets staff import. Sizes in bytes. */
export const MEDIA_TYPES = {
  'image/jpeg': { most: 10_485_760 },
  'image/png': { most: 10_485_760 },
  'image/webp': { most: 10_485_760 },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { most: 5_242_880 },
  'text/csv': { most: 5_242_880 },
} as const;
export type MediaType = keyof typeof MEDIA_TYPES;
export const mediaTypes = Object.keys(MEDIA_TYPES) as [MediaType, ...MediaType[]];

export const CHECK_STATES = ['pending', 'clear', 'person', 'held'] as const;
/**
 * `pending`: no verdict yet; `clear`: may be shown; `person`: a person must look; `held`: not shown.
 * Only `clear` is shown to anyone but the author; silence never clears.
 */
export const CheckState = z.enum(CHECK_STATES);
export type CheckState = z.output<typeof CheckState>;

export const beginUpload = defineRoute({
  id: 'media.begin-upload',
  method: 'POST',
  path: '/media',
  summary: 'Ask for a signed form to upload one file',
  access: 'signed-in',
  params: Nothing,
  query: Nothing,
  body: z.object({ contentType: z.enum(mediaTypes), bytes: z.int().check(z.minimum(1), z.maximum(10_485_760)) }),
  reply: z.object({ mediaId: Id, url: z.string(), fields: z.record(z.string(), z.string()) }),
  refusals: ['body-too-large'],
});

/** A photo in a reply: without `url` it is still being checked, or held. */
export const PhotoView = z.object({ mediaId: Id, state: CheckState, url: z.optional(z.string()) });
export type PhotoView = z.output<typeof PhotoView>;

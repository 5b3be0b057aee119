import * as z from 'zod/mini';
import { Id, Instant } from '@gongyi/shared/kernel/schema';
import { CheckState, MEDIA_TYPES, mediaTypes } from '@gongyi/shared/media/contract';

/** One uploaded file, from the form that was given out to the verdict on it. */
export const Media = z.object({
  id: Id,
  ownerId: Id,
  contentType: z.enum(mediaTypes),
  /** Size its owner announced; what came lies within the type's limit by the form's policy. */
  bytes: z.int(),
  state: CheckState,
  beganAt: Instant,
  /** When its first use found it uploaded, and which content that was. */
  uploadedAt: z.optional(Instant),
  etag: z.optional(z.string()),
  /** When that content was copied to where nobody can upload. */
  keptAt: z.optional(Instant),
  traceId: z.optional(z.string()),
  /** A person's decision; no later verdict of a machine changes it. */
  decidedById: z.optional(Id),
  /** Ids of what it is shown in. */
  usedBy: z._default(
    z.pipe(
      z.set(z.string()),
      z.transform((ids) => [...ids]),
    ),
    [],
  ),
});
export type Media = z.output<typeof Media>;

export const isPhoto = (media: Media): boolean => media.contentType.startsWith('image/');
export const mostBytes = (contentType: keyof typeof MEDIA_TYPES): number => MEDIA_TYPES[contentType].most;

import * as z from 'zod/mini';
import { verdictOf } from '../platform/wechat';
import { writeVerdict } from './check-store';
import { settle } from './media-store';

/** WeChat's event for a finished mediaCheckAsync (version 2). */
const MediaCheckEvent = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().check(z.minLength(1), z.maxLength(200)),
  errcode: z._default(z.int(), 0),
  result: z.optional(z.object({ suggest: z.string() })),
});

/**
 * Takes the verdict a pushed event brings; other events are passed over. Repeats change nothing, and a
 * verdict that comes before its question waits under its trace id.
 */
export const takeVerdict = async (event: unknown, now: number): Promise<void> => {
  const parsed = z.safeParse(MediaCheckEvent, event);
  if (!parsed.success) return;
  const { trace_id: traceId, errcode, result } = parsed.data;
  // A check that failed found nothing: a person looks.
  const told = errcode === 0 && result !== undefined ? verdictOf(result.suggest) : 'person';
  const { mediaId, verdict = told } = await writeVerdict(traceId, told, now);
  if (mediaId !== undefined) await settle(mediaId, verdict, `verdict-${traceId}`);
};

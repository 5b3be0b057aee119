import { MINUTE } from '@gongyi/shared/kernel/time';
import { log } from '../platform/log';
import { mediaCheckAsync } from '../platform/wechat';
import { writeQuestion } from './check-store';
import { looksLike } from './file-type';
import type { Media } from './media-item';
import { CHECK_AGAIN_MS, findMedia, markAsked, markKept, openidOf, settle } from './media-store';
import { stripMetadata } from './strip-metadata';
import { keep, readUpload, readUrl } from './files';

/** Without a verdict for this long a person must look; silence never clears. */
export const VERDICT_WITHIN_MS = 30 * MINUTE;

/**
 * Copies the picture to where nobody can replace it, without what its camera wrote beside it. False if it is
 * not what it was announced as, or no longer what it was when it was handed in.
 */
export const keepIfGenuine = async (media: Media, now: number): Promise<boolean> => {
  if (media.keptAt !== undefined) return true;
  const bytes = await readUpload(media);
  if (bytes === undefined || !looksLike(bytes, media.contentType)) return false;
  await keep(media, stripMetadata(bytes, media.contentType));
  await markKept(media.id, now);
  return true;
};

const ask = async (media: Media, now: number): Promise<void> => {
  const openid = await openidOf(media.ownerId);
  if (openid === undefined) {
    await settle(media.id, 'person', `unowned-${media.id}`);
    return;
  }
  const answer = await mediaCheckAsync(await readUrl({ ...media, keptAt: now }), openid);
  if (answer.ok) {
    await markAsked(media.id, answer.traceId, (media.uploadedAt ?? now) + VERDICT_WITHIN_MS);
    // The verdict may have come before we knew which picture its trace is about.
    const { verdict } = await writeQuestion(answer.traceId, media.id, now);
    if (verdict !== undefined) await settle(media.id, verdict, `verdict-${answer.traceId}`);
    return;
  }
  log.warn('photo not checked', { mediaId: media.id, cause: answer.cause, errcode: answer.errcode });
  // Refused (the owner was not active lately, for one): asking again would not help. Else the clock asks again.
  if (answer.cause === 'refused') await settle(media.id, 'person', `refused-${media.id}`);
};

/** One try at having a used photo checked. Safe to run again at any point. */
export const checkPhoto = async (mediaId: string, now: number): Promise<void> => {
  const media = await findMedia(mediaId);
  if (media?.uploadedAt === undefined || media.state !== 'pending' || media.traceId !== undefined) return;
  if (await keepIfGenuine(media, now)) await ask(media, now);
  else await settle(mediaId, 'held', `not-genuine-${mediaId}`);
};

/** When the clock should look again at a photo that still waits at `now`; undefined: it has waited enough. */
export const nextLook = (media: Pick<Media, 'uploadedAt' | 'traceId'>, now: number): number | undefined => {
  const end = (media.uploadedAt ?? 0) + VERDICT_WITHIN_MS;
  if (now >= end) return undefined;
  return media.traceId === undefined ? Math.min(end, now + CHECK_AGAIN_MS) : end;
};

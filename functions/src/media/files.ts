import type { Media } from './media-item';

/**
 * The files' store, loaded when a file is first touched: S3's client would be a third of every cold start,
 * and most calls touch no file.
 */
const store = () => import('./object-store');

export const uploadForm = async (media: Media) => (await store()).uploadForm(media);
export const findUpload = async (media: Media) => (await store()).findUpload(media);
export const readUpload = async (media: Media) => (await store()).readUpload(media);
export const keep = async (media: Media, bytes: Uint8Array) => (await store()).keep(media, bytes);
export const readUrl = async (media: Pick<Media, 'id' | 'ownerId' | 'keptAt'>) => (await store()).readUrl(media);

import type { MediaType } from '@gongyi/shared/media/contract';

/** A file on the device, ready to be sent. `path` also shows it. */
export interface PickedFile {
  readonly path: string;
  readonly bytes: number;
  readonly contentType: MediaType;
  readonly name: string;
}

/** Longest side of a photo that is sent, in pixels: a crack in a wall is still seen, 10 MB are not needed. */
export const LONGEST_SIDE = 1600;
export const JPEG_QUALITY = 0.82;

export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

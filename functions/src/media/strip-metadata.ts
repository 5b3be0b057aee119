import type { MediaType } from '@gongyi/shared/media/contract';

/**
 * A picture without what its camera wrote beside it: where and when it was taken, by which device. Phones
 * write the place into every photo, and a photo of a leak is a photo of somebody's home. The picture itself
 * is copied bit for bit; only which way is up is kept.
 */
const SOS = 0xda;
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION_TAG = 0x0112;

/** Application segments needed to show the colours right: JFIF, the colour profile, Adobe's transform. */
const KEPT_APPS: readonly number[] = [0xe0, 0xe2, 0xee];
const COMMENT = 0xfe;
const isMetadata = (marker: number): boolean =>
  marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && !KEPT_APPS.includes(marker));

/** EXIF's orientation, 1 to 8; 1 if it says none or cannot be read. */
const orientationOf = (segment: Buffer): number => {
  const tiff = segment.subarray(4 + EXIF.length);
  if (!segment.subarray(4).subarray(0, EXIF.length).equals(EXIF) || tiff.length < 14) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const ifd = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < u16(ifd); entry += 1) {
    const at = ifd + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (u16(at) === ORIENTATION_TAG) return Math.min(8, Math.max(1, u16(at + 8)));
  }
  return 1;
};

/** The smallest EXIF segment: one entry, the orientation. */
const orientationSegment = (orientation: number): Buffer => {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000' + '0000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([EXIF, tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const stripJpeg = (bytes: Buffer): Buffer => {
  const kept: Buffer[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== SOS) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) break;
    const segment = bytes.subarray(at, end);
    if (bytes[at + 1] === 0xe1 && orientation === 1) orientation = orientationOf(segment);
    if (!isMetadata(bytes[at + 1] ?? 0)) kept.push(segment);
    at = end;
  }
  const upright = orientation === 1 ? [] : [orientationSegment(orientation)];
  return Buffer.concat([bytes.subarray(0, 2), ...upright, ...kept, bytes.subarray(at)]);
};

const PNG_METADATA: readonly string[] = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];

const stripPng = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    if (!PNG_METADATA.includes(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
};

const WEBP_METADATA: readonly string[] = ['EXIF', 'XMP '];
/** In the flags of a VP8X chunk: EXIF and XMP follow. */
const WEBP_FLAGS = 0x08 | 0x04;

const stripWebp = (bytes: Buffer): Buffer => {
  const kept = [Buffer.from(bytes.subarray(0, 12))];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > bytes.length) break;
    const name = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (name === 'VP8X' && size > 0) chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_FLAGS, 8);
    if (!WEBP_METADATA.includes(name)) kept.push(chunk);
    at = end;
  }
  const whole = Buffer.concat([...kept, bytes.subarray(at)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
};

/** `bytes` begin as their type does (see `looksLike`); what cannot be read as segments is copied as it is. */
export const stripMetadata = (bytes: Uint8Array, contentType: MediaType): Uint8Array => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (contentType) {
    case 'image/jpeg':
      return stripJpeg(buffer);
    case 'image/png':
      return stripPng(buffer);
    case 'image/webp':
      return stripWebp(buffer);
    default:
      return bytes;
  }
};

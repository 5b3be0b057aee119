import fc from 'fast-check';
import { stripMetadata } from './strip-metadata';

const PLACE = 'GPS 41.03N 113.11E';
const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');
const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
/** EXIF in either byte order with an orientation and, in its tail, where the photo was taken. */
const exif = (orientation: number, order: 'II' | 'MM'): Buffer => {
  const le = order === 'II';
  const tiff = le
    ? hex(`49492a00 08000000 0100 1201 0300 01000000 ${String(orientation).padStart(2, '0')}000000 00000000`)
    : hex(`4d4d002a 00000008 0001 0112 0003 00000001 00${String(orientation).padStart(2, '0')}0000 00000000`);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(PLACE)]));
};
const SOI = Buffer.from([0xff, 0xd8]);
const JFIF = segment(0xe0, Buffer.from('JFIF\0'));
const ICC = segment(0xe2, Buffer.from('ICC_PROFILE\0'));
const TABLE = segment(0xdb, Buffer.alloc(65, 1));
const SCAN = Buffer.concat([hex('ffda0008010100003f00'), Buffer.from('picture'), hex('ffd9')]);
const jpeg = (...parts: Buffer[]): Buffer => Buffer.concat([SOI, ...parts, TABLE, SCAN]);
const strip = (bytes: Buffer, type: 'image/jpeg' | 'image/png' | 'image/webp' = 'image/jpeg'): Buffer =>
  Buffer.from(stripMetadata(bytes, type));

describe('a JPEG', () => {
  it('loses where it was taken and keeps its picture and colours', () => {
    const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${PLACE}`));
    const comment = segment(0xfe, Buffer.from(PLACE));
    expect(strip(jpeg(JFIF, exif(1, 'MM'), xmp, ICC, comment))).toEqual(jpeg(JFIF, ICC));
  });

  it.each(['II', 'MM'] as const)('keeps which way is up (%s)', (order) => {
    const stripped = strip(jpeg(exif(6, order)));
    expect(stripped.includes(PLACE)).toBe(false);
    // The segment that is left is itself read as orientation 6: stripping again keeps it.
    expect(strip(stripped)).toEqual(stripped);
    expect(stripped.subarray(2, 4)).toEqual(hex('ffe1'));
    // SOI 2, segment head 4, `Exif` 6, TIFF head 8, count 2, the entry's tag, type and count 8: its value.
    expect(stripped.subarray(30, 32)).toEqual(hex('0006'));
    expect(stripped.subarray(-SCAN.length)).toEqual(SCAN);
  });

  it('without anything beside it stays as it is', () => {
    expect(strip(jpeg(JFIF, ICC))).toEqual(jpeg(JFIF, ICC));
  });
});

const chunk = (name: string, body: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  return Buffer.concat([size, Buffer.from(name), body, Buffer.alloc(4)]);
};
const png = (...chunks: Buffer[]): Buffer => Buffer.concat([hex('89504e470d0a1a0a'), ...chunks]);

it('a PNG loses its texts and keeps its picture', () => {
  const [head, data, end] = [chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', Buffer.from('x')), chunk('IEND', hex(''))];
  const beside = ['eXIf', 'tEXt', 'iTXt'].map((name) => chunk(name, Buffer.from(PLACE)));
  expect(strip(png(head, ...beside, data, end), 'image/png')).toEqual(png(head, data, end));
});

const riff = (name: string, body: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)]);
};
const webp = (...chunks: Buffer[]): Buffer => riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));

it('a WebP loses its EXIF and says so in its head', () => {
  const before = webp(
    riff('VP8X', hex('2c000000 000000 000000')),
    riff('VP8 ', Buffer.from('pic')),
    riff('EXIF', Buffer.from(PLACE)),
  );
  const after = webp(riff('VP8X', hex('20000000 000000 000000')), riff('VP8 ', Buffer.from('pic')));
  expect(strip(before, 'image/webp')).toEqual(after);
});

it('any bytes at all are stripped without a fault, and never to more than an orientation longer', () => {
  const starts = { 'image/jpeg': 'ffd8ff', 'image/png': '89504e470d0a1a0a', 'image/webp': '524946460000000057454250' };
  const type = fc.constantFrom('image/jpeg' as const, 'image/png' as const, 'image/webp' as const);
  const pieces = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(exif(6, 'II'), exif(3, 'MM'), hex('ffe1'), hex('ffe1ffff')),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(type, pieces, (contentType, parts) => {
      const bytes = Buffer.concat([hex(starts[contentType]), ...parts]);
      expect(strip(bytes, contentType).length).toBeLessThanOrEqual(bytes.length + 36);
    }),
    { numRuns: 2000 },
  );
});

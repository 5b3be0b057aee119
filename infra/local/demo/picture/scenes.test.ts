import { inflateSync } from 'node:zlib';
import { pictureOf, SCENES } from './scenes';

const chunks = (png: Buffer): Map<string, Buffer> => {
  const found = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
};

describe.each(SCENES)('picture of %s', (scene) => {
  it('is a whole PNG, small enough to send many', () => {
    const png = pictureOf(`${scene}-broken`);
    const parts = chunks(png);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([...parts.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(parts.get('IHDR')?.readUInt32BE(0)).toBe(480);
    expect(inflateSync(parts.get('IDAT') ?? Buffer.alloc(0))).toHaveLength(360 * (480 * 3 + 1));
    expect(png.length).toBeLessThan(150_000);
  });

  it('looks different once mended', () => {
    expect(pictureOf(`${scene}-broken`).equals(pictureOf(`${scene}-mended`))).toBe(false);
  });
});

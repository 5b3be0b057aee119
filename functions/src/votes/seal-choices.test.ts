import { openChoices, privateKeyOf, publicBytesOf, sealChoices } from './seal-choices';

const key = privateKeyOf(Buffer.alloc(32, 5));
const bound = { voteId: 'v1', no: 7, version: 2 };
const plain = Buffer.from('for');

/** Sealed once and kept here: what was cast must open for as long as it may be counted again. */
const PUBLIC = '50a61409b1ddd0325e9b16b700e719e9772c07000b1bd7786e907c653d20495d';
const KEPT =
  'befb14205597018863c664d909ebc534b0aa165ce803096a07c35e1e250daf1becf5e2eed37f0546012930330bb03941c450bda2fdb98f7f9ea3a98ce26121';

it('opens what was sealed for the same vote, line and version, now and long ago', () => {
  expect(publicBytesOf(key).toString('hex')).toBe(PUBLIC);
  const sealed = sealChoices(publicBytesOf(key), bound, plain);
  expect(sealed).toHaveLength(32 + 12 + plain.length + 16);
  expect(openChoices(key, bound, sealed)).toEqual(plain);
  expect(openChoices(key, bound, Buffer.from(KEPT, 'hex'))).toEqual(plain);
});

it('seals the same choices differently each time', () => {
  const [one, other] = [1, 2].map(() => sealChoices(publicBytesOf(key), bound, plain));
  expect(one?.equals(other ?? Buffer.of())).toBe(false);
});

it.each([{ voteId: 'v2' }, { no: 8 }, { version: 1 }])('does not open it as %p', (other) => {
  expect(() => openChoices(key, { ...bound, ...other }, Buffer.from(KEPT, 'hex'))).toThrow();
});

it('does not open it with a byte changed anywhere, nor with another key', () => {
  for (let at = 0; at < KEPT.length / 2; at += 1) {
    const changed = Buffer.from(KEPT, 'hex');
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openChoices(key, bound, changed)).toThrow();
  }
  expect(() => openChoices(privateKeyOf(Buffer.alloc(32, 6)), bound, Buffer.from(KEPT, 'hex'))).toThrow();
});

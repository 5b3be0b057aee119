import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as fc from 'fast-check';
import { fromBase64, toBase64 } from './base64';
import { checkpointBody, parseCheckpoint, signedNote, signersOf, withLine, withSignatures } from './checkpoint';
import { keyIdOf, noteKeyOf } from './note-key';

/** The example of C2SP tlog-checkpoint. */
const EXAMPLE = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;

it('reads and writes the checkpoint of the specification', () => {
  const read = parseCheckpoint(EXAMPLE);
  expect(read?.checkpoint).toEqual({
    origin: 'example.com/behind-the-sofa',
    size: 20_852_163,
    root: '0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62',
  });
  expect(read?.signatures.map(({ name, keyId }) => [name, keyId])).toEqual([
    ['example.com/behind-the-sofa', '033de0ae'],
  ]);
  expect(read?.signatures[0]?.signature).toHaveLength(64);
  expect(EXAMPLE.startsWith(`${checkpointBody(read!.checkpoint)}\n`)).toBe(true);
});

it.each([
  ['no signature', EXAMPLE.slice(0, EXAMPLE.indexOf('—'))],
  ['no last newline', EXAMPLE.trimEnd()],
  ['no empty line', EXAMPLE.replace('\n\n', '\n')],
  ['a size with a nought before it', EXAMPLE.replace('20852163', '020852163')],
  ['a negative size', EXAMPLE.replace('20852163', '-1')],
  ['a short root', EXAMPLE.replace('CsUYapGG', '')],
  ['a root written otherwise', EXAMPLE.replace('q2I=', 'q2J=')],
  ['a line more', EXAMPLE.replace('\n\n', '\nmore\n\n')],
  ['a hyphen for the dash', EXAMPLE.replace('—', '-')],
  ['a space in the origin', EXAMPLE.replace('example.com', 'example com')],
])('refuses a note with %s', (_, note) => {
  expect(note).not.toBe(EXAMPLE);
  expect(parseCheckpoint(note)).toBeUndefined();
});

it('knows the key ids of the specification: Ed25519 by name and key', () => {
  // A published key of the note package: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
  const encoded = fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  const prefix = fromBase64('MCowBQYDK2VwAyEA');
  const key = noteKeyOf(toBase64(Uint8Array.from([...(prefix ?? []), ...(encoded?.slice(1) ?? [])])));
  expect(key?.type).toBe('ed25519');
  expect(bytesToHex(keyIdOf('PeterNeumann', key!))).toBe('c74f20a3');
  expect(bytesToHex(keyIdOf('PeterNeumann2', key!))).not.toBe('c74f20a3');
  expect(noteKeyOf('AAAA')).toBeUndefined();
});

it('adds a cosignature once, and leaves out what a receipt does not need', () => {
  const line = '— example.com/behind-the-sofa/party-branch AAAAAAAA\n';
  const both = withLine(EXAMPLE, line);
  expect(signersOf(both)).toEqual(['example.com/behind-the-sofa', 'example.com/behind-the-sofa/party-branch']);
  expect(withLine(both, line)).toBe(both);
  expect(withSignatures(both, (name) => !name.endsWith('party-branch'))).toBe(EXAMPLE);
  expect(parseCheckpoint(signedNote(EXAMPLE.slice(0, EXAMPLE.indexOf('\n\n') + 1), [line]))?.signatures).toHaveLength(
    1,
  );
});

it('writes base 64 in one way alone', () => {
  // RFC 4648, section 10.
  const published = {
    '': '',
    f: 'Zg==',
    fo: 'Zm8=',
    foo: 'Zm9v',
    foob: 'Zm9vYg==',
    fooba: 'Zm9vYmE=',
    foobar: 'Zm9vYmFy',
  };
  for (const [text, written] of Object.entries(published)) expect(toBase64(utf8ToBytes(text))).toBe(written);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  for (const text of ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AA=A', '====', 'AAA\n', 'AA-_', 'AAAA='])
    expect(fromBase64(text)).toBeUndefined();
});

import type { Random } from '../src/kernel/random-for-tests';
import { fromBase64, toBase64 } from '../src/votes/log/base64';
import type { VoteBundle } from '../src/votes/log/bundle';
import { logOrigin, signedNote, signersOf, withSignatures } from '../src/votes/log/checkpoint';
import { HOST, bundleFor, checkpointFor } from './bundle-for-tests';
import { ed25519Signer, p256Signer } from './keys-for-tests';
import type { VoteForTests } from './vote-for-tests';

/** What somebody could do who has the file and no key. Undefined where a bundle offers nothing to change. */
export type TamperFile = (random: Random, bundle: VoteBundle, vote: VoteForTests) => VoteBundle | undefined;

const STRANGERS = [ed25519Signer(), p256Signer()];
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

const linesOf = (note: string): string[] => note.slice(note.lastIndexOf('\n\n') + 2).split(/(?<=\n)/);
const bodyOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);

const integer = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const even = hex.padStart(hex.length + (hex.length % 2), '0');
  const bytes = Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
  return Buffer.concat([Buffer.of(2, bytes.length), bytes]);
};

/** The other way to write an ECDSA signature: good for every verifier that does not ask for the smaller s. */
const twinOf = (line: string): string | undefined => {
  const [dash = '', name = '', base64 = ''] = line.trimEnd().split(' ');
  const bytes = Buffer.from(fromBase64(base64) ?? []);
  const der = bytes.subarray(4);
  if (der[0] !== 0x30) return undefined;
  const cut = 4 + der.readUInt8(3);
  const s = BigInt(`0x${der.subarray(cut + 2).toString('hex')}`);
  const body = Buffer.concat([der.subarray(2, cut), integer(ORDER - s)]);
  return `${dash} ${name} ${toBase64(Buffer.concat([bytes.subarray(0, 4), Buffer.of(0x30, body.length), body]))}\n`;
};

export const FILE_TAMPERS: Readonly<Record<string, TamperFile>> = {
  'a leaf left out': (random, bundle) => {
    const at = random.int(0, bundle.leaves.length - 1);
    return { ...bundle, leaves: bundle.leaves.filter((_, index) => index !== at) };
  },
  'two leaves exchanged': (random, bundle) => {
    const [a, b] = [random.int(0, bundle.leaves.length - 1), random.int(0, bundle.leaves.length - 1)];
    const put = (at: number): number => (at === a ? b : at === b ? a : at);
    return a === b ? undefined : { ...bundle, leaves: bundle.leaves.map((_, at) => bundle.leaves.at(put(at)) ?? '') };
  },
  'the log cut off, with the checkpoint it had then': (random, bundle, vote) => {
    const size = random.int(1, bundle.leaves.length - 1);
    const checkpoint = checkpointFor(vote, bundle.leaves, size);
    return { ...bundle, leaves: random.chance(0.7) ? bundle.leaves.slice(0, size) : bundle.leaves, checkpoint };
  },
  'other words of a matter': (random, bundle) => ({
    ...bundle,
    leaves: bundle.leaves.map((leaf, at) =>
      at === 0 ? leaf.replace('是否同意', random.pick(['是否反对', '同意'])) : leaf,
    ),
  }),
  'a leaf written otherwise, and signed': (random, bundle, vote) => {
    const at = random.int(0, bundle.leaves.length - 1);
    const written = (leaf: string): string =>
      random.pick([
        leaf.replace(':', ': '),
        `${leaf}\n`,
        leaf.replace('{', '{"kind":"open",'),
        leaf.replace('"vote"', '"vot\\u0065"'),
      ]);
    return bundleFor(
      vote,
      bundle.leaves.map((leaf, index) => (index === at ? written(leaf) : leaf)),
    );
  },
  'signed by a stranger': (random, bundle, vote) => {
    const body = bodyOf(bundle.checkpoint);
    const stranger = random.pick(STRANGERS);
    const [, ...others] = linesOf(bundle.checkpoint);
    return {
      ...bundle,
      checkpoint: signedNote(body, [stranger.line(logOrigin(HOST, vote.open.vote), body), ...others]),
    };
  },
  'another key of the log': (random, bundle) => ({ ...bundle, logKey: random.pick(STRANGERS).publicKey }),
  'cosigned by a stranger': (random, bundle) => {
    const [name] = bundle.cosigned.length === 0 ? [] : [random.pick(bundle.cosigned)];
    if (name === undefined) return undefined;
    const body = bodyOf(bundle.checkpoint);
    const lines = linesOf(bundle.checkpoint).map((line) =>
      line.startsWith(`— ${name} `) ? random.pick(STRANGERS).line(name, body) : line,
    );
    return { ...bundle, checkpoint: signedNote(body, lines) };
  },
  'a cosignature taken away': (random, bundle) => {
    const all = signersOf(bundle.checkpoint).slice(1);
    if (all.length === 0) return undefined;
    const gone = random.pick(all);
    return { ...bundle, checkpoint: withSignatures(bundle.checkpoint, (name) => name !== gone) };
  },
  'the log’s signature taken away': (_, bundle, vote) => ({
    ...bundle,
    checkpoint: withSignatures(bundle.checkpoint, (name) => name !== logOrigin(HOST, vote.open.vote)),
  }),
  'one party’s signature for another’s': (random, bundle) => {
    const [one, other] = bundle.cosigned;
    if (bundle.cosigned.length < 2) return undefined;
    const swapped = (text: string): string =>
      text.replaceAll(`${one} `, '\u0000').replaceAll(`${other} `, `${one} `).replaceAll('\u0000', `${other} `);
    const checkpoint = swapped(bundle.checkpoint);
    return random.chance(0.5)
      ? { ...bundle, checkpoint, cosigned: signersOf(checkpoint).slice(1) }
      : { ...bundle, checkpoint };
  },
  'a signature written otherwise': (random, bundle) => {
    const lines = linesOf(bundle.checkpoint);
    const at = random.int(0, lines.length - 1);
    const twin = twinOf(lines.at(at) ?? '');
    return twin === undefined
      ? undefined
      : {
          ...bundle,
          checkpoint: signedNote(
            bodyOf(bundle.checkpoint),
            lines.map((line, index) => (index === at ? twin : line)),
          ),
        };
  },
  'a field more': (random, bundle) => ({ ...bundle, [random.text(3)]: random.int(0, 9) }),
};

import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import type { Party } from '../../district/organisation';
import { fromBase64, toBase64 } from './base64';
import { asLowDer } from './ecdsa-der';
import { Hash } from './leaf';
import { keyIdOf } from './note-key';
import type { NoteKey } from './note-key';

/**
 * Checkpoints in the form of C2SP tlog-checkpoint: origin, size and root of a log, signed as a note. The signed
 * text ends with the root's newline; an empty line and one line for each signature follow.
 */
export const Checkpoint = z.strictObject({
  origin: z.string().check(z.regex(/^[^\s+\p{C}]+$/u)),
  /** Leaves. */
  size: z.int().check(z.minimum(0)),
  root: Hash,
});
export type Checkpoint = z.output<typeof Checkpoint>;

export interface NoteSignature {
  /** Name of the key that signed. */
  readonly name: string;
  /** Its id: four bytes, hexadecimal. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** The text that is signed. */
  readonly body: string;
  readonly signatures: readonly NoteSignature[];
}

/** A vote's log, and the name of the key that signs it. `host` is the deployment's, as in the notice's address. */
export const logOrigin = (host: string, vote: string): string => `${host}/votes/${vote}`;

/** Name of a witness's key: the log's, and the party whose delegate holds it. */
export const witnessName = (origin: string, party: Party): string => `${origin}/${party}`;

/** The text that is signed: UTF-8, three lines. */
export const checkpointBody = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${toBase64(hexToBytes(root))}\n`;

/**
 * A signature's line: `— name base64(key id || signature)`.
 *
 * @param signature as its maker gives it: of Ed25519 64 bytes; of ECDSA DER (KMS) or `r || s` (WebCrypto)
 */
export const signatureLine = (name: string, key: NoteKey, signature: Uint8Array): string =>
  `— ${name} ${toBase64(concatBytes(keyIdOf(name, key), key.type === 'ed25519' ? signature : asLowDer(signature)))}\n`;

export const signedNote = (body: string, lines: readonly string[]): string => `${body}\n${lines.join('')}`;

const signatureOf = (line: string): NoteSignature | undefined => {
  const [, name = '', base64 = ''] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(base64);
  if (name === '' || bytes === undefined || bytes.length <= 4) return undefined;
  return { name, keyId: bytesToHex(bytes.slice(0, 4)), signature: bytes.slice(4) };
};

const LARGEST = 100_000;

/**
 * Reads a note; undefined if it is not a checkpoint with at least one signature. Says nothing of whether the
 * signatures are good: see `checkSignature`.
 */
export const parseCheckpoint = (note: string): SignedCheckpoint | undefined => {
  const parts = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]+)\n\n((?:[^\n]+\n)+)$/.exec(note.length > LARGEST ? '' : note);
  if (parts === null) return undefined;
  const [, origin = '', size = '', base64 = '', lines = ''] = parts;
  const root = fromBase64(base64);
  const read = Checkpoint.safeParse({ origin, size: Number(size), root: root && bytesToHex(root) });
  const signatures = lines.slice(0, -1).split('\n').map(signatureOf);
  if (!read.success || signatures.includes(undefined)) return undefined;
  return {
    checkpoint: read.data,
    body: checkpointBody(read.data),
    signatures: signatures.filter((one) => one !== undefined),
  };
};

/** Key names on a note, in their order. */
export const signersOf = (note: string): string[] => parseCheckpoint(note)?.signatures.map(({ name }) => name) ?? [];

/** The same note with the lines of `keep` alone: a receipt carries the log's, a bundle all. */
export const withSignatures = (note: string, keep: (name: string) => boolean): string => {
  const at = note.lastIndexOf('\n\n') + 2;
  const lines = note.slice(at).split('\n').slice(0, -1);
  return (
    note.slice(0, at) +
    lines
      .filter((line) => keep(line.split(' ')[1] ?? ''))
      .map((line) => `${line}\n`)
      .join('')
  );
};

/** A note with one more signature at its end; a key name signs once. */
export const withLine = (note: string, line: string): string =>
  signersOf(note).includes(line.split(' ')[1] ?? '') ? note : note + line;

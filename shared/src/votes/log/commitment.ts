import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { Choice } from '../ballot';
import { Hash, LineMark } from './leaf';

/** Every answer of a ballot in the order of the paper: a question's id (`m1`, or `m2.c3` for a candidate), and what was said. */
export const OpenedChoices = z.array(z.tuple([z.string(), Choice]));
export type OpenedChoices = z.output<typeof OpenedChoices>;

/** What opens a counted commitment after the close. */
export const Opening = z.strictObject({ line: LineMark, salt: Hash, choices: OpenedChoices });
export type Opening = z.output<typeof Opening>;

export interface Committed {
  readonly vote: string;
  readonly line: string;
  readonly version: number;
  /** 32 random bytes in hexadecimal, new for each version. */
  readonly salt: string;
  /** The answers as `canonicalChoices` writes them: the JSON text of `OpenedChoices`. */
  readonly choices: string;
}

/**
 * The commitment that stands in the log for a ballot: SHA-256 over the salt's 32 bytes and the lines
 * `gongyi-choices/1`, vote, line, version and answers, each ended by a newline. It fits this line and version
 * alone, so nobody can cast another's ballot again without knowing it.
 */
export const commitmentOf = ({ vote, line, version, salt, choices }: Committed): string =>
  bytesToHex(
    sha256(
      concatBytes(
        hexToBytes(salt),
        utf8ToBytes(`gongyi-choices/1\n${vote}\n${line}\n${String(version)}\n${choices}\n`),
      ),
    ),
  );

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RecordLine } from './record-line';

/**
 * The verifiable record: every step of what is recorded (a topic, a session, a vote) carries the fingerprint of the step before it, so
 * that none can be changed, left out or put in later without all the later fingerprints changing. Words and
 * people stand in it as hashes: what is hidden or forgotten later does not break the chain, and whoever sees
 * the words can check that they are the ones.
 */
export const fingerprintOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** How a person stands in the record of one topic or session. */
export const personMark = (subjectId: string, personId: string | undefined): string =>
  personId === undefined ? '' : fingerprintOf(`${subjectId}\n${personId}`).slice(0, 24);

/** The fingerprint of a line of the record of `subjectId`: over everything it says, in this order. */
export const lineFingerprint = (subjectId: string, line: Omit<RecordLine, 'fingerprint'>): string => {
  const facts = Object.entries(line.facts).sort(([a], [b]) => (a < b ? -1 : 1));
  return fingerprintOf(
    JSON.stringify([
      'gongyi-record-1',
      subjectId,
      line.rev,
      line.kind,
      line.at,
      line.by,
      line.as,
      line.wordsHash,
      line.photos,
      facts,
      line.earlier,
    ]),
  );
};

export type RecordCheck = { readonly ok: true } | { readonly ok: false; readonly rev: number; readonly why: string };

/**
 * Checks a whole record against the head its topic or session shows (revision and fingerprint of the last
 * step): the first line that does not fit, if any.
 */
export const checkRecord = (
  subjectId: string,
  lines: readonly RecordLine[],
  head: { readonly rev: number; readonly fingerprint: string },
): RecordCheck => {
  let earlier = '';
  for (const [index, line] of lines.entries()) {
    const bad = (why: string): RecordCheck => ({ ok: false, rev: index + 1, why });
    if (line.rev !== index + 1) return bad('missing');
    if (line.earlier !== earlier) return bad('earlier');
    if (lineFingerprint(subjectId, line) !== line.fingerprint) return bad('changed');
    earlier = line.fingerprint;
  }
  return lines.length === head.rev && earlier === head.fingerprint
    ? { ok: true }
    : { ok: false, rev: lines.length + 1, why: 'end' };
};

import * as fc from 'fast-check';
import { checkRecord, fingerprintOf, lineFingerprint } from './record';
import type { RecordLine } from './record-line';

const lines = (count: number): RecordLine[] => {
  const made: RecordLine[] = [];
  for (let rev = 1; rev <= count; rev += 1) {
    const line = {
      rev,
      kind: 'commented',
      at: 1_000 + rev,
      by: `p${String(rev % 3)}`,
      as: 'owner',
      wordsHash: fingerprintOf(`word ${String(rev)}`),
      photos: [],
      facts: { b: rev, a: true },
      earlier: made.at(-1)?.fingerprint ?? '',
    };
    made.push({ ...line, fingerprint: lineFingerprint('t1', line) });
  }
  return made;
};
const headOf = (record: readonly RecordLine[]) => ({
  rev: record.length,
  fingerprint: record.at(-1)?.fingerprint ?? '',
});

it('knows SHA-256', () => {
  expect(fingerprintOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('accepts an honest record, whatever the order in which facts were written', () => {
  const record = lines(6).map((line) => ({ ...line, facts: { a: true, b: line.rev } }));
  expect(checkRecord('t1', record, headOf(record))).toEqual({ ok: true });
});

it('finds every change of any field, every gap and every addition', () => {
  const record = lines(8);
  const changes = fc.constantFrom<Partial<RecordLine>>(
    { kind: 'accepted' },
    { at: 1 },
    { by: 'x' },
    { as: 'x' },
    { wordsHash: fingerprintOf('x') },
    { photos: ['m1'] },
    { facts: {} },
    { earlier: 'x' },
    { fingerprint: fingerprintOf('x') },
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 7 }),
      changes,
      fc.constantFrom('change', 'drop', 'double'),
      (at, change, how) => {
        const tampered = record.flatMap((line, index) => {
          if (index !== at) return [line];
          return how === 'change' ? [{ ...line, ...change }] : how === 'drop' ? [] : [line, line];
        });
        expect(checkRecord('t1', tampered, headOf(record)).ok).toBe(false);
      },
    ),
  );
});

it('finds a record cut off at its end, and one whose end was made anew', () => {
  const record = lines(5);
  expect(checkRecord('t1', record.slice(0, 4), headOf(record))).toEqual({ ok: false, rev: 5, why: 'end' });
  const line = { ...record[4], words: 'x', at: 9, earlier: record[3]?.fingerprint ?? '' } as RecordLine;
  const forged = [...record.slice(0, 4), { ...line, fingerprint: lineFingerprint('t1', line) }];
  expect(checkRecord('t1', forged, headOf(record)).ok).toBe(false);
});

it('does not take one topic’s record for another’s', () => {
  const record = lines(2);
  expect(checkRecord('t2', record, headOf(record)).ok).toBe(false);
});

import { signatureLine, signedNote, checkpointBody } from '@gongyi/shared/votes/log/checkpoint';
import { noteKeyOf } from '@gongyi/shared/votes/log/note-key';
import { leafHash } from '@gongyi/shared/votes/log/merkle';
import { treeOf } from '@gongyi/shared/votes/log/tree';
import { checkBeforeSigning } from './cosigning';

const ORIGIN = 'gongyi.example/votes/v1';
const LEAVES = Array.from({ length: 20 }, (_, at) => leafHash(`leaf ${String(at)}`));
const TREE = treeOf(LEAVES);
const KEY = noteKeyOf('MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=');

/** A note of the log; who signed it is the server's to prove, what it continues is checked here. */
const note = (size: number, root = TREE.root(size), origin = ORIGIN): string => {
  if (KEY === undefined) throw new Error('no key');
  return signedNote(checkpointBody({ origin, size, root }), [signatureLine(origin, KEY, new Uint8Array(64))]);
};
const seen = (size: number) => ({ origin: ORIGIN, size, root: TREE.root(size) });
const continuation = (from: number, to: number) => ({
  from: { size: from, root: TREE.root(from) },
  checkpoint: note(to),
  proof: TREE.consistency(from, to),
});

describe('what a delegate’s device checks before it signs', () => {
  it('begins with whatever checkpoint of this log it sees first', () => {
    expect(checkBeforeSigning(note(7), ORIGIN, undefined, undefined)).toMatchObject({
      ok: true,
      checkpoint: { size: 7 },
      body: checkpointBody({ origin: ORIGIN, size: 7, root: TREE.root(7) }),
    });
  });

  it('signs what continues the one it signed, at every size', () => {
    for (let from = 1; from < 20; from += 1)
      expect(checkBeforeSigning(note(20), ORIGIN, seen(from), continuation(from, 20)).ok).toBe(true);
  });

  it('signs the same again, but not another of the same length', () => {
    expect(checkBeforeSigning(note(7), ORIGIN, seen(7), undefined).ok).toBe(true);
    const other = treeOf([...LEAVES.slice(0, 6), leafHash('another')]).root();
    expect(checkBeforeSigning(note(7, other), ORIGIN, seen(7), undefined)).toEqual({ ok: false, fault: 'changed' });
  });

  it('never signs a shorter log, another log, or words that are no checkpoint', () => {
    expect(checkBeforeSigning(note(6), ORIGIN, seen(7), undefined)).toEqual({ ok: false, fault: 'shorter' });
    expect(checkBeforeSigning(note(9, TREE.root(9), 'x.example/votes/v2'), ORIGIN, undefined, undefined)).toEqual({
      ok: false,
      fault: 'other-log',
    });
    expect(checkBeforeSigning('hello', ORIGIN, undefined, undefined)).toEqual({ ok: false, fault: 'unreadable' });
  });

  it('never signs a longer log without a proof, with a wrong one, or with one that leads elsewhere', () => {
    const wrong = { ok: false, fault: 'proof-wrong' };
    expect(checkBeforeSigning(note(12), ORIGIN, seen(7), undefined)).toEqual(wrong);
    const { proof, ...rest } = continuation(7, 12);
    expect(checkBeforeSigning(note(12), ORIGIN, seen(7), { ...rest, proof: proof.slice(1) })).toEqual(wrong);
    expect(checkBeforeSigning(note(12), ORIGIN, seen(7), continuation(7, 13))).toEqual(wrong);
    expect(checkBeforeSigning(note(12), ORIGIN, seen(7), continuation(6, 12))).toEqual(wrong);
    const rewritten = treeOf([leafHash('rewritten'), ...LEAVES.slice(1)]);
    expect(
      checkBeforeSigning(note(12, rewritten.root(12)), ORIGIN, seen(7), {
        from: seen(7),
        checkpoint: note(12, rewritten.root(12)),
        proof: rewritten.consistency(7, 12),
      }),
    ).toEqual(wrong);
  });
});

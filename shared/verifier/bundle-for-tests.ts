import { BUNDLE_KIND, RECEIPT_KIND } from '../src/votes/log/bundle';
import type { Receipt, VoteBundle } from '../src/votes/log/bundle';
import {
  checkpointBody,
  logOrigin,
  signedNote,
  signersOf,
  withLine,
  witnessName,
  withSignatures,
} from '../src/votes/log/checkpoint';
import { leafText } from '../src/votes/log/leaf-text';
import { leafHash } from '../src/votes/log/merkle';
import { treeOf } from '../src/votes/log/tree';
import type { VoteForTests } from './vote-for-tests';

export const HOST = 'gongyi.example';

/** The checkpoint over the first `size` leaves, signed by the vote's log and cosigners. */
export const checkpointFor = (vote: VoteForTests, texts: readonly string[], size = texts.length): string => {
  const origin = logOrigin(HOST, vote.open.vote);
  const body = checkpointBody({ origin, size, root: treeOf(texts.map(leafHash)).root(size) });
  const lines = vote.cosigners.map(([party, signer]) => signer.line(witnessName(origin, party), body));
  return lines.reduce(withLine, signedNote(body, [vote.log.line(origin, body)]));
};

/** The bundle of a vote, its tree hashed and its checkpoint signed: whatever the vote says is signed. */
export const bundleFor = (vote: VoteForTests, leaves: string[] = vote.leaves.map(leafText)): VoteBundle => {
  const checkpoint = checkpointFor(vote, leaves);
  return {
    kind: BUNDLE_KIND,
    logKey: vote.log.publicKey,
    checkpoint,
    cosigned: signersOf(checkpoint).slice(1),
    leaves,
    roll: [...vote.roll],
    openings: [...vote.openings],
    results: vote.results,
    elections: vote.elections,
  };
};

/** The receipt of the ballot at `index`, as of a checkpoint over `size` leaves. */
export const receiptFor = (vote: VoteForTests, index: number, size: number): Receipt => {
  const texts = vote.leaves.map(leafText);
  const origin = logOrigin(HOST, vote.open.vote);
  return {
    kind: RECEIPT_KIND,
    leaf: texts[index] ?? '',
    index,
    size,
    proof: treeOf(texts.map(leafHash)).inclusion(index, size),
    checkpoint: withSignatures(checkpointFor(vote, texts, size), (name) => name === origin),
    logKey: vote.log.publicKey,
  };
};

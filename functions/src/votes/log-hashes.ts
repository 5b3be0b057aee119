import { leafHash } from '@gongyi/shared/votes/log/merkle';
import { treeOf } from '@gongyi/shared/votes/log/tree';
import type { Tree } from '@gongyi/shared/votes/log/tree';
import { getFile, putFile, voteFile } from './vote-file-store';
import { leafTexts } from './vote-log-store';

/**
 * Hashes of a log's leaves, 32 bytes each, as one file: a proof needs all of them, and a log only grows, so that a
 * file of more leaves serves for fewer. What the file has not yet is read leaf by leaf.
 */
const BYTES = 32;
const NAME = 'hashes';

const readHashes = async (voteId: string, size: number): Promise<string[]> => {
  const file = Buffer.from((await getFile(voteFile(voteId, NAME))) ?? []);
  const known = Math.min(size, Math.floor(file.length / BYTES));
  const hashes = Array.from({ length: known }, (_, index) =>
    file.subarray(index * BYTES, (index + 1) * BYTES).toString('hex'),
  );
  return [...hashes, ...(await leafTexts(voteId, known, size)).map(leafHash)];
};

/** Puts the hashes of `size` leaves into the file, before a checkpoint of this size is shown. */
export const keepHashes = async (voteId: string, size: number): Promise<void> => {
  const hashes = await readHashes(voteId, size);
  await putFile(voteFile(voteId, NAME), Buffer.from(hashes.join(''), 'hex'), 'application/octet-stream');
};

const MOST_KEPT = 8;
const kept = new Map<string, Promise<Tree>>();

/** The tree of a log's first `size` leaves. */
export const logTree = (voteId: string, size: number): Promise<Tree> => {
  const name = `${voteId} ${String(size)}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = readHashes(voteId, size).then(treeOf);
  made.catch(() => kept.delete(name));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, made);
  return made;
};

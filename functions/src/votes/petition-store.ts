import { getItems, putNew } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Signatures of a petition: one a head, whoever of its owners signed. */
export const signatureWrite = (
  voteId: string,
  head: string,
  by: { readonly personId: string; readonly at: number; readonly op: string },
): TransactItem => putNew({ ...keys.voteSignature(voteId, head), ...by });

/** Which of these heads have signed, and by which operation. */
export const signaturesOf = async (voteId: string, heads: readonly string[]): Promise<Map<string, string>> => {
  if (heads.length === 0) return new Map();
  const prefix = keys.voteSignature(voteId, '').sk;
  const items = await getItems(
    heads.map((head) => keys.voteSignature(voteId, head)),
    { consistent: true },
  );
  return new Map(items.map((item) => [String(item['sk']).slice(prefix.length), String(item['op'])]));
};

/** Every head of the asker's has signed. */
export const hasSigned = async (voteId: string, heads: readonly string[]): Promise<boolean> =>
  heads.length > 0 && (await signaturesOf(voteId, heads)).size === heads.length;

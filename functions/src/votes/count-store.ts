import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import { createOnce, queryAll } from '../platform/table';

/** Scrutineers' signatures under the counting of papers, once a person. */
const Signature = z.object({ personId: z.string(), at: z.int() });

export const signaturesOf = async (voteId: string): Promise<Map<string, number>> => {
  const items = await queryAll({ ...keys.ballotSignatures(voteId), consistent: true });
  return new Map(items.map((item) => z.parse(Signature, item)).map(({ personId, at }) => [personId, at]));
};

/** Done also when it was signed by the same operation before. */
export const signOnce = async (voteId: string, personId: string, at: number, op: string): Promise<boolean> =>
  (await createOnce({ ...keys.ballotSignature(voteId, personId), personId, at, opHash: op })).done;

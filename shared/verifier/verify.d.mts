/** Types of `verify.mjs` for those who import it; what each does stands there. */
export function verifyInclusion(claim: {
  leafHash: string;
  index: number;
  size: number;
  proof: string[];
  root: string;
}): boolean;
export function verifyConsistency(claim: {
  size1: number;
  size2: number;
  root1: string;
  root2: string;
  proof: string[];
}): boolean;
export function verifyBundle(bundle: unknown): Promise<{ ok: boolean; problems: string[] }>;

import type { ReservedMatter } from './matters';
import type { Scope, VoteResult, VoteStatus } from './vote';

/** What of a vote says whether the owners decided about their property company. */
export interface Decision {
  readonly status: VoteStatus;
  readonly scope: Scope;
  readonly matters: readonly { readonly id: string; readonly kind: ReservedMatter }[];
  readonly result?: Pick<VoteResult, 'questions'> | undefined;
}

/**
 * Whether the owners together, the whole compound, hired or dismissed a property company (Civil Code art. 278 para. 1
 * item 4, art. 946): by that alone one company hands over to the next (art. 949).
 */
export const decidesCompany = ({ status, scope, matters, result }: Decision): boolean =>
  status === 'published' &&
  scope.kind === 'compound' &&
  (result?.questions ?? []).some(
    ({ matterId, outcome }) =>
      outcome === 'passed' && matters.find(({ id }) => id === matterId)?.kind === 'property-company-hiring',
  );

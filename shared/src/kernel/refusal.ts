/**
 * Refusals: the answers by which a rule says no. A use case returns one; it never throws one.
 * Each code maps once to an HTTP status (here) and once to screen copy
 * (`miniapp/src/platform/refusal-copy.ts`).
 */
export const REFUSAL_STATUS = {
  'invalid-input': 400,
  'key-missing': 400,
  'cursor-invalid': 400,
  'sign-in-needed': 401,
  'privacy-consent-needed': 403,
  'phone-needed': 403,
  'not-found': 404,
  gone: 410,
  'body-too-large': 413,
  'key-reused': 422,
  'too-many-attempts': 429,
  'changed-meanwhile': 409,
  // people
  'wechat-code-refused': 400,
  'scan-code-expired': 410,
  'scan-code-used': 409,
  'grant-term-invalid': 422,
  'already-bound': 409,
  'claim-closed': 409,
  'claim-mismatch': 422,
  'binding-ended': 409,
  'invite-expired': 410,
  'person-unknown': 422,
  'role-not-givable': 422,
  // district
  'place-unknown': 422,
  'place-exists': 409,
  'organisation-unknown': 422,
  'sheet-unreadable': 422,
  'sheet-too-large': 422,
  'sheet-no-header': 422,
  'columns-incomplete': 422,
  'import-closed': 409,
  // requests
  'move-not-allowed': 409,
  'already-held': 409,
  'holder-unknown': 422,
  'holder-same': 422,
  'passed-before': 409,
  'duplicate-unknown': 422,
  'contact-not-given': 404,
  'person-not-in-organisation': 422,
  'until-not-future': 422,
  'deadline-passed': 409,
  'nudge-too-soon': 429,
  'own-request': 409,
  'already-joined': 409,
  'quote-not-open': 409,
  'proof-needed': 422,
  'photos-unknown': 422,
  'photo-limit': 422,
  'duplicate-of-itself': 422,
  'category-unknown': 422,
  'answers-incomplete': 422,
  // council
  'owners-decide': 422,
  'content-unchecked': 409,
  'own-topic': 409,
  'already-seconded': 409,
  'comment-unknown': 422,
  'topic-unknown': 422,
  'topic-not-ready': 409,
  'too-many-topics': 422,
  'task-unknown': 422,
  'party-not-yours': 409,
  'already-rated': 409,
  'notice-too-short': 422,
  'online-not-allowed': 422,
  'second-calling-unknown': 422,
  'not-a-delegate': 409,
  'already-a-delegate': 409,
  'too-many-delegates': 409,
  'seat-empty': 422,
  'sign-in-not-open': 409,
  'sign-in-code-wrong': 422,
  'already-signed-in': 409,
  'not-signed-in': 409,
  'not-yet': 409,
  'no-quorum': 409,
  'quorum-reached': 409,
  'item-running': 409,
  'item-not-open': 409,
  'position-missing': 409,
  'consensus-reached': 409,
  'vote-needed': 409,
  'not-agreed': 409,
  'already-confirmed': 409,
  'objection-unknown': 422,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSAL_STATUS;

/** Facts a screen needs to say why and what to do: never another person's data. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean>>;

export interface Refusal {
  readonly refused: RefusalCode;
  readonly facts: RefusalFacts;
}

export const refuse = (refused: RefusalCode, facts: RefusalFacts = {}): Refusal => ({ refused, facts });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && 'facts' in value;

export const isRefusalCode = (value: string): value is RefusalCode => Object.hasOwn(REFUSAL_STATUS, value);

import { giveConsent } from '@gongyi/shared/people/contract';
import type { Me } from '@gongyi/shared/people/contract';
import { call } from './api-client';
import type { Outcome } from './api-client';
import { setMe } from './session';

/** The version of the privacy words shown (see `privacy-words.ts`). A new version is asked for anew. */
export const PRIVACY_VERSION = '2026-11';

export const privacyGiven = (me: Me | undefined): boolean =>
  me?.consents.some((consent) => consent.kind === 'privacy' && consent.given && consent.version === PRIVACY_VERSION) ??
  false;

export const givePrivacyConsent = async (): Promise<Outcome<Me>> => {
  const outcome = await call(giveConsent, { body: { kind: 'privacy', given: true, version: PRIVACY_VERSION } });
  if (outcome.ok) setMe(outcome.value);
  return outcome;
};

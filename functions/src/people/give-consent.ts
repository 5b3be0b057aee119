import type { giveConsent as route, Consent, Me } from '@gongyi/shared/people/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { meOf } from './me';
import { editPerson } from './person-store';

/** The latest word on each kind stands, with its time and the version of the text that was shown. */
export const giveConsent = async (
  { body }: RouteInput<typeof route>,
  { who, now, op }: Call,
): Promise<Me | Refusal> => {
  const consent: Consent = { ...body, at: now };
  const changed = await editPerson(who.personId, op, ({ consents }) => ({
    consents: [...consents.filter(({ kind }) => kind !== consent.kind), consent],
  }));
  return changed ? meOf(who.personId, now) : refuse('not-found');
};

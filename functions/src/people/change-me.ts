import type { changeMe as route, Me } from '@gongyi/shared/people/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { meOf } from './me';
import { editPerson } from './person-store';

/** Text size and elder mode may be set before any consent; a name is personal. */
export const changeMe = async ({ body }: RouteInput<typeof route>, { who, now, op }: Call): Promise<Me | Refusal> => {
  if (body.name !== undefined && !who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  return (await editPerson(who.personId, op, () => body)) ? meOf(who.personId, now) : refuse('not-found');
};

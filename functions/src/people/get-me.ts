import type { getMe as route, Me } from '@gongyi/shared/people/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { meOf } from './me';

/** The subject of this and the other `/me` routes is the asker, whom `person.read-own` always allows. */
export const getMe = (_input: RouteInput<typeof route>, { who, now }: Call): Promise<Me | Refusal> =>
  meOf(who.personId, now);

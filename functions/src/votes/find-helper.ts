import type { findHelper as route } from '@gongyi/shared/votes/contract';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import { findPersonByPhone, maskName, namesOf } from '../people/public';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';

/** Few, for the answer tells whose number it is. */
const MOST_AN_HOUR = 20;

/**
 * Who has bound a number, to be named in a notice or sent to doors: somebody the asker already knows, whom the masked
 * name confirms and does not reveal.
 */
export const findHelper = async (
  { params, body }: RouteInput<typeof route>,
  call: Call,
): Promise<{ personId: string; name: string } | Refusal> => {
  const { who, now } = call;
  if (standingFor(who, 'vote.prepare', { placeId: params.compoundId }, now) === undefined) return refuse('not-found');
  const spent = await spendAttempt(who.personId, 'find-helper', MOST_AN_HOUR, HOUR, now, tryOf(call));
  if (spent !== undefined) return spent;
  const person = await findPersonByPhone(body.phone, now);
  const name = person === undefined ? undefined : (await namesOf([person.personId])).get(person.personId);
  return person === undefined || name === undefined
    ? refuse('person-unknown')
    : { personId: person.personId, name: maskName(name) };
};

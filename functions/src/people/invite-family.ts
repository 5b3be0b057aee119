import type { inviteFamily as route } from '@gongyi/shared/people/contract';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import { derivedId } from '../platform/idempotency';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { newInvitation } from './invitation-store';
import { secretFrom } from './session-store';

/** Sixty bits, short enough to read out; tries are counted where it is used. */
const CODE_LENGTH = 12;
const MOST_A_DAY = 20;

export const inviteFamily = async (
  { params: { homeId }, body }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!may(who, 'home.invite-family', { homeId, placeId: homeId }, now)) return refuse('not-found');
  const own = who.homes.find((home) => home.homeId === homeId);
  if (own === undefined) return refuse('not-found');
  const until = body.relation === 'tenant' ? body.until : undefined;
  if (until !== undefined && until <= now) return refuse('until-not-future');
  const spent = await spendAttempt(who.personId, 'invite-family', MOST_A_DAY, DAY, now, tryOf({ op, opHash }));
  if (spent) return spent;
  const code = derivedId(await secretFrom('invitation', op)).slice(0, CODE_LENGTH);
  const invitation = {
    homeId,
    homeName: own.homeName,
    ...(own.gridId === undefined ? {} : { gridId: own.gridId }),
    relation: body.relation,
    ...(until === undefined ? {} : { until }),
    invitedBy: who.personId,
  };
  const expiresAt = await newInvitation(code, invitation, opHash, now);
  return expiresAt === undefined ? refuse('key-reused') : { code, expiresAt };
};

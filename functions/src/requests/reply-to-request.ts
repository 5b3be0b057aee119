import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { HOUR } from '@gongyi/shared/kernel/time';
import type { replyToRequest as route } from '@gongyi/shared/requests/contract';
import { replied } from '@gongyi/shared/requests/effects-resident';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';
import { withPhotos } from './with-photos';

/** On one request: everybody who joined hears of each, and the timeline holds them all. */
const MOST_AN_HOUR = 30;

/** Writes to each other. The holder's first words are its first answer. */
export const replyToRequest = async ({ params, body }: RouteInput<typeof route>, call: Call) => {
  const { who, now } = call;
  const spent = await spendAttempt(who.personId, `reply.${params.requestId}`, MOST_AN_HOUR, HOUR, now, tryOf(call));
  if (spent) return spent;
  return makeMove({ verb: 'reply', requestId: params.requestId, rev: body.rev }, call, (request, standing) =>
    withPhotos(replied(request, body, standing.organisationId === request.holderId, now), request.id, call),
  );
};

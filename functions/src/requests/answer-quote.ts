import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { answerQuote as route } from '@gongyi/shared/requests/contract';
import { priceAnswered } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** Accepts or refuses the price. */
export const answerQuote = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'answer-quote', requestId: params.requestId, rev: body.rev }, call, (request) =>
    priceAnswered(request, body.accepted),
  );

import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { quoteRequest as route } from '@gongyi/shared/requests/contract';
import { quoted } from '@gongyi/shared/requests/effects-work';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** Offers a price before paid work. */
export const quoteRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'quote', requestId: params.requestId, rev: body.rev }, call, (request) =>
    quoted(request, { fen: body.fen, words: body.words }, call.now),
  );

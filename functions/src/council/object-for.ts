import type { objectForSomebody as route } from '@gongyi/shared/council/contract';
import { objected } from '@gongyi/shared/council/notice-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { maskName } from '../people/public';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';

/** The community enters an objection that was handed in on paper; it is answered like any other. */
export const objectFor = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'object-for', sessionId: params.sessionId, rev: body.rev }, call, (session) =>
    objected(session, { words: body.words, signature: maskName(body.signature), onPaper: true }, call.now),
  );

import { refuse } from '@gongyi/shared/kernel/refusal';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { passOn as route } from '@gongyi/shared/requests/contract';
import { passedOn } from '@gongyi/shared/requests/effects-desk';
import { decides } from '@gongyi/shared/requests/holder-rules';
import { serving } from '../district/public';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';
import { holderCard } from './serving';

/** Not ours: names whose it is, and it moves there. Only those who serve its compound can be named. */
export const passOn = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'pass-on', requestId: params.requestId, rev: body.rev }, call, async (request) => {
    const cards = await serving(request.compoundId);
    const to = cards.find(({ id }) => id === body.toOrganisationId);
    if (to === undefined) return refuse('holder-unknown');
    const { kind } = await holderCard(request);
    const committee = cards.find((card) => card.kind === 'committee-of-residents');
    return passedOn(request, { to, reason: body.reason, decides: decides(kind), committee }, call.now);
  });

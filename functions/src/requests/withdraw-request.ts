import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { withdrawRequest as route } from '@gongyi/shared/requests/contract';
import { withdrawn } from '@gongyi/shared/requests/effects-resident';
import type { Call } from '../platform/router';
import { makeMove } from './make-move';

/** Its filer takes it back. */
export const withdrawRequest = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeMove({ verb: 'withdraw', requestId: params.requestId, rev: body.rev }, call, withdrawn);

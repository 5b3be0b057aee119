import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { listMine as route } from '@gongyi/shared/requests/contract';
import type { Call } from '../platform/router';
import { listRows } from './list-rows';

/** Requests I filed or joined. */
export const listMine = ({ query }: RouteInput<typeof route>, call: Call) =>
  listRows('mine', call.who.personId, query, call);

import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { listTemplates as route } from '@gongyi/shared/requests/contract';
import type { Call } from '../platform/router';
import { templatesOf } from './template-store';

export const listTemplates = async (
  { params: { organisationId } }: RouteInput<typeof route>,
  { who, now }: Call,
): Promise<RouteReply<typeof route> | Refusal> =>
  may(who, 'request.queue', { organisationIds: [organisationId] }, now)
    ? { items: await templatesOf(organisationId) }
    : refuse('not-found');

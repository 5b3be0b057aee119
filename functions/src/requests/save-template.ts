import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { saveTemplate as route } from '@gongyi/shared/requests/contract';
import type { Call } from '../platform/router';
import { addTemplate, changeTemplate } from './template-store';

/** Adds a template, or changes the one of that id. */
export const saveTemplate = async (
  { params: { organisationId }, body }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!may(who, 'request.templates', { organisationIds: [organisationId] }, now)) return refuse('not-found');
  const { title, words } = body;
  const template = { id: body.id ?? op, title, words };
  if (body.id === undefined)
    return (await addTemplate(organisationId, template, opHash)) ? template : refuse('key-reused');
  return (await changeTemplate(organisationId, template, op)) ? template : refuse('not-found');
};

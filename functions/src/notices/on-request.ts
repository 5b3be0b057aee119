import * as z from 'zod/mini';
import type { Request, RequestEvent } from '@gongyi/shared/requests/request';
import { StoredEvent, readStoredRequest } from '@gongyi/shared/requests/stored-request';
import { membersOf } from '../people/public';
import type { Change, Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { requestPush } from './push-templates';
import { findRequest, joinersOf } from './recipient-store';
import { FILED, TELLINGS, categoryName } from './request-tellings';
import type { Audience, RequestTelling } from './request-tellings';
import { ringRobot } from './robot';
import { shortTime } from './notice-words';
import { tell } from './tell';

/** One step of a request's life, with the request as it stands when it is told. */
interface Step {
  readonly request: Request;
  readonly event: RequestEvent;
  readonly causeId: string;
}

/** A request recorded for somebody without an account has no filer to tell. */
const filerOf = ({ filerId }: Request): string[] => (filerId === undefined ? [] : [filerId]);

const DESK: readonly string[] = ['manager', 'dispatcher'];

const deskOf = async (organisationId: string, now: number): Promise<string[]> =>
  (await membersOf(organisationId, now)).filter(({ role }) => DESK.includes(role)).map(({ personId }) => personId);

const fact = ({ facts }: RequestEvent, name: string): string | undefined => {
  const value = facts[name];
  return typeof value === 'string' ? value : undefined;
};

/** The organisation a step brought it to: as the event says, else as the request stands. */
const nextHolder = ({ request, event }: Step): string =>
  event.kind === 'escalated'
    ? (fact(event, 'organisationId') ?? request.escalation?.organisationId ?? request.holderId)
    : (fact(event, 'holderId') ?? request.holderId);

const peopleOf = async (audience: Audience, step: Step, now: number): Promise<string[]> => {
  const { request } = step;
  switch (audience) {
    case 'filer':
      return filerOf(request);
    case 'neighbours':
      return [...filerOf(request), ...(await joinersOf(request.id))];
    case 'desk':
      return deskOf(request.holderId, now);
    case 'next-desk':
      return deskOf(nextHolder(step), now);
    case 'hands':
      return request.assigneeId === undefined ? [] : [request.assigneeId];
  }
};

const tellOne = async (telling: RequestTelling, step: Step, told: Set<string>, now: number): Promise<void> => {
  const { request, event, causeId } = step;
  const personIds = (await peopleOf(telling.to, step, now)).filter((id) => !told.has(id));
  personIds.forEach((id) => told.add(id));
  const { kind, title, push } = telling;
  await tell(
    {
      personIds,
      causeId,
      kind,
      title,
      words: telling.words(request, event),
      subject: { kind: 'request', id: request.id },
      push: push && requestPush(push.template, push.phrase, request, event.at),
    },
    now,
  );
};

/** Nobody hears twice of one step, nor of what they did themselves. */
const tellAll = async (tellings: readonly RequestTelling[], step: Step, now: number): Promise<void> => {
  const { event, request } = step;
  const told = new Set([event.byId ?? '', ...(event.kind === 'filed' ? [request.enteredById ?? ''] : [])]);
  const due = tellings.filter(({ when }) => when?.(request, event) ?? true);
  for (const telling of due) await tellOne(telling, step, told, now);
};

const ring = ({ request, causeId }: Step, organisationId: string, now: number): Promise<void> =>
  ringRobot(
    organisationId,
    causeId,
    `新工单 ${request.number}：${categoryName(request)}，请在 ${shortTime(request.dueAt)} 前办结。请打开物业工作台查看。`,
    now,
  );

const onFiled = async (change: Change, now: number): Promise<void> => {
  const request = readStoredRequest(change.pk.slice(PREFIX.request.length), change.new);
  if (request === undefined) return;
  const event: RequestEvent = {
    rev: request.rev,
    kind: 'filed',
    at: request.filedAt,
    byRole: 'person',
    byName: '',
    photos: [],
    facts: {},
  };
  const step = { request, event, causeId: `${request.id}.filed` };
  await tellAll(FILED, step, now);
  await ring(step, request.holderId, now);
};

const onEvent = async (change: Change, now: number): Promise<void> => {
  const parsed = z.safeParse(StoredEvent, change.new);
  if (!parsed.success || TELLINGS[parsed.data.kind].length === 0) return;
  const request = await findRequest(change.pk.slice(PREFIX.request.length));
  if (request === undefined) return;
  const event = parsed.data;
  const step = { request, event, causeId: `${request.id}.${String(event.rev)}.${event.kind}` };
  await tellAll(TELLINGS[event.kind], step, now);
  if (event.kind === 'passed-on') await ring(step, nextHolder(step), now);
};

/** A request was filed, or a step was added to its timeline. */
export const onRequest: Reaction = {
  name: 'notices/on-request',
  async on(change) {
    if (!change.pk.startsWith(PREFIX.request) || change.old !== undefined) return;
    if (change.sk === 'REQ') await onFiled(change, Date.now());
    else if (change.sk.startsWith('EV#')) await onEvent(change, Date.now());
  },
};

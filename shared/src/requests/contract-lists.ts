import * as z from 'zod/mini';
import { PlaceId } from '../district/place';
import { defineRoute } from '../kernel/define-route';
import { Id, Nothing, PageQuery, pageOf } from '../kernel/schema';
import { ById } from './contract-parts';
import { RequestRow, RequestView } from './contract-view';

export const getRequest = defineRoute({
  id: 'requests.get',
  method: 'GET',
  path: '/requests/{requestId}',
  summary: 'One request with its timeline and what I may do with it',
  access: 'request.read-public',
  params: ById,
  query: Nothing,
  body: Nothing,
  reply: RequestView,
  refusals: [],
});

export const listMine = defineRoute({
  id: 'requests.list-mine',
  method: 'GET',
  path: '/requests/mine',
  summary: 'Requests I filed or joined, newest first',
  access: 'signed-in',
  params: Nothing,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RequestRow),
  refusals: ['cursor-invalid'],
});

export const listNeighbourhood = defineRoute({
  id: 'requests.list-neighbourhood',
  method: 'GET',
  path: '/compounds/{compoundId}/requests',
  summary: 'Public requests of a compound, newest first',
  access: 'request.read-public',
  params: z.object({ compoundId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RequestRow),
  refusals: ['cursor-invalid'],
});

export const QUEUE_FILTERS = ['all', 'new', 'due-soon', 'overdue', 'paused', 'mine', 'watching'] as const;

export const listQueue = defineRoute({
  id: 'requests.list-queue',
  method: 'GET',
  path: '/organisations/{organisationId}/queue',
  summary: 'Open work of my organisation by due time, with counts',
  access: 'request.queue',
  params: z.object({ organisationId: Id }),
  query: z.extend(PageQuery, { filter: z._default(z.enum(QUEUE_FILTERS), 'all') }),
  body: Nothing,
  reply: z.extend(pageOf(RequestRow), {
    counts: z.object({ fresh: z.int(), dueSoon: z.int(), overdue: z.int(), paused: z.int(), open: z.int() }),
  }),
  refusals: ['cursor-invalid'],
});

export const listPlaceHistory = defineRoute({
  id: 'requests.list-place-history',
  method: 'GET',
  path: '/requests/{requestId}/history',
  summary: 'Earlier requests at the same home or building',
  access: 'request.see-contact',
  params: ById,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RequestRow),
  refusals: ['cursor-invalid'],
});

export const listBelow = defineRoute({
  id: 'requests.list-below',
  method: 'GET',
  path: '/places/{placeId}/requests/overdue',
  summary: 'Overdue and escalated requests below a grid, community, street or the district',
  access: 'request.list-below',
  params: z.object({ placeId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(RequestRow),
  refusals: ['cursor-invalid'],
});

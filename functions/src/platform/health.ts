import * as z from 'zod/mini';
import { defineRoute } from '@gongyi/shared/kernel/define-route';
import { Instant, Nothing } from '@gongyi/shared/kernel/schema';
import { openTo } from './router';

export const healthRoute = defineRoute({
  id: 'platform.health',
  method: 'GET',
  path: '/health',
  summary: 'Is the system answering, and what time does it count by',
  access: 'anyone',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ ok: z.literal(true), now: Instant }),
  refusals: [],
});

export const health = openTo(healthRoute, (_input, call) => Promise.resolve({ ok: true as const, now: call.now }));

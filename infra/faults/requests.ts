import { fileRequest, getRequest } from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { STATUSES } from '@gongyi/shared/requests/request';
import type { EventKind, Status } from '@gongyi/shared/requests/request';
import { MOVES, nextStatus } from '@gongyi/shared/requests/request-rules';
import type { Move as Verb } from '@gongyi/shared/requests/request-rules';
import { HOUR } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { compoundOf } from '../local/world/places';
import { act } from './actor';
import type { Faulty } from './faulty';
import type { Acknowledged, Lifecycle, Move } from './lifecycle';

/** What each move is called in the timeline. */
const KIND: Readonly<Record<Verb, EventKind>> = {
  accept: 'accepted',
  assign: 'assigned',
  take: 'taken',
  start: 'started',
  'plan-visit': 'visit-planned',
  pause: 'paused',
  resume: 'resumed',
  quote: 'quoted',
  'answer-quote': 'quote-answered',
  resolve: 'resolved',
  confirm: 'confirmed',
  'half-fix': 'half-fixed',
  reopen: 'reopened',
  decline: 'declined',
  'pass-on': 'passed-on',
  'mark-duplicate': 'marked-duplicate',
  withdraw: 'withdrawn',
  reply: 'replied',
  nudge: 'nudged',
  join: 'joined',
  'call-back': 'called-back',
  escalate: 'escalated',
};

const CAST = [
  'owner',
  'neighbour',
  'dispatcher',
  'manager',
  'technician',
  'community-worker',
  'street-officer',
  'family',
];

const bodies = (technicianId: string): Readonly<Partial<Record<Verb, (rev: number) => object>>> => ({
  accept: (rev) => ({ rev }),
  assign: (rev) => ({ rev, assigneeId: technicianId }),
  take: (rev) => ({ rev }),
  start: (rev) => ({ rev }),
  pause: (rev) => ({ rev, reason: '等配件', until: Date.now() + 48 * HOUR }),
  resume: (rev) => ({ rev }),
  confirm: (rev) => ({ rev, satisfied: true }),
  'half-fix': (rev) => ({ rev, words: '还有一处' }),
  reopen: (rev) => ({ rev, words: '没修好' }),
  decline: (rev) => ({ rev, reason: '不在范围' }),
  withdraw: (rev) => ({ rev }),
  reply: (rev) => ({ rev, words: '说一句' }),
  nudge: (rev) => ({ rev }),
  join: (rev) => ({ rev }),
  escalate: (rev) => ({ rev, reason: '久拖' }),
  'call-back': (rev) => ({ rev, reached: true, outcome: 'confirmed', satisfied: true }),
});

/** Where a step may have led: a call-back brings the outcome that was told. */
const led = (from: Status, verb: Verb): Status[] => {
  const next = nextStatus(from, verb);
  if (next === undefined) return [];
  return verb === 'call-back' ? [next, 'confirmed'] : [next];
};

const judge = (view: RequestView, acknowledged: readonly Acknowledged[]): string[] => {
  const problems: string[] = [];
  const steps = view.timeline.filter(({ kind }) => kind !== 'filed');
  const revs = steps.map(({ rev }) => rev);
  if (revs.some((rev, index) => rev !== index + 2)) problems.push(`revisions ${revs.join(' ')}`);
  let at: Status = 'submitted';
  for (const { kind, rev } of steps) {
    const verb = MOVES.find((one) => KIND[one] === kind);
    if (verb === undefined) continue;
    const [next, other] = led(at, verb);
    if (next === undefined) problems.push(`step ${String(rev)}: ${kind} from ${at}`);
    at = other ?? next ?? at;
  }
  if (at !== view.status) problems.push(`ends as ${view.status}, the steps lead to ${at}`);
  for (const verb of MOVES) {
    const said = acknowledged.filter((one) => one.verb === verb).length;
    const stands = steps.filter(({ kind }) => kind === KIND[verb]).length;
    if (said !== stands) problems.push(`${verb}: ${String(said)} acknowledged, ${String(stands)} in the timeline`);
  }
  return problems;
};

/** The life of a service request under eight people at once. */
export const requestLifecycle = ({ world, handler }: Faulty): Lifecycle => {
  const actors = CAST.map((name) => ({ name, token: world.who(`a.${name}`).token }));
  const tokenOf = (name: string): string => world.who(`a.${name}`).token;
  const made = bodies(world.who('a.technician').personId);
  return {
    actors,
    begin: async (random) => {
      const body = {
        category: 'lighting',
        words: '楼道灯不亮',
        answers: {},
        contact: 'message',
        placeId: `${compoundOf('a')}.b1`,
        visibility: 'public',
      };
      const filed = await act(handler, {
        method: 'POST',
        path: '/api/requests',
        token: tokenOf('owner'),
        key: random.text(24),
        body,
      });
      return z.parse(fileRequest.reply, filed.body).id;
    },
    pathOf: (id) => `/api/requests/${id}`,
    movesFor: (_, random, seen): Move => {
      const known = MOVES.filter((one) => made[one] !== undefined);
      const view = z.safeParse(z.looseObject({ moves: z.array(z.enum(MOVES)) }), seen);
      const open = view.success ? view.data.moves.filter((one) => known.includes(one)) : [];
      // Mostly what the screen offers, now and then anything.
      const verb = random.pick(open.length > 0 && random.chance(0.75) ? open : known);
      return { verb, body: made[verb] ?? ((rev) => ({ rev })) };
    },
    judge: async (id, acknowledged) => {
      const seen = await act(handler, {
        method: 'GET',
        path: `/api/requests/${id}`,
        token: tokenOf('manager'),
        key: 'x'.repeat(24),
      });
      const view = z.safeParse(getRequest.reply, seen.body);
      if (!view.success) return [`not to be read: ${String(seen.status)}`];
      return STATUSES.includes(view.data.status) ? judge(view.data, acknowledged) : ['no status'];
    },
  };
};

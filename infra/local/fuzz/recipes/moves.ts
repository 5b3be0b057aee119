import { moveRoutes } from '../../demo/move-routes';
import { getRequest } from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { LIFECYCLE, MOVES, nextStatus } from '@gongyi/shared/requests/request-rules';
import type { Move } from '@gongyi/shared/requests/request-rules';
import type { Status } from '@gongyi/shared/requests/request';
import type { Person } from '../../world/people';
import type { Side } from '../../world/places';
import type { Stage } from '../stage';
import { filed } from './filing';
import type { Filed } from './filing';
import { PIXEL, anyOf, member, replyOf, uploaded, words } from './recipe';
import type { Recipes } from './recipe';

const HOUR = 3_600_000;

const DESKS: Readonly<Record<string, (side: Side) => string>> = {
  'property-company': (side) => `${side}.dispatcher`,
  'committee-of-residents': (side) => `${side}.committee-desk`,
  'street-property-office': (side) => `${side}.office-desk`,
  'street-office': (side) => `${side}.office-desk`,
  'command-centre': () => 'command-desk',
  department: () => 'command-desk',
  utility: () => 'utility-desk',
  'lift-maintenance': () => 'utility-desk',
};

const OFFICIALS = ['community-worker', 'community-secretary', 'street-officer', 'grid-worker'] as const;

/** Somebody who may make a move, by the house's rules. */
const makerOf = (move: Move, stage: Stage, { side, filer, placeId }: Filed, view: RequestView): Person => {
  const desk = stage.world.who(DESKS[view.holder.kind]?.(side) ?? `${side}.dispatcher`);
  const own = view.holder.kind === 'property-company';
  const officials = placeId.includes('.b2') ? OFFICIALS.slice(0, 3) : OFFICIALS;
  switch (move) {
    case 'take':
      return own ? anyOf(stage, side, 'technician', 'other-technician') : desk;
    case 'answer-quote':
    case 'confirm':
    case 'half-fix':
    case 'reopen':
    case 'withdraw':
    case 'nudge':
      return filer;
    case 'join':
      return filer === member(stage, side, 'neighbour')
        ? anyOf(stage, side, 'next-owner', 'family', 'tenant')
        : member(stage, side, 'neighbour');
    case 'escalate':
      return anyOf(stage, side, ...officials);
    case 'call-back':
      return stage.random.chance(0.5) ? desk : anyOf(stage, side, ...officials);
    case 'reply':
      return stage.random.pick([filer, desk, anyOf(stage, side, ...officials)]);
    default:
      return own && stage.random.chance(0.3) ? member(stage, side, 'manager') : desk;
  }
};

const photo = async (stage: Stage, who: Person): Promise<string[]> => {
  const id = await uploaded(stage, who, 'image/png', PIXEL);
  return id === undefined ? [] : [id];
};

const passTo = ({ random, world }: Stage, side: Side, view: RequestView): string => {
  const names = [`${side}.company`, `${side}.committee`, `${side}.property-office`, 'water', 'department', 'lift'];
  return random.pick(names.map((name) => world.organisation(name)).filter((id) => id !== view.holder.id));
};

/** A lawful body for a move, without the revision. */
const bodyOf = async (move: Move, stage: Stage, request: Filed, view: RequestView, who: Person) => {
  const { random, world } = stage;
  const now = Date.now();
  const mark = who === request.filer ? request.mark : '';
  const said = `${words(stage)}${mark}`;
  switch (move) {
    case 'assign': {
      const technician = member(stage, request.side, 'technician').personId;
      return { assigneeId: view.holder.kind === 'property-company' ? technician : who.personId };
    }
    case 'plan-visit':
      return { visit: { from: now + HOUR, until: now + random.int(2, 40) * HOUR } };
    case 'pause':
      return { reason: said, until: now + random.int(1, 400) * HOUR };
    case 'quote':
      return { fen: random.int(1, 99_999), words: said };
    case 'answer-quote':
      return { accepted: random.chance(0.6) };
    case 'resolve': {
      const atHome = /\.h\w+$/.test(view.spot.placeId);
      return { words: said, before: [], after: atHome && random.chance(0.7) ? [] : await photo(stage, who) };
    }
    case 'confirm':
      return { satisfied: random.chance(0.7), words: said };
    case 'half-fix':
    case 'reopen':
    case 'reply':
      return { words: said, photos: random.chance(0.1) ? await photo(stage, who) : [] };
    case 'decline':
    case 'escalate':
      return { reason: said };
    case 'pass-on':
      return { toOrganisationId: passTo(stage, request.side, view), reason: said };
    case 'mark-duplicate': {
      const other = await filed(stage, { side: request.side, public: true, category: view.category });
      return { of: other?.id ?? world.organisation('water') };
    }
    case 'call-back':
      return random.chance(0.5)
        ? { reached: false }
        : {
            reached: true,
            outcome: random.pick(['confirmed', 'half-fixed', 'reopened']),
            satisfied: true,
            words: said,
          };
    default:
      return {};
  }
};

export const look = async (stage: Stage, { id }: Filed, who: Person): Promise<RequestView | undefined> =>
  replyOf(getRequest, await stage.call({ route: getRequest, who, params: { requestId: id } }));

const step = async (stage: Stage, request: Filed, move: Move, view: RequestView): Promise<RequestView | undefined> => {
  const who = makerOf(move, stage, request, view);
  const body = { ...(await bodyOf(move, stage, request, view, who)), rev: view.rev };
  const route = moveRoutes[move];
  const after = replyOf(route, await stage.call({ route, who, params: { requestId: request.id }, body }));
  return after ?? (await look(stage, request, request.filer));
};

/** The first move of the shortest way to a status in which `target` is lawful; undefined: there already. */
const towards = (from: Status, target: Move): Move | 'nowhere' | undefined => {
  if (nextStatus(from, target) !== undefined) return undefined;
  const seen = new Set<Status>([from]);
  let edge: { readonly status: Status; readonly first: Move | undefined }[] = [{ status: from, first: undefined }];
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { status, first } of edge) {
      for (const move of MOVES.filter((each) => Object.hasOwn(LIFECYCLE[status], each) && each !== 'pass-on')) {
        const to = nextStatus(status, move);
        if (to === undefined || seen.has(to)) continue;
        if (nextStatus(to, target) !== undefined) return first ?? move;
        seen.add(to);
        next.push({ status: to, first: first ?? move });
      }
    }
    edge = next;
  }
  return 'nowhere';
};

const before = (target: Move, view: RequestView): Move | undefined => {
  const open = view.quote?.state === 'open';
  if (target === 'answer-quote' && !open && nextStatus(view.status, 'quote') !== undefined) return 'quote';
  return open && nextStatus(view.status, 'answer-quote') !== undefined ? 'answer-quote' : undefined;
};

/** Files a request, brings it to where `target` is lawful, and makes that move. */
const walk = async (stage: Stage, target: Move): Promise<void> => {
  const open = target === 'join' || stage.random.chance(0.4);
  const request = await filed(stage, { public: open });
  let view: RequestView | undefined = request?.view;
  if (request === undefined) return;
  for (let steps = 0; steps < 8 && view !== undefined; steps += 1) {
    const way = towards(view.status, target === 'answer-quote' && view.quote?.state !== 'open' ? 'quote' : target);
    if (way === 'nowhere') return;
    if (way === undefined) {
      const first = before(target, view);
      if (first === undefined || first === target) break;
      view = await step(stage, request, first, view);
    } else if (way === 'start' && target !== 'start' && stage.random.chance(0.3)) {
      view = await step(stage, request, 'assign', view);
    } else view = await step(stage, request, way, view);
  }
  if (view !== undefined) await step(stage, request, target, view);
};

export const moveRecipes: Recipes = Object.fromEntries(
  MOVES.map((move) => [moveRoutes[move].id, (stage: Stage) => walk(stage, move)]),
);

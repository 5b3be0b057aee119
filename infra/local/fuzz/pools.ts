import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import { fileRequest } from '@gongyi/shared/requests/contract';
import * as people from '@gongyi/shared/people/contract';
import { changeMember } from '@gongyi/shared/volunteers/contract';
import * as z from 'zod/mini';
import type { Person } from '../world/people';
import type { Others } from './hostile';
import type { Secrets } from './secrets';
import type { WireCall } from './wire';

/** What replies have given: tokens and their holders, ids and cursors for calls to come. */
export interface Pools {
  readonly join: (person: Person, lasting: boolean) => void;
  readonly holderOf: (token: string) => Person | undefined;
  /** Told before a call leaves: what it may give its sender counts from now. */
  readonly expect: (route: Route | undefined, call: WireCall, sender: Person | undefined) => void;
  readonly harvest: (route: Route, call: WireCall, reply: unknown, sender: Person | undefined) => void;
  /** What an attacker may have picked up; without what the world cannot do without when `sparing`. */
  readonly others: (sparing: boolean) => Others;
  readonly note: (id: string) => void;
}

const MOST = 300;
const keep = (list: string[], thing: string): void => {
  if (list.includes(thing)) return;
  if (list.length >= MOST) list.shift();
  list.push(thing);
};

const Named = z.object({ id: z.optional(z.string()), cursor: z.optional(z.string()) });
const Homely = z.object({ homeId: z.string() });
const Placed = z.object({ placeId: z.string() });
const Phoned = z.object({ phone: z.string() });
const Volunteering = z.object({ communityId: z.string() });
const Acting = z.object({ act: z.string() });

const bodyOf = (call: WireCall): unknown => {
  try {
    const value: unknown = JSON.parse(call.body ?? 'null');
    return value;
  } catch {
    return undefined;
  }
};
const read = <S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> | undefined => {
  const parsed = z.safeParse(schema, value);
  return parsed.success ? parsed.data : undefined;
};

const SIGNS_IN: readonly string[] = [people.beginWechatSession.id, people.renewSession.id];

export const openPools = (secrets: Secrets): Pools => {
  const byToken = new Map<string, Person>();
  const byId = new Map<string, Person>();
  const lasting: string[] = [];
  const passing: string[] = [];
  const ids: string[] = [];
  const cursors: string[] = [];
  /** The communities of teams and shifts. */
  const communities = new Map<string, string>();
  /** Who signs up or asks to join is known to the staff of that community; who leads, leads. */
  const volunteers = (route: Route, { path }: WireCall, body: unknown, sender: Person | undefined): void => {
    const [, things = '', id = '', , memberId = ''] = path.split('/');
    const joined = things === 'shifts' || things === 'teams' ? communities.get(id) : undefined;
    const communityId = joined ?? read(Volunteering, body)?.communityId;
    if (communityId !== undefined && sender !== undefined) secrets.actsIn(sender.personId, communityId);
    if (route.id === changeMember.id && read(Acting, body)?.act === 'lead') secrets.leads(memberId);
  };
  const session = (reply: Partial<RouteReply<typeof people.renewSession>> | undefined): void => {
    const person = byId.get(reply?.personId ?? '');
    if (person !== undefined && reply?.token !== undefined) byToken.set(reply.token, person);
  };
  return {
    join: (person, lasts) => {
      secrets.add(person);
      byId.set(person.personId, person);
      byToken.set(person.token, person);
      if (lasts) lasting.push(person.token);
      else keep(passing, person.token);
      if (lasts) ids.push(person.personId);
    },
    holderOf: (token) => byToken.get(token),
    expect: (route, call, sender) => {
      const body = bodyOf(call);
      const phone = read(Phoned, body)?.phone;
      if (route?.id === people.giveGrant.id && phone !== undefined) secrets.promote(phone);
      const placeId = read(Placed, body)?.placeId;
      if (route?.id === fileRequest.id && placeId !== undefined && sender !== undefined)
        secrets.filesAbout(sender.personId, placeId);
      const homeId = read(Homely, body)?.homeId;
      if (route?.id === people.claimHome.id && homeId !== undefined && sender !== undefined)
        secrets.livesIn(sender.personId, homeId);
      if (route?.id.startsWith('volunteers.') === true) volunteers(route, call, body, sender);
    },
    harvest: (route, call, reply, sender) => {
      const named = read(Named, reply);
      if (named?.id !== undefined && /^[a-z0-9]{26}$/.test(named.id)) keep(ids, named.id);
      if (named?.cursor !== undefined) keep(cursors, named.cursor);
      const communityId = read(Volunteering, reply)?.communityId;
      if (named?.id !== undefined && communityId !== undefined) communities.set(named.id, communityId);
      if (SIGNS_IN.includes(route.id)) session(read(people.renewSession.reply, reply));
      if (route.id === people.pollScan.id) session(read(people.pollScan.reply, reply)?.session);
      const home = read(Homely, reply)?.homeId;
      if (route.id === people.acceptInvitation.id && home !== undefined && sender !== undefined)
        secrets.livesIn(sender.personId, home);
    },
    others: (sparing) => ({
      tokens: sparing ? passing : [...lasting, ...passing.slice(-20)],
      ids: sparing ? [] : ids,
      cursors,
    }),
    note: (id) => keep(ids, id),
  };
};

import { randomUUID } from 'node:crypto';
import { addOrganisation, addPlace, addPlaces } from '@gongyi/shared/district/contract';
import { parentOf } from '@gongyi/shared/district/place';
import { claimHome, decideClaim, endBinding, giveGrant, listClaims, takeGrant } from '@gongyi/shared/people/contract';
import type { LocalSystem } from '../boot';
import { appoint } from '../demo/appoint';
import { clientOf } from '../demo/client';
import type { Client } from '../demo/client';
import { CAST } from './cast';
import type { PlannedGrant, PlannedPerson } from './cast';
import { arrive, signIn } from './people';
import type { Person } from './people';
import { DISTRICT, compoundOf, plannedOrganisations, plannedPlaces } from './places';
import type { Side } from './places';

export interface World {
  readonly system: LocalSystem;
  readonly client: Client;
  readonly people: ReadonlyMap<string, Person>;
  /** Organisation ids by their names. */
  readonly organisations: ReadonlyMap<string, string>;
  /** Somebody by name; throws if the world has nobody of that name. */
  readonly who: (name: string) => Person;
  /** Signs somebody in anew, whose session has run out or whom WeChat has not seen for long. */
  readonly signInAgain: (name: string) => Promise<Person>;
  readonly organisation: (name: string) => string;
}

export const inParts = async <T>(list: readonly T[], atOnce: number, run: (one: T) => Promise<void>): Promise<void> => {
  for (let from = 0; from < list.length; from += atOnce) await Promise.all(list.slice(from, from + atOnce).map(run));
};

const buildPlaces = async (client: Client, token: string): Promise<void> => {
  await client.send(addPlace, { name: 'district', token, body: { id: DISTRICT, name: '测试区' } });
  for (const places of plannedPlaces()) {
    const placeId = parentOf(places[0]?.id ?? '') ?? '';
    await client.send(addPlaces, {
      name: `places ${places[0]?.id ?? ''}`,
      token,
      params: { placeId },
      body: { places },
    });
  }
};

const give = async (world: World, person: Person, grant: PlannedGrant, index: number): Promise<void> => {
  const { token } = world.who('admin');
  const { role, placeId, organisation, ended } = grant;
  const scope = organisation === undefined ? { placeId } : { organisationId: world.organisation(organisation) };
  const name = `grant ${person.name} ${String(index)}`;
  const given = await world.client.send(giveGrant, { name, token, body: { phone: person.phone, role, ...scope } });
  if (ended !== true) return;
  const params = { personId: person.personId, grantId: given.grant.id };
  await world.client.send(takeGrant, { name: `end ${name}`, token, params });
};

const houseIn = async (world: World, person: Person, { home }: PlannedPerson): Promise<void> => {
  if (home === undefined) return;
  const { client } = world;
  const { name, token, ownName } = person;
  const body = { homeId: home.id, relation: home.relation, name: ownName };
  await client.send(claimHome, { name: `claim ${name}`, token, body });
  if (home.stands === 'waiting') return;
  const side: Side = name.startsWith('a') ? 'a' : 'b';
  const worker = world.who(`${side}.community-worker`).token;
  const compound = { compoundId: compoundOf(side) };
  const { items } = await client.send(listClaims, { name, token: worker, params: compound, query: { limit: '50' } });
  const claimId = items.find((claim) => claim.homeId === home.id && claim.name === ownName)?.id ?? '';
  const params = { ...compound, claimId };
  await client.send(decideClaim, { name: `decide ${name}`, token: worker, params, body: { verified: true } });
  if (home.stands !== 'ended') return;
  await client.send(endBinding, {
    name: `end ${name}`,
    token: worker,
    params: { homeId: home.id, personId: person.personId },
  });
};

/** Two compounds with everybody in them, made through the API on an empty table. */
export const buildWorld = async (system: LocalSystem): Promise<World> => {
  const client = clientOf(system.appUrl);
  const people = new Map<string, Person>();
  const organisations = new Map<string, string>();
  const found = <T>(things: ReadonlyMap<string, T>, name: string): T => {
    const thing = things.get(name);
    if (thing === undefined) throw new Error(`the world has no ${name}`);
    return thing;
  };
  const world: World = {
    system,
    client,
    people,
    organisations,
    who: (name) => found(people, name),
    organisation: (name) => found(organisations, name),
    signInAgain: async (name) => {
      const known = found(people, name);
      const person = { ...known, token: await signIn(system, client, known.openid, randomUUID()) };
      people.set(name, person);
      return person;
    },
  };
  const admin = await arrive(system, client, 'admin');
  people.set('admin', admin);
  const shiftMs = Math.round((await system.clock.now()) - Date.now());
  await appoint({ phone: admin.phone, placeId: DISTRICT, placeName: '测试区', shiftMs, env: system.operatorEnv });
  await buildPlaces(client, admin.token);
  await inParts(Object.entries(plannedOrganisations()), 8, async ([name, body]) => {
    const made = await client.send(addOrganisation, { name: `organisation ${name}`, token: admin.token, body });
    organisations.set(name, made.id);
  });
  const others = Object.entries(CAST).filter(([name]) => name !== 'admin');
  await inParts(others, 8, async ([name, plan]) => {
    const person = await arrive(system, client, name);
    people.set(name, person);
    for (const [index, grant] of plan.grants.entries()) await give(world, person, grant, index);
  });
  await inParts(others, 8, async ([name, plan]) => houseIn(world, world.who(name), plan));
  return world;
};

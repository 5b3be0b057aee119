import {
  acceptInvitation,
  bindPhone,
  changeMe,
  claimHome,
  decideClaim,
  giveConsent,
  giveGrant,
  inviteFamily,
  listClaims,
} from '@gongyi/shared/people/contract';
import { CAST_KEYS, livelyCompounds, memberOf, phoneOf } from './cast';
import type { CastGrant, CastKey } from './cast';
import type { PlannedPlaces } from './plan-places';
import { inPool } from './pool';
import type { Telling } from './telling';

const AT_ONCE = 8;
const PRIVACY_VERSION = '2026-11';

/** Signs somebody in for the first time: consent, name, number, text size. Homes on a roll match by themselves. */
export const arrive = async ({ client, once, phones, token }: Telling, who: CastKey): Promise<void> => {
  const { name: ownName, elder } = memberOf(who);
  await once(
    `consent ${who}`,
    () => ({ kind: 'privacy', given: true, version: PRIVACY_VERSION }),
    async (body, name) => (await client.send(giveConsent, { name, body, token: await token(who) })).personId,
  );
  await once(
    `name ${who}`,
    () => ({ name: ownName, ...(elder === true ? { elderMode: true, textSize: 'largest' } : {}) }),
    async (body, name) => (await client.send(changeMe, { name, body, token: await token(who) })).personId,
  );
  await once(
    `phone ${who}`,
    async () => ({ code: await phones.phoneCode(who, phoneOf(who)) }),
    async (body, name) => (await client.send(bindPhone, { name, body, token: await token(who) })).personId,
  );
};

/** A role's place or organisation as the system names it. */
const scopeOf = (
  grant: CastGrant,
  plan: PlannedPlaces,
  organisations: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> => {
  const { main, sampleA } = livelyCompounds(plan);
  const [districtId = '', street = '', community = ''] = main.id.split('.');
  const streetId = `${districtId}.${street}`;
  const communityId = `${streetId}.${community}`;
  if (grant.organisation !== undefined)
    return { organisationId: organisationIdOf(grant.organisation, plan, organisations) };
  const places = {
    district: districtId,
    street: streetId,
    community: communityId,
    grid: main.gridId ?? '',
    main: main.id,
    sampleA: sampleA.id,
    building: `${main.id}.b3`,
  };
  return { placeId: places[grant.place ?? 'main'] };
};

/** An organisation by its key, or by what it is to the main compound: `company`, `committee`, `property-office`. */
export const organisationIdOf = (
  word: string,
  plan: PlannedPlaces,
  organisations: ReadonlyMap<string, string>,
): string => {
  const [districtId = '', street = '', community = ''] = livelyCompounds(plan).main.id.split('.');
  const near = new Map([
    ['company', 'company-1'],
    ['committee', `committee-${districtId}.${street}.${community}`],
    ['property-office', `property-office-${districtId}.${street}`],
  ]);
  const id = organisations.get(near.get(word) ?? word);
  if (id === undefined) throw new Error(`the demonstration has no organisation ${word}`);
  return id;
};

/** Everybody but the administrator arrives and is given their roles. */
export const seedPeople = async (
  telling: Telling,
  plan: PlannedPlaces,
  organisations: ReadonlyMap<string, string>,
): Promise<void> => {
  const { client, once, token } = telling;
  await inPool(
    CAST_KEYS.filter((who) => who !== 'admin'),
    AT_ONCE,
    async (who) => {
      await arrive(telling, who);
      for (const [index, grant] of memberOf(who).grants.entries()) {
        await once(
          `grant ${who} ${String(index)}`,
          () => ({ phone: phoneOf(who), role: grant.role, ...scopeOf(grant, plan, organisations) }),
          async (body, name) => (await client.send(giveGrant, { name, body, token: await token('admin') })).grant.id,
        );
      }
    },
  );
};

/** The ways into a home other than the roll: invited by the owner, checked by the community, still waiting. */
export const seedHomes = async (telling: Telling, plan: PlannedPlaces, tenancyEnds: number): Promise<void> => {
  const { client, once, token } = telling;
  const { main } = livelyCompounds(plan);
  const home = `${main.id}.b3.e2.h501`;
  const code = await once(
    'invite family',
    () => ({ relation: 'family' }),
    async (body, name) =>
      (await client.send(inviteFamily, { name, body, params: { homeId: home }, token: await token('resident') })).code,
  );
  await once(
    'family joins',
    () => ({ code, name: memberOf('family').name }),
    async (body, name) => (await client.send(acceptInvitation, { name, body, token: await token('family') })).homeId,
  );
  const claim = (who: CastKey, path: string, more: object): Promise<string> =>
    once(
      `claim ${who}`,
      () => ({ homeId: `${main.id}.${path}`, name: memberOf(who).name, ...more }),
      async (body, name) => (await client.send(claimHome, { name, body, token: await token(who) })).homeId,
    );
  const rented = await claim('tenant', 'b1.e2.h402', { relation: 'tenant', until: tenancyEnds });
  await claim('waiting', 'b2.e2.h502', { relation: 'owner' });
  await once(
    'tenant verified',
    async () => {
      const { items } = await client.send(listClaims, {
        name: 'claims',
        params: { compoundId: main.id },
        token: await token('worker'),
      });
      return items.find(({ homeId }) => homeId === rented)?.id;
    },
    async (claimId, name) => {
      const params = { compoundId: main.id, claimId: String(claimId) };
      return (await client.send(decideClaim, { name, body: { verified: true }, params, token: await token('worker') }))
        .id;
    },
  );
};

import { getTopic, redirectTopic } from '@gongyi/shared/council/contract';
import { startRollImport } from '@gongyi/shared/district/roll-contract';
import { beginUpload } from '@gongyi/shared/media/contract';
import { claimHome } from '@gongyi/shared/people/contract';
import { fileRequest, getRequest } from '@gongyi/shared/requests/contract';
import { exportOfOrganisation } from '@gongyi/shared/requests/contract-hotline';
import { cancelSignUp, signUp } from '@gongyi/shared/volunteers/contract-sign-ups';
import { Refused } from '../demo/client';
import { importIn, once } from '../matrix/subjects';
import { seriesIn } from '../matrix/volunteers-subjects';
import { pointsIn, wishAt } from '../matrix/wishes-subjects';
import type { World } from './build';
import { topicIn } from './councils';
import { arrive, signIn } from './people';
import { communityOf, homeOf } from './places';
import { enlist, shiftIn } from './volunteers';

/** What happens in a compound over some weeks, for what only shows then. */
const MINUTE = 60_000;
const DAY = 86_400_000;
const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const fileWith = async (world: World, token: string, photos: readonly string[]): Promise<string> => {
  const body = { category: 'in-home-repair', words: '水管漏水', placeId: homeOf('a', 1, 101), photos };
  return (await world.client.send(fileRequest, { name: once('file'), token, body })).id;
};

const photo = async ({ client }: World, token: string, send: boolean): Promise<string> => {
  const body = { contentType: 'image/png', bytes: PIXEL.length };
  const { mediaId, url, fields } = await client.send(beginUpload, { name: once('photo'), token, body });
  if (!send) return mediaId;
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([PIXEL], { type: 'image/png' }));
  const stored = await fetch(url, { method: 'POST', body: form });
  if (!stored.ok) throw new Error(`the store refused a photo: ${await stored.text()}`);
  return mediaId;
};

/** A photo is checked and looked at; one that never arrived is refused. */
const photos = async (world: World): Promise<void> => {
  const { token } = world.who('a.owner');
  const requestId = await fileWith(world, token, [await photo(world, token, true)]);
  await world.system.settle();
  const view = await world.client.send(getRequest, { name: once('look'), token, params: { requestId } });
  const shown = await fetch(view.photos[0]?.url ?? '');
  if (!shown.ok) throw new Error(`the photo is not shown: ${String(shown.status)}`);
  const missing = await photo(world, token, false);
  await fileWith(world, token, [missing]).catch((fault: unknown) => {
    if (!(fault instanceof Refused)) throw fault;
  });
};

/** An owner waits for staff; the roll that names them comes, and comes again corrected. */
const roll = async (world: World): Promise<void> => {
  const { client, system } = world;
  const owner = await arrive(system, client, once('owner').replaceAll(' ', '.'));
  const body = { homeId: homeOf('a', 2, 302), relation: 'owner', name: owner.ownName };
  await client.send(claimHome, { name: once('claim'), token: owner.token, body });
  for (const area of ['88.50', '89.50']) {
    const row = `2号楼,1,302,${area},${owner.ownName},123456,${owner.phone}`;
    const { importId = '', start = '{}' } = await importIn(world, 'a', row);
    const totals: unknown = JSON.parse(start);
    const { token } = world.who('a.manager');
    await client.send(startRollImport, { name: once('start'), token, params: { importId }, body: totals });
    await system.settle();
  }
};

/** A place on a shift becomes free for who waits, and they do not answer. */
const offer = async (world: World): Promise<void> => {
  const { client, system } = world;
  const { id: shiftId } = await shiftIn(world, 'a', { places: 1 });
  const signedUp = async (): Promise<string> => {
    const person = await arrive(system, client, once('volunteer').replaceAll(' ', '.'));
    await enlist(world, person, communityOf('a'));
    const body = { slotId: 's1', roleId: 'r1' };
    await client.send(signUp, { name: once('sign up'), token: person.token, params: { shiftId }, body });
    return person.token;
  };
  const first = await signedUp();
  await signedUp();
  const body = { slotId: 's1' };
  await client.send(cancelSignUp, { name: once('give up'), token: first, params: { shiftId }, body });
};

/** A topic goes on to the street, hours are worth points, and a wish waits for somebody in vain. */
const hopes = async (world: World): Promise<void> => {
  const { token } = world.who('a.community-secretary');
  const params = { topicId: await topicIn(world, 'a', true) };
  const { rev } = await world.client.send(getTopic, { name: once('look'), token, params });
  const body = { rev, to: 'street', reason: '须由街道协调' } as const;
  await world.client.send(redirectTopic, { name: once('redirect'), token, params, body });
  await pointsIn(world, 'a');
  await wishAt(world, 'a', 'open');
};

/**
 * A photo waits for its verdict past its time, a series goes on, an offer lapses, nobody claims a wish, deadlines
 * pass, WeChat's token runs out and is fetched again.
 */
const weeks = async (world: World): Promise<void> => {
  const { system, client } = world;
  const owner = world.who('a.owner');
  await seriesIn(world, 'a');
  await offer(world);
  await hopes(world);
  const unanswered = await photo(world, owner.token, true);
  await system.control('/demo/mark', { contains: unanswered, suggest: 'silence' });
  await fileWith(world, owner.token, [unanswered]);
  await system.settle();
  await system.clock.shift(31 * MINUTE);
  for (const days of [1, 8, 1, 16]) {
    await system.settle();
    await system.clock.shift(days * DAY);
    const token = await signIn(system, client, owner.openid, once('again'));
    await fileWith(world, token, []);
  }
  await system.settle();
};

/** A desk takes its list out and opens it. */
const list = async ({ client, who, organisation }: World): Promise<void> => {
  const day = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  const { url } = await client.send(exportOfOrganisation, {
    name: once('export'),
    token: who('a.manager').token,
    params: { organisationId: organisation('a.company') },
    body: { from: day(-3), until: day(1) },
  });
  const opened = await fetch(url);
  if (!opened.ok) throw new Error(`the list is not there: ${String(opened.status)}`);
};

export const liveThrough = async (world: World): Promise<void> => {
  await photos(world);
  await list(world);
  await roll(world);
  await weeks(world);
};

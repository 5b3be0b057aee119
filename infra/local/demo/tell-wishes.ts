import {
  changeVolunteerSettings,
  getWish,
  makeCertificate,
  postWish,
  postWishFor,
} from '@gongyi/shared/volunteers/contract';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { Act } from './acts';
import { livelyCompounds } from './cast';
import { sendPictures } from './send-pictures';
import type { Stage } from './tell-tales';
import type { Telling } from './telling';
import { WISHES } from './volunteers/wishes';
import type { PlannedWish, WishBeat } from './volunteers/wishes';
import { wishMoveRoutes } from './wish-routes';

/** Hours from when the demonstration is ready. */
const RULES = -142;
const CERTIFIED = -30;

/** What everybody does about wishes, a lane each, and the first certificate of the hours that were served. */
export const actsOfWishes = (telling: Telling, { plan, refs: { at } }: Stage): Act[] => {
  const { client, once, token } = telling;
  const { main } = livelyCompounds(plan);
  const wishes = new Map<string, string>();
  const params = { compoundId: main.id };

  const rules = async (): Promise<void> => {
    await once(
      'how long wishes wait',
      () => ({ seen: 0, pointsPerHour: 0, wishDays: 4 }),
      async (body, name) => {
        const to = { name, body, params: { placeId: ancestorOf(main.id, 'community') ?? '' } };
        return String((await client.send(changeVolunteerSettings, { ...to, token: await token('worker') })).version);
      },
    );
  };
  const post = (wish: PlannedWish) => async (): Promise<void> => {
    const { key, who, wisher, kind, title, words, shows = [] } = wish;
    const said = { kind, title, words, private: wish.private ?? false, shows };
    const id = await once(
      `wish ${key}`,
      () => (wisher === undefined ? said : { ...said, wisherName: wisher.name, homeId: `${main.id}.${wisher.path}` }),
      async (body, name) => {
        const to = { name, body, params, token: await token(who) };
        return (await client.send(wisher === undefined ? postWish : postWishFor, to)).id;
      },
    );
    wishes.set(key, id);
  };
  const move = (wish: PlannedWish, beat: WishBeat) => async (): Promise<void> => {
    const step = `wish ${wish.key} ${beat.move} ${String(beat.at)}`;
    const about = { params: { wishId: wishes.get(wish.key) ?? '' } };
    const { who, photos } = beat;
    await once(
      step,
      async () => ({
        rev: (await client.send(getWish, { name: step, ...about, token: await token(who) })).rev,
        ...beat.body,
        ...(photos === undefined ? {} : await sendPictures(telling, step, { who, pictures: { photos } })),
      }),
      async (body, name) =>
        (await client.send(wishMoveRoutes[beat.move], { name, body, ...about, token: await token(who) })).id,
    );
  };
  const certificate = async (): Promise<void> => {
    await once(
      'certificate',
      () => ({}),
      async (body, name) => (await client.send(makeCertificate, { name, body, token: await token('resident') })).code,
    );
  };
  return [
    { at: at(RULES), lane: 'wishes', run: rules },
    { at: at(CERTIFIED), lane: 'certificate', run: certificate },
    ...WISHES.flatMap((wish): Act[] => {
      const lane = `wish ${wish.key}`;
      return [
        { at: at(wish.at), lane, run: post(wish) },
        ...wish.beats.map((beat) => ({ at: at(beat.at), lane, run: move(wish, beat) })),
      ];
    }),
  ];
};

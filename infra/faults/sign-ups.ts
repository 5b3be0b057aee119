import { getShift } from '@gongyi/shared/volunteers/contract';
import type { ShiftView } from '@gongyi/shared/volunteers/contract';
import { HOUR } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import type { Random } from '../local/fuzz/random';
import { inParts } from '../local/world/build';
import { once } from '../local/matrix/subjects';
import { arrive } from '../local/world/people';
import type { Person } from '../local/world/people';
import { communityOf } from '../local/world/places';
import { LEADER, enlist, shiftIn } from '../local/world/volunteers';
import { act } from './actor';
import type { Known } from './actor';
import { liveLater } from './away';
import type { Faulty } from './faulty';
import type { Figure } from './figure';
import { judgeRoster, rosterSeen } from './sign-up-list';
import type { Waitlist } from './sign-up-list';

/**
 * A shift of a hundred places and five thousand who want one at the same moment, some of whom give up again: never
 * more than a hundred are held, none acknowledged is lost, and places that become free are offered in the order of
 * the waitlist, also where nobody answers and the time to answer passes.
 */
const SIGN_UPS = 5_000;
const PLACES = 100;
const IN_FLIGHT = 64;
const ARRIVING = 24;
const GIVES_UP = 0.15;
const ROUNDS = 400;
const MOST_TRIES = 20;
const slot = { slotId: 's1' };

type Mine = ShiftView['slots'][number]['mine'];
const View = z.pick(getShift.reply, { slots: true, fill: true });
const mineIn = ({ body }: Pick<Known, 'body'>): Mine => z.parse(View, body).slots[0]?.mine;

const people = async ({ world }: Faulty, count: number): Promise<Person[]> => {
  const arrived: Person[] = [];
  const indexes = Array.from({ length: count }, (_, index) => index);
  await inParts(indexes, ARRIVING, async (index) => {
    const person = await arrive(world.system, world.client, `signs.up.${String(index)}`);
    await enlist(world, person, communityOf('a'));
    arrived[index] = person;
  });
  return arrived;
};

export const signUpsFigure = async (
  faulty: Faulty,
  random: Random,
  scale: number,
  say: (line: string) => void,
): Promise<Figure> => {
  const { world, handler } = faulty;
  const places = Math.max(3, Math.round(PLACES * scale));
  const crowd = await people(faulty, Math.max(6 * places, Math.round(SIGN_UPS * scale)));
  const { id: shiftId } = await shiftIn(world, 'a', { places });
  say(`sign-ups: a shift of ${String(places)} places, ${String(crowd.length)} people`);
  const wrong: string[] = [];
  const states = new Map<string, string>();
  let away = 0;
  let [again, answers, overtaken] = [0, 0, 0];

  const ask = async (who: Person, path: string, body: object, key = random.text(24)): Promise<Known> => {
    const call = { method: 'POST', path: `/api/shifts/${shiftId}/${path}`, token: who.token, key, body: { ...body } };
    const known = await liveLater(away, () => act(handler, call));
    answers += 1;
    if (known.status === 200) {
      const { fill } = z.parse(View, known.body);
      if (fill.held > places) wrong.push(`${String(fill.held)} of ${String(places)} places are held`);
      states.set(who.personId, mineIn(known)?.state ?? 'none');
    }
    return known;
  };
  /** In a crowd one may be overtaken again and again: that is an answer, and one asks anew. */
  const askUntil = async (who: Person, path: string, body: object): Promise<Known> => {
    for (let tries = 1; ; tries += 1) {
      const known = await ask(who, path, body);
      if (known.status !== 409 || tries === MOST_TRIES || !JSON.stringify(known.body).includes('changed-meanwhile'))
        return known;
      overtaken += 1;
    }
  };
  const join = async (who: Person): Promise<void> => {
    const key = random.text(24);
    const body = { ...slot, roleId: 'r1' };
    const first = await ask(who, 'sign-up', body, key);
    const signed = first.status === 409 ? await askUntil(who, 'sign-up', body) : first;
    if (signed.status !== 200) {
      wrong.push(`${who.name} was refused: ${JSON.stringify(signed.body)}`);
      return;
    }
    if (signed === first && random.chance(0.1)) {
      again += 1;
      if ((await ask(who, 'sign-up', body, key)).status !== 200) wrong.push(`${who.name} was refused when asked again`);
    }
    if (!random.chance(GIVES_UP)) return;
    const given = await askUntil(who, 'cancel-sign-up', slot);
    if (given.status !== 200) wrong.push(`${who.name} could not give up: ${JSON.stringify(given.body)}`);
  };
  const waiting = [...crowd];
  const lane = async (): Promise<void> => {
    for (let who = waiting.pop(); who !== undefined; who = waiting.pop()) {
      await join(who);
      if (waiting.length > 0 && waiting.length % 500 === 0) say(`sign-ups: ${String(waiting.length)} to come`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));

  const leader = world.who(`a.${LEADER}`).token;
  const byId = new Map(crowd.map((person) => [person.personId, person]));
  const list: Waitlist = { offered: -1, problems: wrong };
  for (let round = 0; round < ROUNDS; round += 1) {
    await world.system.settle();
    const roster = await rosterSeen(world, leader, shiftId);
    judgeRoster(roster, places, list);
    const offered = roster.items.filter(({ state }) => state === 'offered');
    if (offered.length === 0) break;
    const silent = round === 0 ? offered.slice(0, 1) : [];
    for (const { volunteerId } of offered) {
      const who = byId.get(volunteerId);
      if (who === undefined || silent.some((one) => one.volunteerId === volunteerId)) continue;
      const answer = await askUntil(who, 'answer-offer', { ...slot, take: round > 2 || random.chance(0.7) });
      if (answer.status !== 200) wrong.push(`${who.name} could not answer: ${JSON.stringify(answer.body)}`);
    }
    if (silent.length === 0) continue;
    // Nobody answers for half a day: the offer lapses and goes to the next. So does that of whoever is next by now,
    // where others said no.
    await world.system.settle();
    const unanswered = (await rosterSeen(world, leader, shiftId)).items.filter(({ state }) => state === 'offered');
    away += 13 * HOUR;
    await world.system.clock.shift(13 * HOUR);
    for (const { volunteerId } of unanswered) states.set(volunteerId, 'lapsed');
  }
  const end = await rosterSeen(world, leader, shiftId);
  const placed = end.items.filter(({ state }) => state === 'placed').length;
  if (placed !== places) wrong.push(`${String(placed)} of ${String(places)} places are taken in the end`);
  // The leader's list names only the first who wait: everybody is asked how they stand.
  const count = new Map<string, number>();
  await inParts(crowd, ARRIVING, async ({ token, personId }) => {
    const look = { name: once('look'), token, params: { shiftId } };
    const state = mineIn({ body: await world.client.send(getShift, look) })?.state ?? 'none';
    count.set(state, (count.get(state) ?? 0) + 1);
    const acknowledged = states.get(personId);
    // Who waited may have been offered a place since; all else is as it was answered.
    if (acknowledged !== state) wrong.push(`somebody was told ${String(acknowledged)} and is ${state}`);
  });
  for (const [state, counted] of [
    ['placed', end.fill[0]?.held],
    ['waiting', end.fill[0]?.waiting],
  ] as const) {
    const are = count.get(state) ?? 0;
    if (are !== counted) wrong.push(`${String(counted)} are counted as ${state}, ${String(are)} people are`);
  }
  return {
    test: 'sign-ups for one shift',
    tried: `${String(crowd.length)} for ${String(places)} places, ${String(IN_FLIGHT)} in flight, ${String(answers)} answers, ${String(again)} asked again, ${String(overtaken)} overtaken`,
    wrong: wrong.length,
    shown: wrong,
  };
};

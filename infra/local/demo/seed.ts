import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getPlace } from '@gongyi/shared/district/contract';
import { HOUR } from '@gongyi/shared/kernel/time';
import { writeWhole } from '../files/write-file';
import { play } from './acts';
import { appoint } from './appoint';
import { CAST_KEYS, livelyCompounds, memberOf, ON_THE_PHONE, openidOf, phoneOf } from './cast';
import { councilTalesOf } from './councils/index';
import { planOrganisations } from './plan-organisations';
import { planPlaces } from './plan-places';
import type { PlannedPlaces } from './plan-places';
import { seedDesk } from './seed-desk';
import { arrive, organisationIdOf, seedHomes, seedPeople } from './seed-people';
import { seedOrganisations, seedPlaces } from './seed-places';
import { importRolls, madeRolls, sampleRolls } from './seed-rolls';
import { talesOf } from './tales/index';
import { actsOfCouncils } from './tell-councils';
import { actsOfTales } from './tell-tales';
import { actsOfVotes } from './tell-votes';
import { actsOfVolunteers } from './tell-volunteers';
import { actsOfWishes } from './tell-wishes';
import { openTelling } from './telling';
import type { SeedOptions, Telling } from './telling';

export type { SeedOptions } from './telling';

/** Where a new clock has to begin for the demonstration's days to have passed when it is ready. */
export const DEMO_DAYS_MS = -24 * 24 * HOUR;
/** Requests go back this far only: councils take weeks, what is broken is mended in days. */
const DESK_OPENS = -144;
const MARKER = 'demo-seeded.json';

/** Whether the demonstration is complete in this state folder. */
export const isDemoSeeded = (stateDir: string): boolean => existsSync(join(stateDir, MARKER));

const writePeople = async (stateDir: string): Promise<void> => {
  const people = CAST_KEYS.map((key, index) => {
    const { name, roleWords, note } = memberOf(key);
    const person = { openid: openidOf(key), name, role: roleWords, phone: phoneOf(key), note };
    return { ...person, main: index < ON_THE_PHONE };
  });
  await writeWhole(join(stateDir, 'demo-people.json'), `${JSON.stringify(people, null, 1)}\n`);
};

const writePlaces = async (stateDir: string, plan: PlannedPlaces): Promise<void> => {
  const lively = Object.entries(livelyCompounds(plan)).map(([key, { id, name }]) => [key, { id, name }]);
  await writeWhole(join(stateDir, 'demo-places.json'), `${JSON.stringify(Object.fromEntries(lively), null, 1)}\n`);
};

/** The machine's time at the first start: all hours of the stories count from there. */
const readyAt = async ({ once, phones }: Telling): Promise<number> => {
  const noted = await once(
    'ready at',
    () => '',
    async () => {
      const { now, shiftMs } = await phones.clock();
      if (shiftMs > 0) throw new Error('the demonstration needs a clock that is not ahead of the machine’s');
      return String(now - shiftMs);
    },
  );
  return Number(noted);
};

const appointAdmin = async (
  telling: Telling,
  { district }: PlannedPlaces,
  env: SeedOptions['operatorEnv'],
): Promise<void> => {
  const { once, phones } = telling;
  await arrive(telling, 'admin');
  const to = { phone: phoneOf('admin'), placeId: district.id, placeName: district.name, env };
  await once(
    'administrator',
    () => '',
    async () => {
      await appoint({ ...to, shiftMs: (await phones.clock()).shiftMs });
      return district.id;
    },
  );
};

const counted = (things: readonly unknown[], unit: string): string => `${String(things.length)} ${unit}`;

/**
 * Seeds the demonstration district through the product's own API, as its users would. Ended midway, the next
 * call completes it; complete, it does nothing.
 */
export const seedDemo = async (options: SeedOptions): Promise<void> => {
  const { stateDir, log, size = 'full' } = options;
  if (isDemoSeeded(stateDir)) return;
  const began = Date.now();
  const told = (words: string): void => {
    log(`演示区：${words} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  };
  const telling = await openTelling(options, join(stateDir, 'demo-journal.jsonl'));
  const { phones } = telling;
  const plan = planPlaces(size);

  const ready = await readyAt(telling);
  const at = (hours: number): number => ready + hours * HOUR;
  const moveTo = async (instant: number): Promise<void> => {
    await phones.settle();
    if (instant > (await phones.clock()).now) await phones.moveTo(instant);
    // The client hears what time it is: who was away meanwhile opens the app again.
    await telling.client.send(getPlace, { name: 'what time is it', params: { placeId: plan.district.id } });
  };

  await appointAdmin(telling, plan, options.operatorEnv);
  await seedPlaces(telling, plan);
  const { streets, communities, compounds } = plan;
  told(`${counted(streets, '个街道')}、${counted(communities, '个社区')}、${counted(compounds, '个小区')}`);
  const samples = sampleRolls(size, plan).then((files) => importRolls(telling, files));
  const settled = Promise.all([
    seedOrganisations(telling, planOrganisations(plan)),
    importRolls(telling, madeRolls(size, plan)),
  ]);
  // The sample rolls are written by their jobs while people arrive; a fault in either ends both.
  const [[organisations, madeHomes], sampleHomes] = await Promise.all([
    settled.then(async (both) => {
      told(`${String(both[0].size)} 个单位`);
      await seedPeople(telling, plan, both[0]);
      await writePeople(stateDir);
      told(counted(CAST_KEYS, '位演示人物'));
      return both;
    }),
    samples,
  ]);
  told(`名册 ${String(madeHomes + sampleHomes)} 户`);

  const organisation = (key: string): string => organisationIdOf(key, plan, organisations);
  const stage = { plan, refs: { at, organisation } };
  const opens = async (): Promise<void> => {
    await seedHomes(telling, plan, at(300 * 24));
    await seedDesk(telling, plan, organisation('company'));
  };
  const councils = councilTalesOf(size);
  await play(
    [
      { at: at(DESK_OPENS), lane: 'desk', run: opens },
      ...actsOfCouncils(telling, councils, stage),
      ...actsOfVotes(telling, stage),
      ...(await actsOfTales(telling, talesOf(size), stage)),
      ...actsOfVolunteers(telling, size, stage),
      ...actsOfWishes(telling, stage),
    ],
    moveTo,
  );
  await phones.settle();
  await phones.moveToNow();
  await phones.settle();
  await writePlaces(stateDir, plan);
  await writeWhole(join(stateDir, MARKER), JSON.stringify({ size, at: Date.now() }));
  await telling.close();
  told(
    `${counted(talesOf(size), '件报事')}、${counted(
      councils.flatMap(({ topics }) => Object.keys(topics)),
      '件议题',
    )}`,
  );
};

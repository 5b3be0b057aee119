import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HOUR } from '@gongyi/shared/kernel/time';
import { writeWhole } from '../files/write-file';
import { appoint } from './appoint';
import { CAST_KEYS, livelyCompounds, memberOf, ON_THE_PHONE, openidOf, phoneOf } from './cast';
import { planOrganisations } from './plan-organisations';
import { planPlaces } from './plan-places';
import { seedDesk } from './seed-desk';
import { arrive, organisationIdOf, seedHomes, seedPeople } from './seed-people';
import { seedOrganisations, seedPlaces } from './seed-places';
import { seedRolls } from './seed-rolls';
import { talesOf } from './tales/index';
import { tellTales } from './tell-tales';
import { openTelling } from './telling';
import type { SeedOptions } from './telling';

export type { SeedOptions } from './telling';

/** Where a new clock has to begin for the demonstration's days to have passed when it is ready. */
export const DEMO_DAYS_MS = -6 * 24 * HOUR;
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

/**
 * Seeds the demonstration district through the product's own API, as its users would. Ended midway, the next
 * call completes it; complete, it does nothing.
 */
export const seedDemo = async (options: SeedOptions): Promise<void> => {
  const { stateDir, log, size = 'full' } = options;
  if (isDemoSeeded(stateDir)) return;
  const began = Date.now();
  const told = (words: string): void => {
    log(`${words} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  };
  const telling = await openTelling(options, join(stateDir, 'demo-journal.jsonl'));
  const { phones, once } = telling;
  const plan = planPlaces(size);
  const places = livelyCompounds(plan);

  const { now, shiftMs } = await phones.clock();
  if (shiftMs > 0) throw new Error('the demonstration needs a clock that is not ahead of the machine’s');
  // All hours of the stories count from the machine's time at the first start.
  const ready = Number(
    await once(
      'ready at',
      () => '',
      () => Promise.resolve(String(now - Math.min(0, shiftMs))),
    ),
  );
  const moveTo = async (instant: number): Promise<void> => {
    await phones.settle();
    if (instant > (await phones.clock()).now) await phones.moveTo(instant);
  };

  await arrive(telling, 'admin');
  await once(
    'administrator',
    () => '',
    async () => {
      const { district } = plan;
      await appoint({
        phone: phoneOf('admin'),
        placeId: district.id,
        placeName: district.name,
        shiftMs: (await phones.clock()).shiftMs,
        env: options.operatorEnv,
      });
      return district.id;
    },
  );
  await seedPlaces(telling, plan);
  told(
    `演示区:${String(plan.streets.length)} 个街道、${String(plan.communities.length)} 个社区、${String(plan.compounds.length)} 个小区`,
  );
  const organisations = await seedOrganisations(telling, planOrganisations(plan));
  told(`演示区:${String(organisations.size)} 个单位`);
  const homes = await seedRolls(telling, size, plan);
  told(`演示区:名册 ${String(homes)} 户`);
  await seedPeople(telling, plan, organisations);
  const at = (hours: number): number => ready + hours * HOUR;
  await seedHomes(telling, plan, at(300 * 24));
  await seedDesk(telling, plan, organisationIdOf('company', plan, organisations));
  await writePeople(stateDir);
  told(`演示区:${String(CAST_KEYS.length)} 位演示人物`);

  const organisation = (key: string): string => organisationIdOf(key, plan, organisations);
  await tellTales(telling, talesOf(size), { plan, refs: { at, organisation }, moveTo });
  await moveTo(Date.now());
  await phones.settle();
  const lively = Object.fromEntries(Object.entries(places).map(([key, { id, name }]) => [key, { id, name }]));
  await writeWhole(join(stateDir, 'demo-places.json'), `${JSON.stringify(lively, null, 1)}\n`);
  await writeWhole(join(stateDir, MARKER), JSON.stringify({ size, at: Date.now() }));
  told(`演示区:${String(talesOf(size).length)} 件报事`);
};

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getPlace } from '@gongyi/shared/district/contract';
import { beginWechatSession, getMe } from '@gongyi/shared/people/contract';
import * as z from 'zod/mini';
import { bootLocalSystem } from '../local/boot';
import type { LocalSystem } from '../local/boot';
import { buildChanged } from '../local/build/build';
import { clientOf } from '../local/demo/client';
import { buildWorld } from '../local/world/build';
import type { World } from '../local/world/build';
import { ballotFigures } from './ballots';
import { burstFigures } from './burst';
import { coldStart } from './cold';
import { table } from './figures';
import type { Metric } from './figures';
import { requestFigures } from './requests';
import { signUpFigures } from './sign-ups';
import { sizes } from './sizes';

/**
 * `npm run bench`: ratios measured side by side in one run against the built bundles and the small demo
 * district, printed and, with nothing left out by `ONLY`, written to `bench.json`. What is not built is built first.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const signIn = async (system: LocalSystem, openid: string) => {
  const client = clientOf(system.appUrl);
  const code = await system.loginCode(openid);
  const { token } = await client.send(beginWechatSession, { body: { code }, name: `bench ${openid} ${code}` });
  return { token, me: await client.send(getMe, { token, name: 'me' }) };
};

/** What is measured, by the names that `ONLY` takes; ballots and burst last, for they move the clock by weeks. */
const partsOn = async (system: LocalSystem): Promise<Record<string, () => Promise<Metric[]>>> => {
  const environment = {
    ...system.operatorEnv,
    PUBLIC_BASE_URL: system.appUrl,
    WECHAT_API_BASE: system.wechatUrl,
    CALLS_PER_MINUTE: '1000000',
  };
  const api = { bundle: join(root, 'functions/dist/api/index.mjs'), environment, engine: system.tableUrl };
  const resident = await signIn(system, 'demo-resident');
  const dispatcher = await signIn(system, 'demo-dispatcher');
  const steward = await signIn(system, 'demo-steward');
  const placeId = resident.me.homes[0]?.homeId;
  const organisationId = dispatcher.me.grants[0]?.organisationId;
  if (placeId === undefined || organisationId === undefined) throw new Error('the demo people are not as expected');
  const districtId = z.parse(z.string(), placeId.split('.')[0]);
  let made: Promise<World> | undefined;
  const world = (): Promise<World> => (made ??= buildWorld(system));
  await clientOf(system.appUrl).send(getPlace, { params: { placeId: districtId }, name: 'place' });
  return {
    requests: () =>
      requestFigures({
        ...api,
        resident: { token: resident.token, placeId },
        dispatcher: { token: dispatcher.token, organisationId },
      }),
    'sign-ups': () => signUpFigures({ ...api, volunteer: resident, leader: { token: steward.token, placeId } }),
    cold: async () => [
      await coldStart(root, environment, `/api/places/${districtId}`, { pk: 'PLACE#', sk: `AT#${districtId}` }),
    ],
    sizes: () => sizes(join(root, 'miniapp')),
    ballots: async () => ballotFigures(await world(), root, environment, say),
    burst: async () => burstFigures(await world(), root, environment, say),
  };
};

await buildChanged(root, ['functions', 'weapp', 'web'], say);
const system = await bootLocalSystem({ seed: 'small', log: say });
try {
  const parts = await partsOn(system);
  const only = process.env['ONLY']?.split(',') ?? Object.keys(parts);
  const metrics: Metric[] = [];
  for (const name of only) {
    const part = parts[name];
    if (part === undefined) throw new Error(`ONLY=${name}: there are ${Object.keys(parts).join(', ')}`);
    const figures = await part();
    // Said at once: a later part that breaks off takes nothing with it.
    say(table(figures));
    metrics.push(...figures);
  }
  if (process.env['ONLY'] === undefined) {
    await writeFile(join(root, 'bench.json'), `${JSON.stringify({ metrics }, null, 1)}\n`);
  }
} finally {
  await system.stop();
}

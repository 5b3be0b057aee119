import { join } from 'node:path';
import { build } from 'esbuild';
import { withServices } from '../../../infra/local/services-for-tests';
import { appointAdministrator } from './appoint-administrator';
import { newPerson } from './people-for-tests';

const services = withServices();
const FUNCTIONS = ['api', 'ballots', 'stream', 'schedule', 'jobs', 'wechat-callback'];

it('appoints who has bound the number, once however often it is run', async () => {
  const person = await newPerson(services, '首任');
  const place = { id: 'ap', name: '示范区' };
  expect((await person.post('/places', place)).status).toBe(404);
  const appointed = { phone: person.phone, placeId: 'ap', placeName: '示范区', now: Date.now() - 1 };
  const first = await appointAdministrator(appointed);
  expect(await appointAdministrator({ ...appointed, now: Date.now() })).toEqual(first);
  expect((await person.post('/places', place)).status).toBe(200);
  await expect(appointAdministrator({ ...appointed, phone: '19912340000' })).rejects.toThrow(
    'bind it in the app first',
  );
  await expect(appointAdministrator({ ...appointed, placeId: 'not a place' })).rejects.toThrow();
});

it.each(FUNCTIONS)('stands in no part of the %s function', async (name) => {
  const { metafile } = await build({
    entryPoints: [join(__dirname, `../entry/${name}.ts`)],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  const inside = Object.keys(metafile.inputs);
  expect(inside.length).toBeGreaterThan(5);
  expect(inside.filter((path) => path.includes('appoint'))).toEqual([]);
});

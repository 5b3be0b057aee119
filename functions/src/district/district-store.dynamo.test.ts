import { randomUUID } from 'node:crypto';
import { CompoundFound, OrganisationCard, PlaceWithPath, PrintedCode } from '@gongyi/shared/district/contract';
import { Organisation } from '@gongyi/shared/district/organisation';
import { Place } from '@gongyi/shared/district/place';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { api, newDistrict, newPerson } from '../people/people-for-tests';
import type { Someone } from '../people/people-for-tests';
import { findGridOf, findHolder } from './public';

const services = withServices();
const COMPOUND = 'dd.s1.c1.x1';
let administrator: Someone;
beforeAll(async () => {
  administrator = await newDistrict(services, 'dd');
});

const open = (path: string) => api.call('GET', path);
const Found = z.object({ items: z.array(CompoundFound) });
const search = async (query: string) => z.parse(Found, (await open(`/compounds?${query}`)).body).items;

describe('places', () => {
  it('are read with the names above them', async () => {
    const answer = z.parse(PlaceWithPath, (await open(`/places/${COMPOUND}.b1.e1.h101`)).body);
    expect(answer.path.map(({ name }) => name)).toEqual([
      '示范区',
      '东街街道',
      '一社区',
      '阳光小区',
      '1号楼',
      '1单元',
      '101',
    ]);
    expect((await open(`/places/${COMPOUND}.b9`)).status).toBe(404);
    expect(await findGridOf(`${COMPOUND}.b1.e1.h101`)).toBe('dd.s1.c1.g1');
    expect(await findGridOf(COMPOUND)).toBeUndefined();
  });

  it('are added once, under an existing one, by who stands above', async () => {
    const place = { id: 'dd.s1.c2', name: '二社区' };
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => administrator.post('/places', place, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const taken = await administrator.post('/places', { ...place, name: '另一个' });
    expect(taken).toMatchObject({ status: 409, body: { code: 'place-exists' } });
    const orphan = await administrator.post('/places', { id: 'dd.s7.c1', name: '无' });
    expect(orphan).toMatchObject({ status: 422, body: { code: 'place-unknown' } });
    const resident = await newPerson(services, '居民');
    expect((await resident.post('/places', { id: 'dd.s1.c3', name: '三社区' })).status).toBe(404);
    expect((await administrator.post('/places', { id: 'ee', name: '别的区' })).status).toBe(404);
  });

  it('lie below one in the order of their names, page by page', async () => {
    for (const number of [2, 10, 3]) {
      const id = `${COMPOUND}.b${String(number)}`;
      await administrator.post('/places', { id, name: `${String(number)}号楼` });
    }
    const Page = z.object({ items: z.array(Place), cursor: z.optional(z.string()) });
    const first = z.parse(Page, (await open(`/places/${COMPOUND}/below?limit=3`)).body);
    expect(first.items.map(({ name }) => name)).toEqual(['1号楼', '2号楼', '3号楼']);
    const rest = z.parse(Page, (await open(`/places/${COMPOUND}/below?limit=3&cursor=${String(first.cursor)}`)).body);
    expect(rest).toMatchObject({ items: [{ name: '10号楼' }] });
    expect(rest.cursor).toBeUndefined();
    expect((await open(`/places/dd/below?cursor=${String(first.cursor)}`)).status).toBe(400);
  });

  it('are found by words and by nearness, under the name they have now', async () => {
    const far = { id: 'dd.s1.c1.x2', name: '阳光花园', point: { lat: 41_100_000, lng: 113_100_000 } };
    const near = { id: 'dd.s1.c1.x3', name: '明月小区', point: { lat: 41_000_000, lng: 113_000_000 } };
    for (const place of [far, near]) await administrator.post('/places', place);
    expect((await search(`words=${encodeURIComponent('阳光')}`)).map(({ id }) => id).sort()).toEqual([
      COMPOUND,
      far.id,
    ]);
    expect((await search('lat=41.01&lng=113.01')).map(({ id }) => id)).toEqual([near.id, far.id, COMPOUND]);
    expect((await administrator.put(`/places/${near.id}`, { name: '望月小区' })).status).toBe(200);
    const renamed = await search(`words=${encodeURIComponent('东街 望月')}`);
    expect(renamed).toMatchObject([{ id: near.id, community: '一社区', street: '东街街道', point: near.point }]);
    expect(await search(`words=${encodeURIComponent('明月')}`)).toEqual([]);
  });

  it('are found among as many compounds as a district has', async () => {
    await administrator.post('/places', { id: 'dd.s2', name: '西街街道' });
    await administrator.post('/places', { id: 'dd.s2.c1', name: '五社区' });
    const all = Array.from({ length: 550 }, (_, i) => ({ id: `dd.s2.c1.x${String(i)}`, name: `第${String(i)}院` }));
    for (let from = 0; from < all.length; from += 50) {
      const added = await administrator.post('/places/dd.s2.c1/below', { places: all.slice(from, from + 50) });
      expect(added.status).toBe(200);
    }
    expect(await search(`words=${encodeURIComponent('西街 第549院')}`)).toMatchObject([{ id: 'dd.s2.c1.x549' }]);
    expect((await search('')).length).toBe(60);
  });

  it('take no grid of another community', async () => {
    await administrator.post('/places', { id: 'dd.s1.c4', name: '四社区' });
    await administrator.post('/places', { id: 'dd.s1.c4.g1', name: '四社区第一网格' });
    const answer = await administrator.put(`/places/${COMPOUND}.b1`, { gridId: 'dd.s1.c4.g1' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'place-unknown' } });
  });
});

describe('organisations', () => {
  const register = async (body: object) =>
    z.parse(Organisation, (await administrator.post('/organisations', body)).body);
  const cards = async (placeId: string) =>
    z.parse(z.object({ items: z.array(OrganisationCard) }), (await open(`/places/${placeId}/organisations`)).body)
      .items;

  it('are found from the places they serve and below, nearest first', async () => {
    const heating = await register({ kind: 'utility', utility: 'heating', name: '热力公司', servesPlaceIds: ['dd'] });
    const water = await register({ kind: 'utility', utility: 'water', name: '供水公司', servesPlaceIds: ['dd'] });
    const company = await register({
      kind: 'property-company',
      name: '阳光物业',
      servesPlaceIds: [COMPOUND],
      robotUrl: 'https://robot.example/1',
    });
    const items = await cards(`${COMPOUND}.b1`);
    expect(items[0]?.id).toBe(company.id);
    expect(items.map(({ id }) => id).sort()).toEqual([heating.id, water.id, company.id].sort());
    expect(JSON.stringify(items)).not.toContain('robot');
    expect(await findHolder(COMPOUND, 'utility', 'water')).toMatchObject({ id: water.id });
    expect(await findHolder(COMPOUND, 'property-company')).toMatchObject({ id: company.id });
    expect(await findHolder(COMPOUND, 'lift-maintenance')).toBeUndefined();
  });

  it('give up a place and take on another in step', async () => {
    const served = { servesPlaceIds: ['dd.s1.c1.x2'] };
    const { id } = await register({ kind: 'property-company', name: '花园物业', ...served });
    const change = { name: '花园物业服务', servesPlaceIds: ['dd.s1.c1.x3'] };
    const key = randomUUID();
    const changed = await administrator.put(`/organisations/${id}`, change, key);
    expect(changed).toMatchObject({ status: 200, body: { id, kind: 'property-company', ...change } });
    expect((await administrator.put(`/organisations/${id}`, change, key)).status).toBe(200);
    expect((await cards('dd.s1.c1.x2')).map((card) => card.id)).not.toContain(id);
    expect((await cards('dd.s1.c1.x3')).find((card) => card.id === id)?.name).toBe('花园物业服务');
  });

  it('serve places that exist and lie below who registers them', async () => {
    const body = { kind: 'property-company', name: '无', servesPlaceIds: ['dd.s9'] };
    expect((await administrator.post('/organisations', body)).body).toMatchObject({ code: 'place-unknown' });
    expect((await administrator.post('/organisations', { ...body, servesPlaceIds: ['dd', 'ee'] })).status).toBe(404);
    expect((await administrator.post('/organisations', { ...body, servesPlaceIds: [] })).status).toBe(404);
    const resident = await newPerson(services, '居民');
    expect((await resident.post('/organisations', { ...body, servesPlaceIds: [COMPOUND] })).status).toBe(404);
  });
});

describe('printed codes', () => {
  it('lead anybody to their place, and are listed for who prints them', async () => {
    const make = (by: Someone, label: string) =>
      by.post('/codes', { kind: 'entrance', placeId: `${COMPOUND}.b1.e1`, label });
    const code = z.parse(PrintedCode, (await make(administrator, '1号楼1单元')).body);
    expect(code.url).toContain(code.id);
    expect((await open(`/codes/${code.id}`)).body).toMatchObject({ code, place: { place: { name: '1单元' } } });
    expect((await open('/codes/00000000000000000000000000')).status).toBe(404);
    const listed = await administrator.get(`/compounds/${COMPOUND}/codes`);
    expect(listed.body).toEqual({ items: [code] });
    const resident = await newPerson(services, '居民');
    expect((await make(resident, '我家')).status).toBe(404);
    expect((await resident.get(`/compounds/${COMPOUND}/codes`)).status).toBe(404);
  });
});

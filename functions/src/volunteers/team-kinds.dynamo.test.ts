import { withServices } from '../../../infra/local/services-for-tests';
import { done, newCorps } from './volunteers-for-tests';

const services = withServices();
jest.setTimeout(60_000);

it('changes the kinds of a district from a place of it that is there, and from no other', async () => {
  const { administrator, worker, communityId } = await newCorps(services, 'vk');
  const change = (placeId: string, seen = 0) =>
    administrator.put(`/places/${placeId}/team-kinds`, { seen, items: [{ id: 'medical', name: '医疗服务队' }] });
  for (const unknown of ['vk.s9', 'vk.s1.c9', 'zz']) {
    expect((await change(unknown)).status).toBe(404);
    expect((await administrator.get(`/places/${unknown}/team-kinds`)).status).toBe(404);
  }
  done(await change(communityId));
  const kinds = done(await worker.get(`/places/${communityId}/team-kinds`));
  expect(kinds).toMatchObject({
    mayChange: false,
    items: expect.arrayContaining([expect.objectContaining({ id: 'medical' })]),
  });
});

import { withServices } from '../../../infra/local/services-for-tests';
import { birthCorrections, correctOnce } from './birth-store';
import { done, newCorps, newVolunteer } from './volunteers-for-tests';
import { findVolunteer } from './volunteer-store';

const services = withServices();
jest.setTimeout(60_000);

it('a month of birth is put right by the community alone, with its reason, once', async () => {
  const { worker, leader, administrator, communityId } = await newCorps(services, 'vb');
  const other = await newCorps(services, 'vc');
  const someone = await newVolunteer(services, communityId);
  const path = `/volunteers/${someone.personId}/birth-month`;
  const body = { bornOn: '2015-03', reason: '看过户口本' };
  for (const stranger of [leader, administrator, someone, other.worker])
    expect((await stranger.post(path, body)).status).toBe(404);

  const key = 'correct-once-please';
  const first = done(await worker.post(path, body, key));
  expect(first).toEqual({ volunteerId: someone.personId, bornOn: '2015-03', minor: true });
  expect(done(await worker.post(path, body, key))).toEqual(first);
  expect((await worker.post(path, { ...body, bornOn: '1999-01' }, key)).body).toMatchObject({ code: 'key-reused' });

  // Of two at once one is made, or both one after the other; each stands with what it found.
  await Promise.all(['1980-01', '1980-02'].map((bornOn) => worker.post(path, { bornOn, reason: '写反了' })));
  const corrections = await birthCorrections(someone.personId);
  expect(corrections[0]).toMatchObject({ from: '1970-05', to: '2015-03', reason: '看过户口本', byId: worker.personId });
  corrections.slice(1).forEach(({ from }, index) => expect(from).toBe(corrections[index]?.to));
  expect(done(await someone.get('/volunteers/me'))).toMatchObject({ volunteer: { bornOn: corrections.at(-1)?.to } });

  done(await worker.put('/volunteers/me', { communityId, bornOn: '1990-01', skills: [] }));
  expect((await worker.post(`/volunteers/${worker.personId}/birth-month`, body)).body).toMatchObject({
    code: 'own-birth',
  });
});

it('corrections of one and the same moment are told in the order made', async () => {
  const { worker, communityId } = await newCorps(services, 'vd');
  const { personId } = await newVolunteer(services, communityId);
  const months = ['1981-01', '1981-02', '1981-03', '1981-04', '1981-05', '1981-06'];
  for (const [made, to] of months.entries()) {
    const volunteer = await findVolunteer(personId);
    if (volunteer === undefined) throw new Error('no volunteer');
    const { bornOn: from, rev } = volunteer;
    const correction = { from, to, reason: '写反了', at: 1, rev, byId: worker.personId, opHash: 'any' };
    // Keys that sort against the order made.
    expect(await correctOnce(volunteer, correction, `op-${String(9 - made)}`)).toBe('done');
  }
  expect((await birthCorrections(personId)).map(({ to }) => to)).toEqual(months);
});

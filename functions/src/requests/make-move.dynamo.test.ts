import { withServices } from '../../../infra/local/services-for-tests';
import { call, fileAtHome, fileLamp, move, moved, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
let village: Village;
beforeAll(async () => {
  village = await newVillage(services, 'ma');
}, 30_000);

describe('a repair all the way round', () => {
  it('goes from filed to confirmed, each step in the timeline', async () => {
    const { resident, dispatcher, technician } = village;
    const filed = await fileAtHome(village);
    expect(filed).toMatchObject({
      status: 'submitted',
      rev: 1,
      holderName: '和谐物业',
      visibility: 'private',
      mine: true,
    });
    const accepted = await moved(dispatcher, filed, 'accept');
    const assigned = await moved(dispatcher, accepted, 'assign', { assigneeId: technician.personId });
    const started = await moved(technician, assigned, 'start');
    const resolved = await moved(technician, started, 'resolve', { words: '换了阀芯，不漏了' });
    expect(resolved.moves).not.toContain('confirm');
    const seen = viewIn(await call(resident, 'GET', `/requests/${filed.id}`));
    expect(seen.moves).toEqual(['confirm', 'half-fix', 'reopen', 'reply']);
    const confirmed = await moved(resident, seen, 'confirm', { satisfied: true });
    expect(confirmed.status).toBe('confirmed');
    expect(confirmed.timeline.map(({ kind }) => kind)).toEqual([
      'filed',
      'accepted',
      'assigned',
      'started',
      'resolved',
      'confirmed',
    ]);
    expect(confirmed.timeline[1]?.by).toBe('客服 李*');
  });
});

describe('a move in a race', () => {
  it('leaves one holder when two dispatchers accept at once, and names them to the other', async () => {
    const filed = await fileLamp(village);
    const answers = await Promise.all(
      [village.dispatcher, village.otherDispatcher].map((one) => move(one, filed, 'accept')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    const winner = answers[0]?.status === 200 ? '客服 李*' : '客服 周*';
    expect(lost?.body).toMatchObject({
      code: 'already-held',
      facts: { holderName: '和谐物业', byName: winner, rev: 2, status: 'accepted' },
    });
  });

  it('answers a retry as the first time, also after others went on', async () => {
    const filed = await fileLamp(village);
    const key = 'retry-after-others-1';
    const first = viewIn(await move(village.dispatcher, filed, 'accept', {}, key));
    await moved(village.otherDispatcher, first, 'assign', { assigneeId: village.technician.personId });
    const again = viewIn(await move(village.dispatcher, filed, 'accept', {}, key));
    expect(again.timeline.slice(0, 2)).toEqual(first.timeline);
    expect(again.timeline.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
  });
});

import { withServices } from '../../../infra/local/services-for-tests';
import type { EventKind, Status } from '@gongyi/shared/requests/request';
import { nextStatus } from '@gongyi/shared/requests/request-rules';
import type { Move } from '@gongyi/shared/requests/request-rules';
import type { Someone } from '../people/people-for-tests';
import { eventsAfter, findRequest } from './request-store';
import { call, fileAtHome, fileLamp, move, moved, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
/** The move each step of these tests came from. */
const VERB_OF: Readonly<Partial<Record<EventKind, Move>>> = {
  accepted: 'accept',
  assigned: 'assign',
  started: 'start',
  paused: 'pause',
  resumed: 'resume',
  withdrawn: 'withdraw',
  joined: 'join',
  declined: 'decline',
  reopened: 'reopen',
  resolved: 'resolve',
};

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

describe('many at once', () => {
  it('keeps every reply, each once, however many are written at the same moment', async () => {
    const filed = await fileLamp(village);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        move(i % 2 === 0 ? village.resident : village.dispatcher, filed, 'reply', { words: `第${String(i)}句` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const events = await eventsAfter(filed.id);
    expect(events.map(({ rev }) => rev)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    expect(new Set(events.map(({ words }) => words)).size).toBe(20);
  }, 30_000);

  it('makes no step the lifecycle does not know, whoever acts at once', async () => {
    const { resident, dispatcher, otherDispatcher, technician, neighbour } = village;
    const acts: readonly (readonly [Someone, string, object])[] = [
      [dispatcher, 'accept', {}],
      [otherDispatcher, 'assign', { assigneeId: technician.personId }],
      [dispatcher, 'start', {}],
      [otherDispatcher, 'pause', { reason: '等', until: Date.now() + 1_000_000 }],
      [dispatcher, 'resume', {}],
      [resident, 'withdraw', {}],
      [neighbour, 'join', {}],
      [dispatcher, 'decline', { reason: '不归我们' }],
      [resident, 'reopen', { words: '归的' }],
      [technician, 'resolve', { words: '好了' }],
    ];
    for (let round = 0; round < 4; round += 1) {
      const filed = await fileLamp(village);
      const actors = Array.from({ length: 8 }, async (_, actor) => {
        for (let i = 0; i < 5; i += 1) {
          const [someone, verb, body] = acts[(actor * 7 + i * 3 + round) % acts.length] ?? [dispatcher, 'accept', {}];
          const seen = await call(dispatcher, 'GET', `/requests/${filed.id}`);
          const rev = seen.status === 200 ? viewIn(seen).rev : 1;
          const answer = await move(someone, { id: filed.id, rev }, verb, body);
          expect([200, 404, 409, 422]).toContain(answer.status);
        }
      });
      await Promise.all(actors);
      const events = await eventsAfter(filed.id);
      const request = await findRequest(filed.id);
      expect(events.map(({ rev }) => rev)).toEqual(events.map((_, i) => i + 2));
      expect(request?.rev).toBe(events.length + 1);
      let status: Status = 'submitted';
      for (const { kind } of events) {
        const verb = VERB_OF[kind];
        const next: Status | undefined = verb && nextStatus(status, verb);
        expect([kind, status, next]).not.toContain(undefined);
        status = next ?? status;
      }
      expect(request?.status).toBe(status);
    }
  }, 60_000);
});

it('lets a technician see and take what nobody has, and no other work', async () => {
  const filed = await fileAtHome(village);
  expect((await call(village.technician, 'GET', `/requests/${filed.id}`)).status).toBe(404);
  const accepted = await moved(village.dispatcher, filed, 'accept');
  const seen = viewIn(await call(village.technician, 'GET', `/requests/${filed.id}`));
  expect(seen.moves).toEqual(['take']);
  const taken = await moved(village.technician, accepted, 'take');
  expect(taken.moves).toContain('start');
  expect((await move(village.technician, { ...filed, rev: 1 }, 'take')).status).toBe(409);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getSession, getTopic, listNeeds } from '@gongyi/shared/council/contract';
import { searchCompounds } from '@gongyi/shared/district/contract';
import { getMe } from '@gongyi/shared/people/contract';
import { getRequest, listQueue } from '@gongyi/shared/requests/contract';
import { OPEN } from '@gongyi/shared/requests/request-rules';
import { bootWorld } from '../journeys/world';
import type { World } from '../journeys/world';
import { councilTalesOf } from './councils/index';
import { openJournal } from './journal';
import { SCALE } from './plan-places';
import { talesOf } from './tales/index';
import { councilStep } from './tell-councils';
import { openTelling } from './telling';
import type { Telling } from './telling';

/** The whole small demonstration, its first run ended by a power cut midway, as the journeys have it. */
const MINUTES = 60_000;
jest.setTimeout(2 * MINUTES);

let world: World | undefined;
let stateDir = '';
let telling: Telling | undefined;

beforeAll(async () => {
  world = await bootWorld();
  const { appUrl, wechatUrl, operatorEnv } = world.system;
  stateDir = world.system.stateDir;
  const log = (): void => undefined;
  telling = await openTelling(
    { apiBase: appUrl, wechatBase: wechatUrl, stateDir, log, operatorEnv },
    join(stateDir, 'test-journal.jsonl'),
  );
}, 10 * MINUTES);
afterAll(async () => {
  await telling?.close();
  await world?.end();
}, MINUTES);

const told = (): Telling => {
  if (telling === undefined) throw new Error('the demonstration is told in beforeAll');
  return telling;
};

describe('the small demonstration, completed after a power cut', () => {
  it('has every compound once', async () => {
    const { items } = await told().client.send(searchCompounds, { name: 'compounds' });
    expect(items).toHaveLength(SCALE.small.compounds);
  });

  it('leaves every request where its story ends, and none twice', async () => {
    const { client, token } = told();
    const journal = await openJournal(join(stateDir, 'demo-journal.jsonl'));
    await journal.close();
    const company = String(journal.gotOf('organisation company-1'));
    let open = 0;
    for (const tale of talesOf('small')) {
      const [first] = tale.beats;
      const requestId = String(journal.gotOf(`tale ${tale.key} 0 ${first?.move ?? ''}`));
      const asker = await token(first?.who ?? 'admin');
      const view = await client.send(getRequest, { name: tale.key, params: { requestId }, token: asker });
      expect([tale.key, view.status]).toEqual([tale.key, tale.ends]);
      expect([tale.key, ...view.photos.map(({ state }) => state)]).not.toContain('pending');
      if (view.holder.id === company && OPEN.includes(view.status)) open += 1;
    }
    const params = { organisationId: company };
    const { counts } = await client.send(listQueue, { name: 'queue', params, token: await token('dispatcher') });
    expect(counts.open).toBe(open);
    expect(counts.overdue).toBeGreaterThan(0);
  });

  it('leaves every topic and session of the councils where its story ends', async () => {
    const { client, token } = told();
    const journal = await openJournal(join(stateDir, 'demo-journal.jsonl'));
    await journal.close();
    for (const tale of councilTalesOf('small')) {
      const idOf = (on: string, begins: string): string => {
        const index = tale.beats.findIndex((beat) => beat.on === on && beat.move === begins);
        const beat = tale.beats[index];
        return beat === undefined ? '' : String(journal.gotOf(councilStep(tale, index, beat)));
      };
      // The convener of the main compound's community does not see the others.
      const asker = await token(tale.compound === 'bare' ? 'neighbour4' : 'secretary');
      for (const [on, ends] of Object.entries(tale.topics)) {
        const params = { topicId: idOf(on, 'propose') };
        const view = await client.send(getTopic, { name: on, params, token: asker });
        expect([on, view.status, view.wordsState]).toEqual([on, ends, 'clear']);
        expect([on, ...view.photos.map(({ state }) => state)]).not.toContain('pending');
      }
      for (const [on, ends] of Object.entries(tale.sessions ?? {})) {
        const params = { sessionId: idOf(on, 'call') };
        const view = await client.send(getSession, { name: on, params, token: asker });
        expect([on, view.status]).toEqual([on, ends]);
      }
    }
  });

  it('leaves work for the parties: something to screen, something late, an objection', async () => {
    const { client, token } = told();
    const secretary = await client.send(listNeeds, { name: 'needs', token: await token('secretary') });
    expect(secretary.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['screen', 'answer-objection']));
    const manager = await client.send(listNeeds, { name: 'needs', token: await token('manager') });
    expect(manager.items.filter(({ taskId, dueAt = 0 }) => taskId !== undefined && dueAt < client.now())).not.toEqual(
      [],
    );
  });

  it('gives the resident the home on the roll, and the demo phone its people', async () => {
    const { client, token } = told();
    const me = await client.send(getMe, { name: 'me', token: await token('resident') });
    expect(me.homes.map(({ relation, state }) => [relation, state])).toEqual([['owner', 'verified']]);
    const people: unknown = JSON.parse(await readFile(join(stateDir, 'demo-people.json'), 'utf8'));
    expect(people).toContainEqual(expect.objectContaining({ openid: 'demo-resident', name: me.name }));
  });

  it('ends in the machine’s own time', async () => {
    const { shiftMs } = await told().phones.clock();
    expect(shiftMs).toBe(0);
  });
});

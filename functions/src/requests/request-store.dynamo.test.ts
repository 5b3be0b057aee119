import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { TableName, queryAll, table } from '../platform/table';
import { keys } from '../platform/table-shape';
import { withServices } from '../../../infra/local/services-for-tests';
import { imageOf } from './deliver-for-tests';
import { call, fileLamp, move, newVillage, viewIn } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
let village: Village;
beforeAll(async () => {
  village = await newVillage(services, 'mb');
}, 30_000);

describe('filing', () => {
  it('makes one request of 200 sent at once with one key, and tells each the same', async () => {
    const key = 'two-hundred-at-once';
    const answers = await Promise.all(Array.from({ length: 200 }, () => fileLamp(village, {}, key)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const items = await queryAll({
      pk: keys.queueOf(village.propertyId),
      index: { name: 'queue', pk: 'queuePk', sk: 'queueSk' },
    });
    expect(items).toHaveLength(1);
  }, 60_000);

  it('refuses another request under the same key', async () => {
    await fileLamp(village, {}, 'same-key-other-body');
    const other = { category: 'lighting', words: '别的', placeId: village.compoundId };
    const answer = await call(village.resident, 'POST', '/requests', other, 'same-key-other-body');
    expect(answer).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('costs three write units: the item and its two indexes', async () => {
    const words = '单元门口的灯坏了两天，晚上回家看不见台阶，老人容易摔倒，请尽快来修';
    const { id } = await fileLamp(village, { words, spotWords: '进门左手边' });
    const Item = await imageOf(id);
    // The same item again under another name, to read what it costs.
    const copy = { ...Item, pk: `${String(Item?.['pk'])}z` };
    const { ConsumedCapacity } = await table().send(
      new PutCommand({ TableName: TableName(), Item: copy, ReturnConsumedCapacity: 'TOTAL' }),
    );
    expect(ConsumedCapacity?.CapacityUnits).toBe(3);
  });

  it('asks for consent, a place, a holder’s kind and answers', async () => {
    const filing = { category: 'lighting', words: '灯', placeId: village.compoundId };
    const code = async (body: object) =>
      (await call(village.resident, 'POST', '/requests', { ...filing, ...body })).body;
    expect(await code({ placeId: `${village.compoundId}.b9` })).toMatchObject({ code: 'place-unknown' });
    expect(await code({ placeId: 'mb.s1' })).toMatchObject({ code: 'place-unknown' });
    // A home is named by its own people only.
    expect(await code({ placeId: `${village.compoundId}.b1.e1.h102` })).toMatchObject({ code: 'place-unknown' });
    expect(await code({ category: 'lift-fault' })).toMatchObject({ code: 'answers-incomplete' });
    expect(await code({ photos: ['nobodys'] })).toMatchObject({ code: 'photos-unknown' });
  });

  it('goes to whose it is: a utility by its kind, the residents’ committee where there is none', async () => {
    expect((await fileLamp(village, { category: 'no-water' })).holder).toMatchObject({ name: '自来水公司' });
    expect((await fileLamp(village, { category: 'no-power' })).holder).toMatchObject({ name: '一社区居委会' });
  });
});

describe('what others see', () => {
  it('shows a public request without names and uncleared words, a private one not at all', async () => {
    const open = await fileLamp(village);
    const seen = viewIn(await call(village.neighbour, 'GET', `/requests/${open.id}`));
    expect(seen.words).toBeUndefined();
    expect(seen.filerName).toBe('1号楼 王**');
    expect(seen.moves).toEqual(['join']);
    const hidden = await fileLamp(village, { visibility: 'private' });
    expect((await call(village.neighbour, 'GET', `/requests/${hidden.id}`)).status).toBe(404);
    expect((await call(village.stranger, 'GET', `/requests/${open.id}`)).status).toBe(404);
    expect((await move(village.neighbour, hidden, 'join')).status).toBe(404);
    expect((await move(village.neighbour, open, 'accept')).body).toMatchObject({ code: 'move-not-allowed' });
    const staff = viewIn(await call(village.dispatcher, 'GET', `/requests/${hidden.id}`));
    expect(staff.filerName).toBe('王小明');
  });

  it('keeps an anonymous filer from neighbours, not from who must answer', async () => {
    const filed = await fileLamp(village, { anonymous: true });
    expect(viewIn(await call(village.neighbour, 'GET', `/requests/${filed.id}`)).filerName).toBe('匿名');
    expect(viewIn(await call(village.dispatcher, 'GET', `/requests/${filed.id}`)).filerName).toBe('王小明');
  });
});

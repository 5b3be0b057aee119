import { withServices } from '../../../infra/local/services-for-tests';
import { put, queryAll, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { onPersonDeleted } from './on-person-deleted';

withServices();

const fill = async (personId: string): Promise<void> => {
  for (let i = 0; i < 150; i += 1) await writeTogether([put({ ...keys.notice(personId, i, String(i)), title: 'x' })]);
  await writeTogether([put({ ...keys.unread(personId), count: 150 }), put(keys.subscription(personId, 'claim'))]);
};
const inboxOf = (personId: string) => queryAll({ pk: keys.unread(personId).pk, consistent: true });
const change = (personId: string, now: object) =>
  onPersonDeleted.on({
    ...keys.profile(personId),
    old: { openid: 'o1' },
    new: { ...now },
    at: 1,
    eventId: 'e1',
    expired: false,
  });

it('empties the inbox of who deleted their account, and nobody else’s', async () => {
  await fill('gone');
  await fill('stays');
  await change('stays', { openid: 'o1', textSize: 'large' });
  await change('gone', { deletedAt: 1 });
  await change('gone', { deletedAt: 1 });
  expect(await inboxOf('gone')).toEqual([]);
  expect(await inboxOf('stays')).toHaveLength(152);
});

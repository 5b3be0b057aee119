import { NOBODY } from '../people/public';
import { deletedPersonOf } from '../platform/reaction';
import type { Reaction } from '../platform/reaction';
import { changeOnce } from '../platform/table';
import { keys } from '../platform/table-shape';
import { listedPage } from '../platform/list-rows';
import { FollowedTopic, MINE } from './council-lists';
import { stepsAfter } from './record-store';

const AT_ONCE = 25;

/** Takes a person's masked name from a topic and its steps; the record's fingerprints stand without it. */
const forget = async (topicId: string, personId: string): Promise<void> => {
  const op = `forgotten.${personId}`;
  const values = { ':personId': personId };
  await changeOnce({
    key: keys.topic(topicId),
    set: { proposerName: NOBODY },
    when: 'proposerId = :personId AND attribute_not_exists(proposedFor)',
    values,
    op,
  });
  const own = (await stepsAfter('topic', topicId)).filter(({ byId }) => byId === personId);
  for (const { rev } of own) {
    const key = keys.topicStep(topicId, rev);
    await changeOnce({ key, set: { byName: '' }, when: 'byId = :personId', values, op });
  }
};

/** Who deletes their account leaves their part in the council behind without a name. */
export const onPersonDeleted: Reaction = {
  name: 'council/person-deleted',
  async on(change) {
    const personId = deletedPersonOf(change);
    if (personId === undefined) return;
    let after: Record<string, unknown> | undefined;
    do {
      const page = await listedPage(FollowedTopic, { list: MINE, ownerId: personId, limit: AT_ONCE, after });
      for (const { id } of page.rows) await forget(id, personId);
      after = page.lastKey;
    } while (after !== undefined);
  },
};

import type { Reaction } from '../platform/reaction';
import { PREFIX, keys } from '../platform/table-shape';
import type { Item } from '../platform/table';
import { putListRow, removeListRow } from './council-list-store';
import { rowsOfSession, rowsOfTopic } from './council-lists';
import type { Row } from './council-lists';
import { followersOf } from './part-store';
import { findSession, findTopic, isSessionKey, isTopicKey, sessionOf, topicOf } from './record-store';

/**
 * Keeps the lists. What a change says is only the occasion: the rows follow the topic or the session as it
 * stands, read again until it stood still, so that any order of deliveries ends the same.
 */
interface Standing {
  /** The same while nothing changed. */
  readonly state: string;
  readonly rows: readonly Row[];
}

const placeOf = ({ pk, sk }: Row): string => `${pk} ${sk}`;
const TRIES = 5;

const keep = async (earlier: readonly Row[], read: () => Promise<Standing | undefined>): Promise<void> => {
  const before = new Map(earlier.map((row) => [placeOf(row), row]));
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const now = await read();
    if (now === undefined) return;
    const wanted = new Set(now.rows.map(placeOf));
    await Promise.all([
      ...now.rows.map(putListRow),
      ...[...before].filter(([place]) => !wanted.has(place)).map(([, row]) => removeListRow(row)),
    ]);
    if ((await read())?.state === now.state) return;
    // Rows of a state that passed while they were written must go too.
    now.rows.forEach((row) => before.set(placeOf(row), row));
  }
  throw new Error('what the lists follow did not stand still');
};

const readTopic = async (topicId: string): Promise<Standing | undefined> => {
  const topic = await findTopic(topicId);
  if (topic === undefined) return undefined;
  return {
    state: `${String(topic.rev)} ${topic.wordsCheck}`,
    rows: rowsOfTopic(topic, await followersOf(topicId)),
  };
};

const readSession = async (sessionId: string): Promise<Standing | undefined> => {
  const session = await findSession(sessionId);
  return session && { state: String(session.rev), rows: rowsOfSession(session) };
};

/** Who objects follows a topic without a step of its own. */
const isFollowerKey = (pk: string, sk: string): boolean =>
  pk.startsWith(PREFIX.topic) && sk.startsWith(keys.topicFollower('', '').sk);

const rowsBefore = (image: Item | undefined, rowsOf: (item: Item) => Row[]): Row[] =>
  image === undefined ? [] : rowsOf(image);

export const onCouncilLists: Reaction = {
  name: 'council/keep-lists',
  async on({ pk, sk, old, new: item }) {
    if (isTopicKey(pk, sk)) {
      const rowsOf = (image: Item) => rowsOfTopic(topicOf(image), []);
      await keep([...rowsBefore(old, rowsOf), ...rowsBefore(item, rowsOf)], () =>
        readTopic(pk.slice(PREFIX.topic.length)),
      );
    } else if (old === undefined && isFollowerKey(pk, sk)) {
      await keep([], () => readTopic(pk.slice(PREFIX.topic.length)));
    } else if (isSessionKey(pk, sk)) {
      const rowsOf = (image: Item) => rowsOfSession(sessionOf(image));
      await keep([...rowsBefore(old, rowsOf), ...rowsBefore(item, rowsOf)], () =>
        readSession(pk.slice(PREFIX.session.length)),
      );
    }
  },
};

import { keepRows, putListRow } from '../platform/list-rows';
import type { Row, Standing } from '../platform/list-rows';
import type { Reaction } from '../platform/reaction';
import { PREFIX, keys } from '../platform/table-shape';
import type { Item } from '../platform/table';
import { followedRow, rowsOfSession } from './council-lists';
import { keepTopicRows, rowsOfImage } from './keep-topic-rows';
import { findSession, findTopic, isSessionKey, isTopicKey, sessionOf, topicOf } from './record-store';

const readSession = async (sessionId: string): Promise<Standing | undefined> => {
  const session = await findSession(sessionId);
  return session && { state: String(session.rev), rows: rowsOfSession(session) };
};

const FOLLOWS = keys.topicFollower('', '').sk;
const isFollowerKey = (pk: string, sk: string): boolean => pk.startsWith(PREFIX.topic) && sk.startsWith(FOLLOWS);

/** Somebody begins to follow a topic: from then on it is one of theirs. */
const putFollowedRow = async (topicId: string, personId: string): Promise<void> => {
  const topic = await findTopic(topicId);
  if (topic !== undefined) await putListRow(followedRow(personId, topic));
};

const rowsBefore = (image: Item | undefined, rowsOf: (item: Item) => Row[]): Row[] =>
  image === undefined ? [] : rowsOf(image);

export const onCouncilLists: Reaction = {
  name: 'council/keep-lists',
  async on({ pk, sk, old, new: item }) {
    if (isTopicKey(pk, sk)) {
      const images = [old, item].flatMap((image) => (image === undefined ? [] : [topicOf(image)]));
      const earlier = await Promise.all(images.map(rowsOfImage));
      await keepTopicRows(pk.slice(PREFIX.topic.length), earlier.flat());
    } else if (old === undefined && isFollowerKey(pk, sk)) {
      await putFollowedRow(pk.slice(PREFIX.topic.length), sk.slice(FOLLOWS.length));
    } else if (isSessionKey(pk, sk)) {
      const rowsOf = (image: Item) => rowsOfSession(sessionOf(image));
      await keepRows([...rowsBefore(old, rowsOf), ...rowsBefore(item, rowsOf)], () =>
        readSession(pk.slice(PREFIX.session.length)),
      );
    }
  },
};

import { seatsOf } from '@gongyi/shared/council/seats';
import type { Seat } from '@gongyi/shared/council/seats';
import type { Topic } from '@gongyi/shared/council/topic';
import { organisationsServing } from '../district/public';
import { keepRows } from '../platform/list-rows';
import type { Row, Standing } from '../platform/list-rows';
import { rowsOfTopic } from './council-lists';
import { findTopic } from './record-store';

/** Only tasks go by the seats. They are read as they are: what the instance remembers may be of before. */
const seatsFor = async ({ status, compoundId }: Topic): Promise<Seat[]> =>
  status === 'carrying-out' ? seatsOf(await organisationsServing(compoundId)) : [];

const readTopic = async (topicId: string): Promise<Standing | undefined> => {
  const topic = await findTopic(topicId);
  if (topic === undefined) return undefined;
  const seats = await seatsFor(topic);
  const held = seats.map(({ party, bodyId }) => `${party}=${bodyId ?? ''}`).join(' ');
  return {
    state: `${String(topic.rev)} ${topic.wordsCheck} ${held}`,
    rows: rowsOfTopic(topic, seats),
  };
};

/** Keeps the rows of a topic; `earlier` are those it may have had and should not have any more. */
export const keepTopicRows = (topicId: string, earlier: readonly Row[]): Promise<void> =>
  keepRows(earlier, () => readTopic(topicId));

/** The rows that a topic had as this image of it shows, at the desks of who holds the seats now. */
export const rowsOfImage = async (topic: Topic): Promise<Row[]> => rowsOfTopic(topic, await seatsFor(topic));

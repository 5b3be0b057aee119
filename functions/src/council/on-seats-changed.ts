import { SEAT_KINDS } from '@gongyi/shared/council/seats';
import { Organisation } from '@gongyi/shared/district/organisation';
import { placeKind } from '@gongyi/shared/district/place';
import * as z from 'zod/mini';
import { organisationsServing } from '../district/public';
import { listedPage } from '../platform/list-rows';
import type { Reaction } from '../platform/reaction';
import type { Item } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';
import { BELOW, DESK, DeskRow, taskRowsAnywhere, topicsList } from './council-lists';
import { keepTopicRows } from './keep-topic-rows';
import { findTopic } from './record-store';
import { ListedTopic } from './topic-row';

const AT_ONCE = 25;

/** Goes through a list, page by page, whatever becomes of its rows meanwhile. */
const walk = async <S extends z.core.$ZodType>(
  schema: S,
  list: string,
  ownerId: string,
  each: (row: z.output<S>) => Promise<void>,
): Promise<void> => {
  let after: Record<string, unknown> | undefined;
  do {
    const page = await listedPage(schema, { list, ownerId, limit: AT_ONCE, after });
    for (const row of page.rows) await each(row);
    after = page.lastKey;
  } while (after !== undefined);
};

/** Takes the tasks of a topic from every desk to that of who holds the seat now. */
const moveTasks = async (topicId: string, bodyIds: readonly string[]): Promise<void> => {
  const topic = await findTopic(topicId);
  if (topic === undefined) return;
  const bodies = (await organisationsServing(topic.compoundId)).map(({ id }) => id);
  await keepTopicRows(topicId, taskRowsAnywhere(topic, [...new Set([...bodyIds, ...bodies])]));
};

/** Topics in the compound, or below the place, whose tasks are being done. */
const moveTasksAt = async (placeId: string, bodyIds: readonly string[]): Promise<void> => {
  const list = placeKind(placeId) === 'compound' ? topicsList('resolved') : BELOW;
  await walk(ListedTopic, list, placeId, async ({ id, status }) => {
    if (status === 'carrying-out') await moveTasks(id, bodyIds);
  });
};

const read = (image: Item | undefined): Organisation | undefined => {
  const organisation = z.safeParse(Organisation, image);
  return organisation.success ? organisation.data : undefined;
};

/** Places that one of the two images serves and the other does not. */
const placesChanged = (old: Organisation | undefined, now: Organisation | undefined): string[] => {
  const [before, after] = [old?.servesPlaceIds ?? [], now?.servesPlaceIds ?? []];
  return [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
};

/**
 * A body took a place on or gave it up, so a seat may have changed hands: open tasks go with the seat. Whatever lies
 * at the body's own desk is looked at too; a task may have ended while the seat moved.
 */
export const onSeatsChanged: Reaction = {
  name: 'council/tasks-follow-seats',
  async on({ pk, sk, old: before, new: after }) {
    if (!pk.startsWith(PREFIX.organisation) || sk !== keys.organisation('').sk) return;
    const [old, now] = [read(before), read(after)];
    const body = now ?? old;
    const places = placesChanged(old, now);
    if (body === undefined || places.length === 0 || !SEAT_KINDS.includes(body.kind)) return;
    for (const placeId of places) await moveTasksAt(placeId, [body.id]);
    await walk(DeskRow, DESK, `body/${body.id}`, async ({ topicId, kind }) => {
      if (topicId !== undefined && kind === 'task') await moveTasks(topicId, [body.id]);
    });
  },
};

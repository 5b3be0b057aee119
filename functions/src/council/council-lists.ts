import { AwayRow } from '@gongyi/shared/council/contract';
import type { NeedRow } from '@gongyi/shared/council/contract';
import { needsOfSession, needsOfTopic } from '@gongyi/shared/council/needs';
import { NEED_KINDS, STAGES, STAGE_NAMES } from '@gongyi/shared/council/kinds';
import type { Need } from '@gongyi/shared/council/needs';
import { officesAnywhere } from '@gongyi/shared/council/seats';
import type { Seat } from '@gongyi/shared/council/seats';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { absentParties, partiesOfSession } from '@gongyi/shared/council/session-rules';
import type { Topic } from '@gongyi/shared/council/topic';
import { TOPIC_OPEN, isHandedUp } from '@gongyi/shared/council/topic-rules';
import type { Stage } from '@gongyi/shared/council/kinds';
import { PARTIES } from '@gongyi/shared/district/organisation';
import { ancestorOf } from '@gongyi/shared/district/place';
import * as z from 'zod/mini';
import { keys } from '../platform/table-shape';
import type { Row } from '../platform/list-rows';
import { titleShown } from './shown-steps';
import { ListedTopic } from './topic-row';

/**
 * Rows of lists, kept by the stream:
 * `council-topics-<stage>` by compound, newest proposed first;
 * `council-mine` by person who proposed, seconded, commented or objected, newest proposed first: which topic, written
 * once, however often it changes;
 * `council-below` by community, street and district, while open, by how long a topic has been where it is;
 * `council-handed-up` by the same, what the street was given;
 * `council-desk` by desk (`scopesOf`), by when something is due;
 * `council-away` by community, street and district: which parties came to a session and which did not.
 */
export const topicsList = (stage: Stage): string => `council-topics-${stage}`;
export const MINE = 'council-mine';
export const BELOW = 'council-below';
export const HANDED_UP = 'council-handed-up';
export const DESK = 'council-desk';
export const AWAY = 'council-away';

/** What a row of `council-mine` holds: the topic is read as it stands, with the list. */
export const FollowedTopic = z.object({ id: z.string() });
export const followedRow = (personId: string, { id, proposedAt }: Topic): Row => ({
  ...keys.listRow(MINE, personId, proposedAt, id),
  row: { id },
});

const placesAbove = (compoundId: string): string[] =>
  (['community', 'street', 'district'] as const).flatMap((level) => ancestorOf(compoundId, level) ?? []);

export const DeskRow = z.object({
  kind: z.enum(NEED_KINDS),
  dueAt: z.optional(z.int()),
  since: z.optional(z.int()),
  title: z.string(),
  compoundId: z.string(),
  compoundName: z.string(),
  topicId: z.optional(z.string()),
  sessionId: z.optional(z.string()),
  taskId: z.optional(z.string()),
}) satisfies z.ZodMiniType<NeedRow>;

const deskRows = (
  need: Need,
  subjectId: string,
  rest: Pick<NeedRow, 'title' | 'topicId' | 'sessionId'>,
  at: Place,
): Row[] => {
  const { kind, scopes, dueAt, dated, taskId } = need;
  const id = [subjectId, kind, taskId].filter((one) => one !== undefined).join('.');
  const when = dated ? { dueAt } : { since: dueAt };
  const row = { kind, ...when, ...rest, ...at, ...(taskId === undefined ? {} : { taskId }) };
  return scopes.map((scope) => ({ ...keys.listRow(DESK, scope, dueAt, id), row }));
};
type Place = Pick<NeedRow, 'compoundId' | 'compoundName'>;

const needRows = (topic: Topic, need: Need): Row[] => {
  const { id, compoundId, compoundName } = topic;
  const title = titleShown(topic.title, topic.wordsCheck, false);
  const task = topic.tasks.find((one) => one.id === need.taskId);
  const rest = { title: task === undefined ? title : `${title}：${task.words}`, topicId: id };
  return deskRows(need, id, rest, { compoundId, compoundName });
};

/** The rows that a topic's tasks, done or not, may ever have had at the desks of these bodies and of the parties. */
export const taskRowsAnywhere = (topic: Topic, bodyIds: readonly string[]): Row[] => {
  const scopes = officesAnywhere(topic.compoundId, bodyIds).map(({ desk }) => desk);
  return topic.tasks.flatMap(({ id, dueAt }) =>
    needRows(topic, { kind: 'task', scopes, dueAt, dated: true, taskId: id }),
  );
};

/** The rows that a topic has as it and the seats of its compound stand, all but those of its followers. */
export const rowsOfTopic = (topic: Topic, seats: readonly Seat[]): Row[] => {
  const { id, status, compoundId, proposedAt, since } = topic;
  const row = z.parse(ListedTopic, topic);
  const stage = STAGE_NAMES.find((name) => (STAGES[name] as readonly string[]).includes(status));
  const above = TOPIC_OPEN.includes(status) ? BELOW : isHandedUp(topic) ? HANDED_UP : undefined;
  return [
    ...(stage === undefined ? [] : [{ ...keys.listRow(topicsList(stage), compoundId, proposedAt, id), row }]),
    ...(above === undefined
      ? []
      : placesAbove(compoundId).map((placeId) => ({ ...keys.listRow(above, placeId, since, id), row }))),
    ...needsOfTopic(topic, seats).flatMap((need) => needRows(topic, need)),
  ];
};

export const Away = z.object({
  sessionId: z.string(),
  at: z.int(),
  compoundId: z.string(),
  compoundName: z.string(),
  absent: z.array(z.pick(AwayRow, { party: true, bodyName: true })),
  present: z.array(z.enum(PARTIES)),
});
export type Away = z.output<typeof Away>;

/** Held, or failed for want of parties: then it shows who was there. */
const wasDue = ({ status, openedAt }: CouncilSession): boolean => openedAt !== undefined || status === 'failed';

const awayOf = (session: CouncilSession): Away => {
  const { id, startsAt, compoundId, compoundName, seats } = session;
  return {
    sessionId: id,
    at: startsAt,
    compoundId,
    compoundName,
    absent: absentParties(session).map((party) => ({
      party,
      bodyName: seats.find((seat) => seat.party === party)?.bodyName ?? '',
    })),
    present: partiesOfSession(session),
  };
};

/** 电动车棚等 3 项 */
const titleOf = ({ agenda }: CouncilSession): string =>
  agenda.length === 1 ? (agenda[0]?.title ?? '') : `${agenda[0]?.title ?? ''}等 ${String(agenda.length)} 项`;

/** The desk's and the supervisors' rows of a session as it stands. */
export const rowsOfSession = (session: CouncilSession): Row[] => {
  const { id, compoundId, compoundName, startsAt } = session;
  const rest = { title: titleOf(session), sessionId: id };
  return [
    ...needsOfSession(session).flatMap((need) => deskRows(need, id, rest, { compoundId, compoundName })),
    ...(wasDue(session)
      ? placesAbove(compoundId).map((placeId) => ({
          ...keys.listRow(AWAY, placeId, startsAt, id),
          row: awayOf(session),
        }))
      : []),
  ];
};

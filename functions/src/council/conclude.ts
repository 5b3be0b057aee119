import type { conclude as route } from '@gongyi/shared/council/contract';
import { earliestTask } from '@gongyi/shared/council/council-rules';
import { speakingParties, speaksAs } from '@gongyi/shared/council/seats';
import { itemConcluded, resolutionOn } from '@gongyi/shared/council/agenda-effects';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { agreed } from '@gongyi/shared/council/topic-effects';
import type { Task } from '@gongyi/shared/council/topic';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { withTopics } from './session-topics';

type Wanted = RouteInput<typeof route>['body']['tasks'][number];

/** A task is the work of the body that holds the party's seat, by a date that the public notice leaves to it. */
const taskOf = (
  { seats, rules: { rules } }: CouncilSession,
  wanted: Wanted,
  index: number,
  now: number,
): Task | Refusal => {
  const party = speaksAs(seats, wanted.party);
  const seat = seats.find((one) => one.party === party);
  if (seat?.bodyId === undefined || !speakingParties(seats).includes(party)) {
    return refuse('seat-empty', { party: wanted.party });
  }
  const earliest = earliestTask(rules, now);
  if (wanted.dueAt < earliest) return refuse('task-too-early', { publicNoticeDays: rules.publicNoticeDays, earliest });
  return {
    id: `t${String(index + 1)}`,
    words: wanted.words,
    party,
    bodyId: seat.bodyId,
    bodyName: seat.bodyName ?? '',
    steps: wanted.steps.map((words) => ({ words, done: false })),
    dueAt: wanted.dueAt,
  };
};

/** Records what was resolved on a topic, and who does what by when. */
export const conclude = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'conclude', sessionId: params.sessionId, rev: body.rev }, call, (session, doing) => {
    const { now } = call;
    const resolution = resolutionOn(session, body.topicId, body.words, now);
    if (isRefusal(resolution)) return resolution;
    const tasks: Task[] = [];
    for (const [index, wanted] of body.tasks.entries()) {
      const task = taskOf(session, wanted, index, now);
      if (isRefusal(task)) return task;
      tasks.push(task);
    }
    return withTopics(
      itemConcluded(session, body.topicId, resolution, now),
      [body.topicId],
      (topic) => agreed(topic, resolution, tasks, now),
      doing,
    );
  });

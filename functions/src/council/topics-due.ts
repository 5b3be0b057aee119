import type { Topic } from '@gongyi/shared/council/topic';
import { topicOverdue } from '@gongyi/shared/council/topic-effects';
import { topicDeadline } from '@gongyi/shared/council/topic-rules';
import type { Due } from '../platform/due-walk';
import { derivedId } from '../platform/idempotency';
import { changeOnce } from '../platform/table';
import { PREFIX, keys } from '../platform/table-shape';
import { CLOCK } from '../platform/record-item';
import { findTopic, isTopicKey, topicAttributes, topicWrites, writeSteps } from './record-store';
import { sendTextToPerson, settleStepWords } from './step-words-store';

/** Steps one topic may make at one look: its words, the screening, and each of its tasks. */
const MOST_STEPS = 14;

/** Makes the step of the deadline that has passed, if it is still the topic's next one. */
const makeStep = async (topic: Topic, now: number): Promise<boolean> => {
  // Words come first: their deadline stands in the place of the other.
  if (topic.wordsCheck === 'pending') {
    const due = Number(String(topicAttributes(topic)['dueSk']).slice(0, 15));
    if (due > now) return false;
    await sendTextToPerson(topic);
    return true;
  }
  const deadline = topicDeadline(topic);
  if (deadline === undefined || deadline.at > now) return false;
  const op = derivedId('clock', topic.id, String(topic.rev), deadline.kind, deadline.taskId ?? '');
  await writeSteps(topicWrites(topic, topicOverdue(topic, deadline, now), { maker: CLOCK, op, now }));
  return true;
};

/** Puts a topic under its own next deadline, if it still stands under one long handled. */
const putDueRight = async (topic: Topic, dueSk: string): Promise<void> => {
  const right = topicAttributes(topic);
  if (right['dueSk'] === dueSk) return;
  await changeOnce({
    key: keys.topic(topic.id),
    set: { duePk: right['duePk'], dueSk: right['dueSk'] },
    when: 'dueSk = :dueSk AND #rev = :rev AND wordsCheck = :wordsCheck',
    names: { '#rev': 'rev' },
    values: { ':dueSk': dueSk, ':rev': topic.rev, ':wordsCheck': topic.wordsCheck },
    op: `due.${topic.id}`,
  });
};

/** Handles what fell due of one topic or of one step's words; what somebody moved meanwhile is read again. */
export const handleTopicDue = async ({ key, dueSk }: Due, now: number): Promise<void> => {
  const topicId = key.pk.slice(PREFIX.topic.length);
  if (!isTopicKey(key.pk, key.sk)) {
    await settleStepWords('topic', topicId, Number(key.sk.slice(3)), 'person');
    return;
  }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const topic = await findTopic(topicId);
    if (topic === undefined) return;
    if (!(await makeStep(topic, now))) {
      await putDueRight(topic, dueSk);
      return;
    }
  }
};

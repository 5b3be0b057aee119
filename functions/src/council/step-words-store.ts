import { changeOnce, updateOf, writeTogether } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { stepVerdict } from '../platform/step-verdict';
import type { Judge, Verdict } from '../platform/step-verdict';
import { keys } from '../platform/table-shape';
import { findStep, findTopic, isTopicText, topicAttributes } from './record-store';
import type { Kind } from './record-store';
import type { StoredStep } from '../platform/record-item';
import type { Topic } from '@gongyi/shared/council/topic';

const keyOf = (kind: Kind, id: string, rev: number) => (kind === 'topic' ? keys.topicStep : keys.sessionStep)(id, rev);

const stepChange = (kind: Kind, id: string, rev: number, verdict: Verdict, person: Judge | undefined) =>
  stepVerdict(keyOf(kind, id, rev), verdict, person);

/** Writes a verdict on the words of one step; false if there is no such step with words. */
export const settleStepWords = async (
  kind: Kind,
  id: string,
  rev: number,
  verdict: Verdict,
  person?: Judge,
): Promise<boolean> => {
  const step = await findStep(kind, id, rev);
  if (step?.words === undefined) return false;
  if (isTopicText(kind, step)) return settleTopicText(id, step, verdict, person);
  return (await changeOnce(stepChange(kind, id, rev, verdict, person))).done;
};

const TRIES = 8;

/** The words a topic has now, and the step that holds them: one verdict for both, with the deadline that follows. */
const textWrites = (topic: Topic, step: StoredStep, verdict: Verdict, person: Judge | undefined): TransactItem[] => {
  const fresh = topicAttributes({ ...topic, wordsCheck: verdict });
  return [
    updateOf({
      key: keys.topic(topic.id),
      set: { wordsCheck: verdict, duePk: fresh['duePk'], dueSk: fresh['dueSk'] },
      when: '#rev = :rev AND wordsCheck = :seen',
      names: { '#rev': 'rev' },
      values: { ':rev': topic.rev, ':seen': topic.wordsCheck },
      op: person?.op ?? `words.${verdict}`,
    }),
    updateOf(stepChange('topic', topic.id, step.rev, verdict, person)),
  ];
};

/** A verdict is on the words that were looked at: those of an earlier version no longer speak for the topic. */
const settleTopicText = async (
  topicId: string,
  step: StoredStep,
  verdict: Verdict,
  person: Judge | undefined,
): Promise<boolean> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const topic = await findTopic(topicId);
    if (topic === undefined) return false;
    if (step.facts['version'] !== topic.version) {
      return (await changeOnce(stepChange('topic', topicId, step.rev, verdict, person))).done;
    }
    if (topic.wordsCheck === verdict) return true;
    if (person === undefined && topic.wordsCheck !== 'pending') return true;
    if ((await writeTogether(textWrites(topic, step, verdict, person))).done) return true;
  }
  throw new Error('a topic changed too often for a verdict on its words');
};

/** Nobody said anything of a topic's words in time: a person looks. */
export const sendTextToPerson = async (topic: Topic): Promise<void> => {
  const step = await findStep('topic', topic.id, topic.wordsRev);
  if (step !== undefined) await settleTopicText(topic.id, step, 'person', undefined);
};

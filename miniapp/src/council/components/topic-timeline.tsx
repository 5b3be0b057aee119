import { View } from '@tarojs/components';
import type { TopicStep } from '@gongyi/shared/council/contract';
import { CheckedPhotos } from '../../requests/components/checked-photos';
import { Card, Timeline, clockWords } from '../../ui';
import type { TimelineEntry } from '../../ui/timeline';
import { TOPIC, TOPIC_EVENT } from '../topic-copy';
import { topicEventTone, topicStepFacts } from '../topic-steps';
import type { TimelineHere } from '../use-timeline';
import { EarlierButton } from './earlier-button';

/** Comments stand in their own card. */
const TALK: readonly TopicStep['kind'][] = ['commented', 'comment-hidden', 'seconded'];

const body = (step: TopicStep, now: number) => {
  const facts = topicStepFacts(step, now);
  const unseen = step.words === undefined && step.wordsState !== undefined && step.wordsState !== 'clear';
  if (facts.length === 0 && step.words === undefined && step.photos.length === 0 && !unseen) return undefined;
  return (
    <View className="stack">
      {facts.length > 0 ? <View className="t14 figure">{facts.join(' · ')}</View> : null}
      {step.words === undefined ? null : <View className="t16">{step.words}</View>}
      {unseen ? <View className="t14 quiet">{step.wordsState === 'held' ? TOPIC.held : TOPIC.checking}</View> : null}
      <CheckedPhotos photos={step.photos} name={TOPIC_EVENT[step.kind]} />
    </View>
  );
};

const entry = (step: TopicStep, now: number): TimelineEntry => ({
  key: String(step.rev),
  title: TOPIC_EVENT[step.kind],
  by: step.by,
  when: clockWords(step.at, now),
  tone: topicEventTone(step.kind),
  // What was proposed stands above; its versions with it.
  body: step.kind === 'proposed' ? undefined : body(step, now),
});

/** From the idea to the last task: every step with who and when, the newest first. */
export const TopicTimeline = ({ timeline, now }: { timeline: TimelineHere; now: number }) => (
  <Card title={TOPIC.timeline}>
    <Timeline
      entries={timeline.steps
        .filter(({ kind }) => !TALK.includes(kind))
        .sort((a, b) => b.rev - a.rev)
        .map((step) => entry(step, now))}
    />
    <EarlierButton timeline={timeline}>{TOPIC.earlier}</EarlierButton>
  </Card>
);

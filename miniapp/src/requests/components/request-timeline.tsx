import { View } from '@tarojs/components';
import type { TimelineStep } from '@gongyi/shared/requests/contract';
import { Timeline, clockWords } from '../../ui';
import { EVENT, eventTone, stepFacts } from '../copy';
import { CheckedPhotos } from './checked-photos';

const body = (step: TimelineStep, now: number) => {
  const facts = stepFacts(step, now);
  const hidden = step.words === undefined && step.wordsState !== undefined && step.wordsState !== 'clear';
  if (facts.length === 0 && step.words === undefined && step.photos.length === 0 && !hidden) return undefined;
  return (
    <View className="stack">
      {facts.length > 0 ? <View className="t14 figure">{facts.join(' · ')}</View> : null}
      {step.words === undefined ? null : <View className="t16">{step.words}</View>}
      {hidden ? (
        <View className="t14 quiet">{step.wordsState === 'held' ? '文字未通过审核，不显示' : '文字审核中'}</View>
      ) : null}
      <CheckedPhotos photos={step.photos} name={EVENT[step.kind]} />
    </View>
  );
};

/** Every event of a request with who and when, newest first. `now` in server time. */
export const RequestTimeline = ({ steps, now }: { steps: readonly TimelineStep[]; now: number }) => (
  <Timeline
    entries={[...steps]
      .sort((a, b) => b.rev - a.rev)
      .map((step) => ({
        key: String(step.rev),
        title: EVENT[step.kind],
        by: step.by,
        when: clockWords(step.at, now),
        tone: eventTone(step.kind),
        body: body(step, now),
      }))}
  />
);

import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TopicStep, TopicView } from '@gongyi/shared/council/contract';
import { CheckedPhotos } from '../../requests/components/checked-photos';
import { Button, Card, Press, StatusLine, clockWords } from '../../ui';
import { open } from '../../platform';
import { MATTER, TOPIC } from '../topic-copy';
import type { TimelineHere } from '../use-timeline';
import { EarlierButton } from './earlier-button';
import './topic-body.scss';

const textFact = (step: TopicStep, name: string): string | undefined => {
  const value = step.facts[name];
  return typeof value === 'string' ? value : undefined;
};

interface TopicBodyProps {
  readonly view: TopicView;
  readonly timeline: TimelineHere;
  readonly now: number;
}

/** Topics that came into this one, with the neighbours they brought. */
const MergedFrom = ({ view, timeline }: Omit<TopicBodyProps, 'now'>) => {
  const took = timeline.steps.filter(({ kind }) => kind === 'took-in');
  const all = view.mergedFrom.length;
  if (took.length === 0)
    return all === 0 ? null : <EarlierButton timeline={timeline}>{TOPIC.earlierMerged(all)}</EarlierButton>;
  return (
    <View>
      <View className="t14 quiet">{TOPIC.mergedFrom}</View>
      {took.map((step) => {
        const from = textFact(step, 'from');
        const seconds = step.facts['seconds'];
        return (
          <Press
            key={step.rev}
            className="t16 topic-link"
            disabled={from === undefined}
            onTap={() => open('council/pages/topic/index', { id: from })}
          >
            {TOPIC.took(textFact(step, 'title') ?? TOPIC.untitled, typeof seconds === 'number' ? seconds : 0)}
          </Press>
        );
      })}
    </View>
  );
};

/** Every version as it was written, the newest first. */
const Versions = ({ view, timeline, now }: TopicBodyProps) => {
  const [shown, setShown] = useState(false);
  if (view.version < 2) return null;
  if (!shown)
    return (
      <Button kind="quiet" onTap={() => setShown(true)}>
        {TOPIC.showVersions}
      </Button>
    );
  const written = timeline.steps.filter(({ kind }) => kind === 'proposed' || kind === 'amended');
  return (
    <View className="stack" role="list" aria-label={TOPIC.versions}>
      {[...written].reverse().map((step, at) => (
        <View key={step.rev} role="listitem">
          <View className="t14 quiet figure">
            {TOPIC.version(view.version - at)} · {clockWords(step.at, now)} · {step.by}
          </View>
          <View className="t16">{textFact(step, 'title')}</View>
          <View className="t14">{step.words ?? (step.wordsState === 'held' ? TOPIC.held : TOPIC.checking)}</View>
          {textFact(step, 'spot') === undefined ? null : (
            <View className="t14 quiet">{TOPIC.spot(textFact(step, 'spot') ?? '')}</View>
          )}
          <CheckedPhotos photos={step.photos} name={TOPIC.version(view.version - at)} />
        </View>
      ))}
      {written.length < view.version ? (
        <EarlierButton timeline={timeline}>{TOPIC.earlierVersions}</EarlierButton>
      ) : null}
    </View>
  );
};

/** What its author sees of the check; everybody else sees only that there is one. */
const Unchecked = ({ view }: { view: TopicView }) =>
  view.words === undefined || view.wordsState === 'clear' ? null : (
    <StatusLine tone="warning">{view.wordsState === 'held' ? TOPIC.heldMine : TOPIC.checkingMine}</StatusLine>
  );

/** What is proposed: words, photos, where, by whom, in which version. */
export const TopicBody = ({ view, timeline, now }: TopicBodyProps) => (
  <Card title={TOPIC.what}>
    <View className="stack">
      {view.words === undefined ? (
        <View className="t16 quiet">{view.wordsState === 'held' ? TOPIC.held : TOPIC.checking}</View>
      ) : (
        <View className="t16 topic-words">{view.words}</View>
      )}
      <Unchecked view={view} />
      <CheckedPhotos photos={view.photos} name={TOPIC.title} />
      {view.spot === undefined ? null : <View className="t14">{TOPIC.spot(view.spot)}</View>}
      <View className="t14">{TOPIC.matter(MATTER[view.matter])}</View>
      <View className="t14 quiet figure">
        {[
          TOPIC.by(view.proposerName, clockWords(view.proposedAt, now)),
          ...(view.version > 1 ? [TOPIC.version(view.version)] : []),
        ].join(' · ')}
      </View>
      <MergedFrom view={view} timeline={timeline} />
      <Versions view={view} timeline={timeline} now={now} />
    </View>
  </Card>
);

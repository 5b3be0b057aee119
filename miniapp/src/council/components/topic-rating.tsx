import { View } from '@tarojs/components';
import { useState } from 'react';
import { rateTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { RATINGS } from '@gongyi/shared/council/topic';
import type { Rating } from '@gongyi/shared/council/topic';
import { requireSignIn, useAct } from '../../platform';
import { Bar, Button, Card, Choice, StatusLine, TextArea, say } from '../../ui';
import { RATE, RATING } from '../topic-copy';

interface TopicRatingProps {
  readonly view: TopicView;
  readonly onOutdated: () => void;
  readonly onMoved: (view: TopicView) => void;
}

const Form = ({ view, onOutdated, onMoved }: TopicRatingProps) => {
  const act = useAct(onOutdated);
  const [rating, setRating] = useState<Rating>();
  const [words, setWords] = useState('');
  const send = async () => {
    if (rating === undefined || !(await requireSignIn())) return;
    const body = { rev: view.rev, rating, ...(words.trim() === '' ? {} : { words }) };
    const moved = await act.run(rateTopic, { params: { topicId: view.id }, body });
    if (moved === undefined) return;
    say(RATE.thanks);
    onMoved(moved);
  };
  return (
    <View className="stack">
      <Choice
        label={RATE.label}
        options={RATINGS.map((value) => ({ value, words: RATING[value] }))}
        value={rating}
        onChange={setRating}
      />
      {rating === undefined ? null : (
        <TextArea
          label={RATE.words}
          optional
          placeholder={RATE.placeholder}
          value={words}
          maxLength={500}
          onChange={setWords}
        />
      )}
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      <Button kind="secondary" wide loading={act.busy} disabled={rating === undefined} onTap={() => void send()}>
        {RATE.verb}
      </Button>
    </View>
  );
};

const Result = ({ view }: { view: TopicView }) => {
  const all = RATINGS.reduce((sum, rating) => sum + view.ratings[rating], 0);
  if (all === 0) return null;
  return (
    <View className="stack">
      {RATINGS.map((rating) => (
        <Bar
          key={rating}
          label={RATING[rating]}
          part={view.ratings[rating] / all}
          numbers={RATE.count(view.ratings[rating], all)}
        />
      ))}
    </View>
  );
};

/** What residents make of what was done: nothing preselected, counted for all to see. */
export const TopicRating = (props: TopicRatingProps) => {
  const { view } = props;
  const mayRate = view.moves.includes('rate') && !view.ratedByMe;
  const rated = view.ratings.good + view.ratings.fair + view.ratings.poor > 0;
  if (!mayRate && !rated) return null;
  return (
    <Card title={mayRate ? RATE.title : RATE.result}>
      <View className="stack">
        {mayRate ? <Form {...props} /> : null}
        <Result view={view} />
        {view.ratedByMe ? <View className="t14 quiet">{RATE.mine}</View> : null}
      </View>
    </Card>
  );
};

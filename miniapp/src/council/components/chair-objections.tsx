import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { Card, Chip } from '../../ui';
import { CHAIR, NOTICE } from '../session-copy';

/** Objections of the public notice as their answers stand. */
export const ChairObjections = ({ view }: { view: SessionView }) => {
  const objections = view.timeline.filter(({ kind }) => kind === 'objected');
  if (objections.length === 0) return null;
  return (
    <Card title={NOTICE.objections}>
      {objections.map(({ rev, by, words }) => (
        <View key={rev} className="seat">
          <View className="row wrap">
            <View className="t14 quiet grow">{by}</View>
            {view.openObjections.includes(rev) ? (
              <Chip tone="warning">{NOTICE.unanswered}</Chip>
            ) : (
              <Chip tone="success">{CHAIR.answerDone}</Chip>
            )}
          </View>
          <View className="t16 minutes-words">{words ?? NOTICE.checking}</View>
        </View>
      ))}
    </Card>
  );
};

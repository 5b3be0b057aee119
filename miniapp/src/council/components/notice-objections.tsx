import { View } from '@tarojs/components';
import type { PublicNotice } from '@gongyi/shared/council/contract';
import { useServerNow } from '../../platform';
import { Card, Chip, clockWords } from '../../ui';
import { NOTICE } from '../session-copy';
import './session.scss';

/** Every objection with its answer, the newest last. */
export const NoticeObjections = ({ notice }: { notice: PublicNotice }) => {
  const now = useServerNow();
  return (
    <Card title={NOTICE.objections}>
      {notice.objections.length === 0 ? <View className="t16 quiet">{NOTICE.noObjections}</View> : null}
      {notice.objections.map(({ rev, at, signature, onPaper, words, mine, answer }) => (
        <View key={rev} className="seat">
          <View className="row wrap">
            <View className="t14 quiet grow figure">{`${signature} · ${clockWords(at, now)}`}</View>
            {onPaper ? <Chip>{NOTICE.onPaper}</Chip> : null}
            {mine && !onPaper ? <Chip tone="brand">{NOTICE.mine}</Chip> : null}
          </View>
          <View className="t16 minutes-words">{words ?? NOTICE.checking}</View>
          {answer === undefined ? (
            <Chip tone="warning">{NOTICE.unanswered}</Chip>
          ) : (
            <View className="item-outcome item-aside">
              <View className="t14 quiet figure">{`${NOTICE.answer} · ${clockWords(answer.at, now)}`}</View>
              <View className="t16 minutes-words">{answer.words ?? NOTICE.checking}</View>
            </View>
          )}
        </View>
      ))}
    </Card>
  );
};

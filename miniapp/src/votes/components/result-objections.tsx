import { View } from '@tarojs/components';
import type { VoteObjection } from '@gongyi/shared/votes/contract-result';
import { useServerNow } from '../../platform';
import { Card, Chip, ListMore, Skeleton, clockWords } from '../../ui';
import type { ListState } from '../../ui';
import { RESULT } from '../copy';
import './vote.scss';

interface ResultObjectionsProps {
  readonly state: ListState<VoteObjection>;
  readonly onRefresh: () => Promise<void>;
  readonly onMore: () => void;
}

/** Objections with their answers, page by page. */
export const ResultObjections = ({ state, onRefresh, onMore }: ResultObjectionsProps) => {
  const now = useServerNow();
  return (
    <Card title={RESULT.objections}>
      {state.status === 'loading' ? <Skeleton rows={1} /> : null}
      {state.status === 'ready' && state.items.length === 0 ? (
        <View className="t16 quiet">{RESULT.noObjections}</View>
      ) : null}
      <View className="stack">
        {state.items.map(({ id, at, signature, words, mine, answer }, index) => (
          <View key={id} className={`stack${index === 0 ? '' : ' vote-part'}`}>
            <View className="row wrap">
              <View className="t14 quiet grow figure">{`${signature} · ${clockWords(at, now)}`}</View>
              {mine ? <Chip tone="brand">{RESULT.mine}</Chip> : null}
            </View>
            <View className="t16 vote-words">{words ?? RESULT.checking}</View>
            {answer === undefined ? (
              <View className="row">
                <Chip tone="warning">{RESULT.unanswered}</Chip>
              </View>
            ) : (
              <View className="vote-pay">
                <View className="t14 quiet figure">{`${RESULT.answer} · ${answer.by} · ${clockWords(answer.at, now)}`}</View>
                <View className="t16 vote-words">{answer.words ?? RESULT.checking}</View>
              </View>
            )}
          </View>
        ))}
        <ListMore state={state} onRefresh={onRefresh} onMore={onMore} />
      </View>
    </Card>
  );
};

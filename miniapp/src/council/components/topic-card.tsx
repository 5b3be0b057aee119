import { Text, View } from '@tarojs/components';
import type { TopicRow } from '@gongyi/shared/council/contract-lists';
import { Chip, Due, Press, clockWords } from '../../ui';
import { TOPIC_ROW, TOPIC_STATUS } from '../topic-status';
import './topic-card.scss';

interface TopicCardProps {
  readonly row: TopicRow;
  /** Server time. */
  readonly now: number;
  readonly onTap: () => void;
}

/** A topic in a list: what it is, how it stands, who is behind it, how much of it is done. */
export const TopicCard = ({ row, now, onTap }: TopicCardProps) => {
  const { words, tone } = TOPIC_STATUS[row.status];
  const { done, all, overdue } = row.tasks;
  return (
    <Press className="card topic-card" onTap={onTap}>
      <View className="topic-card-head">
        <View className="t16 topic-card-title">{row.title}</View>
        <Chip tone={tone}>{words}</Chip>
      </View>
      <View className="t14 figure topic-card-facts">
        <Text>{TOPIC_ROW.seconds(row.seconds)}</Text>
        {row.comments > 0 ? <Text>{TOPIC_ROW.comments(row.comments)}</Text> : null}
        {all > 0 ? <Text>{TOPIC_ROW.tasks(done, all)}</Text> : null}
        {overdue > 0 ? <Text className="topic-card-late">{TOPIC_ROW.overdue(overdue)}</Text> : null}
      </View>
      <View className="t14 quiet figure topic-card-facts">
        <Text className="grow">
          {TOPIC_ROW.by(row.proposerName)} · {clockWords(row.proposedAt, now)}
        </Text>
        {row.status === 'proposed' && row.screenBy !== undefined ? <Due at={row.screenBy} now={now} /> : null}
      </View>
    </Press>
  );
};

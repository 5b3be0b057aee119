import { View } from '@tarojs/components';
import type { TopicView } from '@gongyi/shared/council/contract';
import { Card, Chip, Due, FourTable, Icon, SIDES } from '../../ui';
import { TABLE, TOPIC } from '../topic-copy';
import { topicNext } from '../topic-next';
import { TOPIC_STATUS } from '../topic-status';
import { topicTable } from '../topic-table';
import './topic-now.scss';

interface TopicNowProps {
  readonly view: TopicView;
  /** Server time. */
  readonly now: number;
}

/** The four, with what each has done so far, beside the table: a stand-in by its name. */
const Table = ({ view }: { view: TopicView }) => {
  const table = topicTable(view);
  return (
    <View className="topic-table">
      <FourTable {...table} />
      <View className="topic-table-lines">
        {SIDES.map(({ party, name }) => {
          const side = view.table.find((each) => each.party === party);
          return (
            <View key={party} className="t14 side-line">
              <View className="side-name">{name}</View>
              <View className="figure">{table.numbers[party]}</View>
              {side?.standIn === true && side.bodyName !== undefined ? (
                <View className="quiet">{TABLE.standIn(side.bodyName)}</View>
              ) : null}
            </View>
          );
        })}
      </View>
    </View>
  );
};

/** On top of a topic: what it is called, how it stands with the four, what happens next and until when. */
export const TopicNow = ({ view, now }: TopicNowProps) => {
  const { words, tone } = TOPIC_STATUS[view.status];
  const next = topicNext(view, now);
  return (
    <Card title={view.title}>
      <View className="stack">
        <View className="row topic-status">
          <Chip tone={tone}>{words}</Chip>
          {next.at === undefined ? null : <Due at={next.at} now={now} />}
          <View className="t14 quiet figure">{TOPIC.number(view.number)}</View>
        </View>
        <Table view={view} />
        <View className="t16 topic-next">
          <Icon name="clock" size={16} /> {next.words}
        </View>
        {view.closedReason === undefined ? null : <View className="t16">{TOPIC.reason(view.closedReason)}</View>}
      </View>
    </Card>
  );
};

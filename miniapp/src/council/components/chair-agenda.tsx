import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { Button, Card, Chip } from '../../ui';
import { runningItem } from '../next-step';
import { ITEM_STATE, SESSION } from '../session-copy';
import type { Chair } from '../use-chair';

/** The agenda at a glance; a topic that waits can be taken up out of turn. */
export const ChairAgenda = ({ view, chair }: { view: SessionView; chair: Chair }) => {
  const free = view.moves.includes('open-item') && runningItem(view) === undefined;
  return (
    <Card title={SESSION.agenda}>
      {view.agenda.map((item, index) => (
        <View key={item.topicId} className="seat">
          <View className="item-head">
            <View className="t16 item-title">{`${String(index + 1)}. ${item.title}`}</View>
            <Chip tone={ITEM_STATE[item.state].tone}>{ITEM_STATE[item.state].words}</Chip>
            {free && item.state === 'waiting' ? (
              <Button
                kind="quiet"
                label={`先议 ${item.title}`}
                disabled={chair.act.busy}
                onTap={() => void chair.openOne(item.topicId)}
              >
                先议
              </Button>
            ) : null}
          </View>
          {item.resolution === undefined ? null : <View className="t14">{item.resolution.words}</View>}
          {item.reason === undefined ? null : <View className="t14 quiet">{item.reason}</View>}
        </View>
      ))}
    </Card>
  );
};

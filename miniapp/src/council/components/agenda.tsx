import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import type { AgendaItem } from '@gongyi/shared/council/session';
import { open } from '../../platform';
import { Button, Card, Chip } from '../../ui';
import { ITEM_STATE, SESSION, partyList } from '../session-copy';
import { Positions } from './positions';
import './session.scss';

const Outcome = ({ item }: { item: AgendaItem }) => {
  const { resolution, reason } = item;
  if (resolution !== undefined && item.state === 'agreed')
    return (
      <View className="item-outcome">
        <View className="t14">
          {resolution.by === 'consensus'
            ? `${SESSION.resolution} · ${SESSION.consensus}`
            : `${SESSION.resolution} · ${SESSION.byVote}，${partyList(resolution.agreeing)}同意${
                resolution.objecting.length === 0 ? '' : `，${partyList(resolution.objecting)}不同意`
              }`}
        </View>
        <View className="t16 minutes-words">{resolution.words}</View>
      </View>
    );
  if (reason === undefined) return null;
  return (
    <View className="item-outcome item-aside">
      <View className="t14">{SESSION.reason}</View>
      <View className="t16">{reason}</View>
    </View>
  );
};

/** The agenda: each topic with its state, how the parties stand and what came of it. */
export const Agenda = ({ view }: { view: SessionView }) => (
  <Card title={SESSION.agenda}>
    {view.agenda.map((item, index) => (
      <View key={item.topicId} className="item">
        <View className="item-head">
          <View className="t16 item-title">{`${String(index + 1)}. ${item.title}`}</View>
          <Chip tone={ITEM_STATE[item.state].tone}>{ITEM_STATE[item.state].words}</Chip>
          <Button
            kind="quiet"
            label={`看议题 ${item.title}`}
            onTap={() => open('council/pages/topic/index', { id: item.topicId })}
          >
            看议题
          </Button>
        </View>
        <Positions view={view} item={item} />
        <Outcome item={item} />
      </View>
    ))}
  </Card>
);

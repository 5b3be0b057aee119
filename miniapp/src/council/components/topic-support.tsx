import { View } from '@tarojs/components';
import { useState } from 'react';
import { withdrawTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { TellMe, open, useAct } from '../../platform';
import { Button, Card, Confirm, StatusLine, say } from '../../ui';
import { TOPIC } from '../topic-copy';

interface TopicSupportProps {
  readonly view: TopicView;
  readonly onOutdated: () => void;
  readonly onMoved: (view: TopicView) => void;
}

/** How many stand behind it, whether I do; what its proposer may still change. */
export const TopicSupport = ({ view, onOutdated, onMoved }: TopicSupportProps) => {
  const act = useAct(onOutdated);
  const [asking, setAsking] = useState(false);
  const may = (move: TopicView['moves'][number]) => view.moves.includes(move);
  const withdraw = async () => {
    const moved = await act.run(withdrawTopic, { params: { topicId: view.id }, body: { rev: view.rev } });
    setAsking(false);
    if (moved === undefined) return;
    say(TOPIC.withdrawn);
    onMoved(moved);
  };
  const involved = view.mine || view.secondedByMe;
  const proposed = view.proposedFor === undefined ? TOPIC.mine : TOPIC.ofMyParty;
  const own = view.mine ? proposed : view.secondedByMe ? TOPIC.secondedByMe : undefined;
  const { secondedVersion: seen } = view;
  const earlier = seen !== undefined && seen < view.version ? seen : undefined;
  const others = may('second') ? TOPIC.mayStand : TOPIC.stoodBehind;
  return (
    <Card title={view.seconds > 0 ? TOPIC.seconds(view.seconds) : TOPIC.noSeconds}>
      <View className="stack">
        <View className="t14 quiet">{own ?? others}</View>
        {earlier === undefined ? null : (
          <StatusLine tone="plain">{TOPIC.secondedEarlier(earlier, view.version)}</StatusLine>
        )}
        {involved ? <TellMe templates={['council-progress']} hint={TOPIC.tellHint} inCard /> : null}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {may('amend') && view.mergedFrom.length > 0 ? <View className="t14 quiet">{TOPIC.noWithdraw}</View> : null}
        {may('amend') || may('withdraw') ? (
          <View className="row wrap">
            {may('amend') ? (
              <Button kind="secondary" onTap={() => open('council/pages/propose/index', { topicId: view.id })}>
                {TOPIC.amend}
              </Button>
            ) : null}
            {may('withdraw') ? (
              <Button kind="quiet" onTap={() => setAsking(true)}>
                {TOPIC.withdraw}
              </Button>
            ) : null}
          </View>
        ) : null}
      </View>
      <Confirm
        open={asking}
        title={TOPIC.withdrawTitle}
        lines={TOPIC.withdrawLines}
        verb={TOPIC.withdraw}
        danger
        busy={act.busy}
        onConfirm={() => void withdraw()}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
};

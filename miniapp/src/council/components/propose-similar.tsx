import { View } from '@tarojs/components';
import { secondTopic } from '@gongyi/shared/council/contract';
import type { TopicRow } from '@gongyi/shared/council/contract';
import { open, openInstead, requireSignIn, useAct, useServerNow } from '../../platform';
import { Button, Card, StatusLine } from '../../ui';
import { PROPOSE } from '../topic-copy';
import type { Proposal } from '../use-proposal';
import { TopicCard } from './topic-card';

const page = 'council/pages/topic/index';

/** Open topics like this one: to second one brings it further than to propose the same again. */
export const ProposeSimilar = ({ proposal }: { proposal: Proposal }) => {
  const now = useServerNow();
  const act = useAct(proposal.reloadSimilar);
  if (proposal.similar.length === 0) return null;
  const second = async ({ id, rev }: TopicRow) => {
    if (!(await requireSignIn())) return;
    const seconded = await act.run(secondTopic, { params: { topicId: id }, body: { rev } });
    if (seconded === undefined) return;
    proposal.clear();
    openInstead(page, { id, seconded: '1' });
  };
  return (
    <Card title={PROPOSE.similar}>
      <View className="stack">
        <View className="t14 quiet">{PROPOSE.similarHint}</View>
        {proposal.similar.map((row) => (
          <View key={row.id} className="stack">
            <TopicCard row={row} now={now} onTap={() => open(page, { id: row.id })} />
            <Button
              kind="secondary"
              wide
              label={`${PROPOSE.second}：${row.title}`}
              loading={act.busy}
              onTap={() => void second(row)}
            >
              {PROPOSE.second}
            </Button>
          </View>
        ))}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Card>
  );
};

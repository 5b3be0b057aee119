import { View } from '@tarojs/components';
import { listVoteNeeds } from '@gongyi/shared/votes/contract-votes';
import type { VoteNeed } from '@gongyi/shared/votes/contract-view';
import { open, usePagedList } from '../../platform';
import { Button, Card, Chip, Due, EmptyState, ListMore, Skeleton, lengthWords } from '../../ui';
import { DESK, NEED } from '../desk-copy';

const NeedLine = ({ need, now }: { need: VoteNeed; now: number }) => {
  const { words, verb, page } = NEED[need.kind];
  return (
    <View className="desk-line row wrap">
      <View className="grow">
        <View className="t16 desk-strong">{need.title}</View>
        <View className="t14 quiet">{`${words} · ${need.compoundName}`}</View>
      </View>
      {need.dueAt === undefined ? (
        <Chip>{DESK.waited(lengthWords(now - need.since))}</Chip>
      ) : (
        <Due at={need.dueAt} now={now} />
      )}
      <Button
        kind="secondary"
        label={`${verb} ${need.title}`}
        onTap={() => open(`votes/pages/desk-${page}/index`, { id: need.id })}
      >
        {verb}
      </Button>
    </View>
  );
};

/** What waits for those who run votes at or below a place: what is due first comes first. */
export const NeedsList = ({ placeId, now }: { placeId: string; now: number }) => {
  const list = usePagedList(listVoteNeeds, { params: { placeId } });
  const { status, items } = list.state;
  const byDue = [...items].sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.since - b.since);
  return (
    <Card title={DESK.needs}>
      {status === 'loading' && items.length === 0 ? <Skeleton rows={2} /> : null}
      {status === 'ready' && items.length === 0 ? <EmptyState words={DESK.noNeeds} /> : null}
      {byDue.map((need) => (
        <NeedLine key={`${need.kind} ${need.id}`} need={need} now={now} />
      ))}
      <ListMore state={list.state} onRefresh={list.refresh} onMore={list.more} />
    </Card>
  );
};

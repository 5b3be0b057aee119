import { View } from '@tarojs/components';
import { useState } from 'react';
import { listVotes } from '@gongyi/shared/votes/contract-votes';
import type { VoteStage } from '@gongyi/shared/votes/contract-view';
import { Page, open, useCompoundId, usePagedList, useServerNow } from '../../../platform';
import { Button, Card, CardLink, EmptyState, ListView, SegmentedTabs } from '../../../ui';
import { VoteCard } from '../../components/vote-card';
import { VOTES } from '../../copy';
import { usePendingVotes } from '../../use-pending';

/** What owners look at; drafts are the desk's. */
const SHOWN = ['running', 'gathering', 'done'] as const satisfies readonly VoteStage[];

const Votes = ({ compoundId }: { compoundId: string }) => {
  const now = useServerNow();
  const [stage, setStage] = useState<(typeof SHOWN)[number]>('running');
  const list = usePagedList(listVotes, { params: { compoundId }, query: { stage } });
  const pending = usePendingVotes();
  const waits = (id: string): boolean => pending.items.some(({ row }) => row.id === id);
  const mineFirst = [...list.state.items].sort((a, b) => Number(waits(b.id)) - Number(waits(a.id)));
  return (
    <>
      <SegmentedTabs
        label={VOTES.stage}
        tabs={SHOWN.map((value) => ({ value, words: VOTES.stages[value] }))}
        value={stage}
        onChange={setStage}
      />
      <ListView
        state={{ ...list.state, items: mineFirst }}
        keyOf={({ id }) => id}
        row={(row) => (
          <VoteCard
            row={row}
            now={now}
            pending={waits(row.id)}
            onTap={() => open('votes/pages/vote/index', { id: row.id })}
          />
        )}
        empty={<EmptyState words={VOTES.empty[stage]} />}
        onRefresh={async () => {
          await Promise.all([list.refresh(), pending.reload()]);
        }}
        onMore={list.more}
      />
    </>
  );
};

const LINKS = [
  { words: VOTES.petition, hint: VOTES.petitionHint, page: 'votes/pages/petition/index' },
  { words: VOTES.committees, hint: VOTES.committeesHint, page: 'votes/pages/committees/index' },
  { words: VOTES.repairs, hint: VOTES.repairsHint, page: 'votes/pages/repairs/index' },
] as const;

/** 业主表决: what the owners of the compound are asked, decide and have decided. */
export default function VotesPage() {
  const compoundId = useCompoundId();
  return (
    <Page title={VOTES.title}>
      <View className="stack">
        {compoundId === undefined ? (
          <Card>
            <EmptyState
              words={VOTES.pick}
              action={<Button onTap={() => open('district/pages/pick-compound/index')}>{VOTES.pickVerb}</Button>}
            />
          </Card>
        ) : (
          <>
            <Votes key={compoundId} compoundId={compoundId} />
            {LINKS.map(({ words, hint, page }) => (
              <CardLink key={page} onTap={() => open(page)}>
                <View className="t16">{words}</View>
                <View className="t14 quiet">{hint}</View>
              </CardLink>
            ))}
          </>
        )}
      </View>
    </Page>
  );
}

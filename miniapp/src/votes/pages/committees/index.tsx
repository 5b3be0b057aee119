import { View } from '@tarojs/components';
import { listCommitteeVotes } from '@gongyi/shared/votes/contract-committee';
import { Page, open, useCompoundId, usePagedList, useServerNow } from '../../../platform';
import { CardLink, Chip, EmptyState, ListView, clockWords } from '../../../ui';
import { COMMITTEE, VOTES } from '../../copy';

/** 业委会会议: what the owners' committee decided, meeting by meeting. */
export default function CommitteesPage() {
  const compoundId = useCompoundId();
  const now = useServerNow();
  const list = usePagedList(listCommitteeVotes, compoundId === undefined ? undefined : { params: { compoundId } });
  return (
    <Page title={COMMITTEE.listTitle}>
      {compoundId === undefined ? (
        <EmptyState words={VOTES.pick} />
      ) : (
        <ListView
          state={list.state}
          keyOf={({ id }) => id}
          row={(row) => (
            <CardLink onTap={() => open('votes/pages/committee/index', { id: row.id })}>
              <View className="row wrap">
                <View className="t16 grow">{row.title}</View>
                <Chip tone={row.status === 'published' ? 'success' : 'plain'}>{COMMITTEE.status[row.status]}</Chip>
              </View>
              <View className="t14 quiet figure">{`${row.number} · ${clockWords(row.meetsAt, now)}`}</View>
            </CardLink>
          )}
          empty={<EmptyState words={COMMITTEE.empty} />}
          onRefresh={list.refresh}
          onMore={list.more}
        />
      )}
    </Page>
  );
}

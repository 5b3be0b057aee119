import { View } from '@tarojs/components';
import { useState } from 'react';
import { listQueue } from '@gongyi/shared/requests/contract';
import { OutboxLines, Page, useMe, usePageParams, usePagedList, useServerNow } from '../../../platform';
import { EmptyState, ListView, SegmentedTabs } from '../../../ui';
import { JobCard } from '../../components/job-card';

type Shown = 'mine' | 'all';

/** The technician's page: my jobs by due time, and what may be taken. */
export default function TechnicianPage() {
  const me = useMe();
  const now = useServerNow();
  const { organisation } = usePageParams();
  const own = me?.grants.find(({ role }) => role === 'technician')?.organisationId;
  const organisationId = organisation ?? own;
  const [shown, setShown] = useState<Shown>('mine');
  const [opened, setOpened] = useState<string>();
  const list = usePagedList(
    listQueue,
    organisationId === undefined ? undefined : { params: { organisationId }, query: { filter: shown } },
  );
  const items = list.state.items.filter(
    (row) => shown === 'mine' || (row.assigneeId === undefined && row.status === 'accepted'),
  );
  return (
    <Page title="我的活儿">
      <View className="stack">
        <SegmentedTabs
          label="看哪些活儿"
          tabs={[
            { value: 'mine', words: '派给我的' },
            { value: 'all', words: '可以接的' },
          ]}
          value={shown}
          onChange={setShown}
        />
        <OutboxLines />
        <ListView
          state={{ ...list.state, items }}
          keyOf={({ id }) => id}
          row={(row) => (
            <JobCard
              row={row}
              now={now}
              opened={opened === row.id}
              onOpen={() => setOpened(row.id)}
              onMoved={() => void list.refresh()}
            />
          )}
          empty={
            <EmptyState
              words={shown === 'mine' ? '手上没有活儿' : '现在没有可以接的活儿'}
              hint={
                shown === 'mine' ? '调度派单后会出现在这里，也会在微信里提醒。' : '调度接单后还没派人的，会出现在这里。'
              }
            />
          }
          onRefresh={list.refresh}
          onMore={list.more}
        />
      </View>
    </Page>
  );
}

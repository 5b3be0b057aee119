import { View } from '@tarojs/components';
import { useState } from 'react';
import { listBelow } from '@gongyi/shared/requests/contract';
import { Page, open, useMe, usePageParams, usePagedList, useServerNow } from '../../../platform';
import { EmptyState, ListView, SegmentedTabs } from '../../../ui';
import { ContentChecks } from '../../components/content-checks';
import { RequestCard } from '../../components/request-card';

type Shown = 'overdue' | 'content';

const Overdue = ({ placeId }: { placeId: string }) => {
  const now = useServerNow();
  const list = usePagedList(listBelow, { params: { placeId } });
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(row) => (
        <RequestCard row={row} now={now} onTap={() => open('requests/pages/detail/index', { id: row.id })} />
      )}
      empty={<EmptyState words="没有超期的事" hint="办理单位超过时限的，会自动上报到这里。" />}
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

/** For grid, community and street: what is overdue below, and what waits for a person's look. */
export default function SupervisePage() {
  const me = useMe();
  const { place } = usePageParams();
  const placeId = place ?? me?.grants.find((grant) => grant.placeId !== undefined)?.placeId;
  const [shown, setShown] = useState<Shown>('overdue');
  return (
    <Page title="督办与核验">
      <View className="stack">
        <SegmentedTabs
          label="看什么"
          tabs={[
            { value: 'overdue', words: '超期与上报' },
            { value: 'content', words: '内容核验' },
          ]}
          value={shown}
          onChange={setShown}
        />
        {placeId === undefined ? <EmptyState words="您没有社区、网格或街道的身份" /> : null}
        {placeId !== undefined && shown === 'overdue' ? <Overdue placeId={placeId} /> : null}
        {placeId !== undefined && shown === 'content' ? <ContentChecks placeId={placeId} /> : null}
      </View>
    </Page>
  );
}

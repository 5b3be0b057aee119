import { View } from '@tarojs/components';
import { useState } from 'react';
import { listMine, listNeighbourhood } from '@gongyi/shared/requests/contract';
import {
  OutboxLines,
  Page,
  open,
  requireSignIn,
  useCompoundId,
  usePagedList,
  useServerNow,
  useSignedIn,
} from '../../platform';
import { Button, EmptyState, ListView, SegmentedTabs } from '../../ui';
import { RequestCard } from '../../requests/components/request-card';
import { COPY } from '../../requests/copy';

type Shown = 'mine' | 'neighbourhood';

const toDetail = (id: string) => open('requests/pages/detail/index', { id });

const Mine = () => {
  const now = useServerNow();
  const list = usePagedList(listMine, {});
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(row) => <RequestCard row={row} now={now} onTap={() => toDetail(row.id)} />}
      empty={<EmptyState words={COPY.list.emptyMine} />}
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

const Neighbourhood = ({ compoundId }: { compoundId: string }) => {
  const now = useServerNow();
  const list = usePagedList(listNeighbourhood, { params: { compoundId } });
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(row) => <RequestCard row={row} now={now} onTap={() => toDetail(row.id)} />}
      empty={<EmptyState words={COPY.list.emptyNear} />}
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

const SignInFirst = ({ words }: { words: string }) => (
  <EmptyState
    words={words}
    action={
      <Button kind="secondary" onTap={() => void requireSignIn()}>
        登录看看
      </Button>
    }
  />
);

/** 报事: what I reported, what neighbours reported; the way to report. */
export default function RequestsPage() {
  const [shown, setShown] = useState<Shown>('mine');
  const signedIn = useSignedIn();
  const compoundId = useCompoundId();
  return (
    <Page
      title="报事"
      tab="requests"
      action={
        <Button wide onTap={() => open('requests/pages/file/index')}>
          {COPY.list.file}
        </Button>
      }
    >
      <View className="stack">
        <SegmentedTabs
          label="看谁报的"
          tabs={[
            { value: 'mine', words: COPY.list.mine },
            { value: 'neighbourhood', words: COPY.list.neighbourhood },
          ]}
          value={shown}
          onChange={setShown}
        />
        <OutboxLines />
        {signedIn ? null : <SignInFirst words={shown === 'mine' ? COPY.list.signInMine : COPY.list.signInNear} />}
        {signedIn && shown === 'mine' ? <Mine /> : null}
        {signedIn && shown === 'neighbourhood' && compoundId !== undefined ? (
          <Neighbourhood compoundId={compoundId} />
        ) : null}
        {signedIn && shown === 'neighbourhood' && compoundId === undefined ? (
          <EmptyState words={COPY.list.noCompound} />
        ) : null}
      </View>
    </Page>
  );
}

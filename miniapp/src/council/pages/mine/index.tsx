import { View } from '@tarojs/components';
import { listMyTopics } from '@gongyi/shared/council/contract';
import { OutboxLines, Page, open, requireSignIn, usePagedList, useServerNow, useSignedIn } from '../../../platform';
import { Button, EmptyState, ListView } from '../../../ui';
import { TopicCard } from '../../components/topic-card';
import { MINE } from '../../topic-copy';

const toPropose = () => open('council/pages/propose/index');

const Mine = () => {
  const now = useServerNow();
  const list = usePagedList(listMyTopics, {});
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(row) => <TopicCard row={row} now={now} onTap={() => open('council/pages/topic/index', { id: row.id })} />}
      empty={
        <EmptyState
          words={MINE.empty}
          hint={MINE.emptyHint}
          action={
            <Button kind="secondary" onTap={toPropose}>
              {MINE.propose}
            </Button>
          }
        />
      }
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

/** 我的议题: what became of what I proposed, seconded, commented on or objected to. */
export default function MyTopicsPage() {
  const signedIn = useSignedIn();
  return (
    <Page title={MINE.title}>
      <View className="stack">
        <OutboxLines />
        {signedIn ? (
          <Mine />
        ) : (
          <EmptyState
            words={MINE.signIn}
            action={
              <Button kind="secondary" onTap={() => void requireSignIn()}>
                {MINE.signInVerb}
              </Button>
            }
          />
        )}
      </View>
    </Page>
  );
}

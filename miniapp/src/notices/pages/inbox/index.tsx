import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { listNotices, readNotices } from '@gongyi/shared/notices/contract';
import type { Notice } from '@gongyi/shared/notices/contract';
import { Page, open, refreshMe, useAct, usePagedList, useServerNow } from '../../../platform';
import { Chip, EmptyState, ListView, Press, clockWords } from '../../../ui';

const PAGES = {
  request: (id: string) => ({ page: 'requests/pages/detail/index', query: { id } }),
  home: (id: string) => ({ page: 'people/pages/homes/index', query: { home: id } }),
  topic: (id: string) => ({ page: 'council/pages/topic/index', query: { topicId: id } }),
  session: (id: string) => ({ page: 'council/pages/session/index', query: { sessionId: id } }),
  'public-notice': (id: string) => ({ page: 'council/pages/notice/index', query: { sessionId: id } }),
  team: (id: string) => ({ page: 'volunteers/pages/team/index', query: { teamId: id } }),
  shift: (id: string) => ({ page: 'volunteers/pages/shift/index', query: { shiftId: id } }),
  hours: () => ({ page: 'volunteers/pages/hours/index', query: {} }),
  wish: (id: string) => ({ page: 'volunteers/pages/wish/index', query: { wishId: id } }),
  vote: (id: string) => ({ page: 'votes/pages/vote/index', query: { id } }),
  'committee-vote': (id: string) => ({ page: 'votes/pages/committee/index', query: { id } }),
  repair: (id: string) => ({ page: 'votes/pages/repair/index', query: { id } }),
  grant: () => ({ page: 'people/pages/homes/index', query: {} }),
} as const;

const openSubject = (notice: Notice) => {
  if (notice.subject === undefined) return;
  const { page, query } = PAGES[notice.subject.kind](notice.subject.id);
  open(page, query);
};

const NoticeRow = ({ notice, now }: { notice: Notice; now: number }) => (
  <Press className="card" disabled={notice.subject === undefined} onTap={() => openSubject(notice)}>
    <View className="row">
      <View className="t16 grow">{notice.title}</View>
      {notice.read ? null : <Chip tone="brand">新</Chip>}
    </View>
    <View className="t14">{notice.words}</View>
    <View className="t14 quiet figure">{clockWords(notice.at, now)}</View>
  </Press>
);

/** The inbox. Looking at it marks what is there as read, once; it stays marked new until the next visit. */
export default function InboxPage() {
  const now = useServerNow();
  const list = usePagedList(listNotices, {});
  const act = useAct();
  const newest = list.state.items[0];
  const until = newest !== undefined && (list.last?.unread ?? 0) > 0 ? newest.at : undefined;
  useEffect(() => {
    if (until !== undefined) void act.run(readNotices, { body: { until } }).then(() => refreshMe());
  }, [until]);
  return (
    <Page title="消息">
      <ListView
        state={list.state}
        keyOf={({ id }) => id}
        row={(notice) => <NoticeRow notice={notice} now={now} />}
        empty={<EmptyState words="还没有消息" hint="报事有进展、住房核实完成，都会在这里告诉您。" />}
        onRefresh={list.refresh}
        onMore={list.more}
      />
    </Page>
  );
}

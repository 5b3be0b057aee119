import { View } from '@tarojs/components';
import { decideCouncilContent } from '@gongyi/shared/council/contract-desk';
import { decideVotesContent } from '@gongyi/shared/votes/contract-result';
import { decideVolunteerContent } from '@gongyi/shared/volunteers/contract-teams';
import { decideContent, listContentToCheck } from '@gongyi/shared/requests/contract';
import type { ContentToCheck } from '@gongyi/shared/requests/contract';
import { open, useAct, useServerNow, usePagedList } from '../../platform';
import { Button, Card, Due, EmptyState, ListView, PhotoGrid, StatusLine } from '../../ui';

type Kind = NonNullable<ContentToCheck['subject']>['kind'];
const LOOK: Readonly<Record<Kind, string>> = {
  topic: '看这个议题',
  session: '看这次会议',
  team: '看这支服务队',
  shift: '看这次志愿活动',
  wish: '看这个微心愿',
  vote: '看这次表决',
  'committee-vote': '看这次业委会会议',
  repair: '看这次应急维修',
};
const PAGES: Readonly<Record<Kind, (id: string) => void>> = {
  topic: (topicId) => open('council/pages/topic/index', { topicId }),
  session: (sessionId) => open('council/pages/session/index', { sessionId }),
  team: (teamId) => open('volunteers/pages/team/index', { teamId }),
  shift: (shiftId) => open('volunteers/pages/shift/index', { shiftId }),
  wish: (wishId) => open('volunteers/pages/wish/index', { wishId }),
  vote: (id) => open('votes/pages/vote/index', { id }),
  'committee-vote': (id) => open('votes/pages/committee/index', { id }),
  repair: (id) => open('votes/pages/repair/index', { id }),
};

const openOf = ({ requestId, subject }: ContentToCheck) => {
  if (subject !== undefined) PAGES[subject.kind](subject.id);
  else if (requestId !== undefined) open('requests/pages/detail/index', { id: requestId });
};

const OneCheck = ({ item, now, onDecided }: { item: ContentToCheck; now: number; onDecided: () => void }) => {
  const act = useAct();
  const { requestId, subject, eventRev } = item;
  const send = (clear: boolean, mediaId?: string) => {
    const body = { clear, ...(mediaId === undefined ? {} : { mediaId }) };
    if (subject === undefined) {
      return act.run(decideContent, {
        params: { requestId: requestId ?? '' },
        body: { ...body, ...(eventRev === undefined ? {} : { eventRev }) },
      });
    }
    const { kind, id } = subject;
    const decided = { ...body, eventRev: item.rev };
    switch (kind) {
      case 'topic':
      case 'session':
        return act.run(decideCouncilContent, { body: { ...decided, subject: { kind, id } } });
      case 'vote':
      case 'committee-vote':
      case 'repair':
        return act.run(decideVotesContent, { body: { ...decided, subject: { kind, id } } });
      case 'team':
      case 'shift':
      case 'wish':
        return act.run(decideVolunteerContent, { body: { ...decided, subject: { kind, id } } });
    }
  };
  const decide = async (clear: boolean, mediaId?: string) => {
    if (await send(clear, mediaId)) onDecided();
  };
  const answers = (what: string, mediaId?: string) => (
    <View className="row">
      <Button kind="secondary" wide label={`通过：${what}`} loading={act.busy} onTap={() => void decide(true, mediaId)}>
        可以公开
      </Button>
      <Button
        kind="secondary"
        wide
        label={`不显示：${what}`}
        loading={act.busy}
        onTap={() => void decide(false, mediaId)}
      >
        不显示
      </Button>
    </View>
  );
  return (
    <Card aside={<Due at={item.dueAt} now={now} />} title="请看一眼">
      <View className="stack">
        {item.words === undefined ? null : (
          <>
            <View className="t16">{item.words}</View>
            {answers('文字')}
          </>
        )}
        {item.photos.map((photo, index) => (
          <View key={photo.mediaId} className="stack">
            <PhotoGrid
              photos={[{ key: photo.mediaId, src: photo.url, state: 'ready', label: `照片 ${String(index + 1)}` }]}
            />
            {answers(`照片 ${String(index + 1)}`, photo.mediaId)}
          </View>
        ))}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        <Button kind="quiet" onTap={() => openOf(item)}>
          {subject === undefined ? '看这件报事' : LOOK[subject.kind]}
        </Button>
      </View>
    </Card>
  );
};

/** Words and photos no machine could clear: a person decides, one by one. */
export const ContentChecks = ({ placeId }: { placeId: string }) => {
  const now = useServerNow();
  const list = usePagedList(listContentToCheck, { params: { placeId } });
  return (
    <ListView
      state={list.state}
      keyOf={({ requestId, subject, eventRev, photos }) =>
        [requestId ?? subject?.id ?? '', eventRev ?? 0, photos[0]?.mediaId ?? ''].join(' ')
      }
      row={(item) => <OneCheck item={item} now={now} onDecided={() => void list.refresh()} />}
      empty={<EmptyState words="没有要核验的内容" hint="机器拿不准的文字和照片，会请您看一眼再公开。" />}
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

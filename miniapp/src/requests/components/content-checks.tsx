import { View } from '@tarojs/components';
import { decideCouncilContent } from '@gongyi/shared/council/contract-desk';
import { decideContent, listContentToCheck } from '@gongyi/shared/requests/contract';
import type { ContentToCheck } from '@gongyi/shared/requests/contract';
import { open, useAct, useServerNow, usePagedList } from '../../platform';
import { Button, Card, Due, EmptyState, ListView, PhotoGrid, StatusLine } from '../../ui';

const openOf = ({ requestId, subject }: ContentToCheck) => {
  if (subject?.kind === 'topic') open('council/pages/topic/index', { topicId: subject.id });
  else if (subject?.kind === 'session') open('council/pages/session/index', { sessionId: subject.id });
  else if (requestId !== undefined) open('requests/pages/detail/index', { id: requestId });
};

const OneCheck = ({ item, now, onDecided }: { item: ContentToCheck; now: number; onDecided: () => void }) => {
  const act = useAct();
  const { requestId, subject, eventRev } = item;
  const send = (clear: boolean, mediaId?: string) => {
    const body = { clear, ...(mediaId === undefined ? {} : { mediaId }) };
    return subject === undefined
      ? act.run(decideContent, {
          params: { requestId: requestId ?? '' },
          body: { ...body, ...(eventRev === undefined ? {} : { eventRev }) },
        })
      : act.run(decideCouncilContent, { body: { ...body, subject, eventRev: item.rev } });
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
          {subject === undefined ? '看这件报事' : subject.kind === 'topic' ? '看这个议题' : '看这次会议'}
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

import { View } from '@tarojs/components';
import { useState } from 'react';
import { getTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import {
  Page,
  open,
  useAct,
  useLoad,
  usePageParams,
  usePullToRefresh,
  useServerNow,
  useShareCard,
} from '../../../platform';
import type { Act } from '../../../platform';
import { Button, CardLink, ErrorState, Skeleton, StatusLine } from '../../../ui';
import { ScreenSheet } from '../../components/screen-sheet';
import { TopicBody } from '../../components/topic-body';
import { TopicComments } from '../../components/topic-comments';
import { TopicNow } from '../../components/topic-now';
import { TopicPrimary, hasPrimary, mayScreen } from '../../components/topic-primary';
import { TopicRating } from '../../components/topic-rating';
import { TopicResolution } from '../../components/topic-resolution';
import { TopicSupport } from '../../components/topic-support';
import { TopicTasks } from '../../components/topic-tasks';
import { TopicTimeline } from '../../components/topic-timeline';
import { TopicVotes } from '../../components/topic-votes';
import { TopicWays } from '../../components/topic-ways';
import { verdictsOf } from '../../screening';
import { topicShareCard } from '../../share-topic';
import { SCREEN, TOPIC } from '../../topic-copy';
import { useTimeline } from '../../use-timeline';

interface WholeProps {
  readonly view: TopicView;
  readonly act: Act;
  readonly replace: (view: TopicView) => void;
  readonly onOutdated: () => void;
  readonly onScreen: () => void;
}

const Just = ({ view }: { view: TopicView }) => {
  const { proposed, seconded } = usePageParams();
  if (proposed === '1' && view.status === 'proposed')
    return <StatusLine tone="success">{TOPIC.proposed(view.number)}</StatusLine>;
  if (seconded === '1' && view.secondedByMe) return <StatusLine tone="success">{TOPIC.seconded}</StatusLine>;
  return null;
};

const Whole = ({ view, act, replace, onOutdated, onScreen }: WholeProps) => {
  const now = useServerNow();
  const timeline = useTimeline(view);
  const all = { view, now, onOutdated, onMoved: replace };
  return (
    <View className="stack">
      <Just view={view} />
      <TopicNow view={view} now={now} />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      <TopicVotes votes={view.votes} />
      <TopicWays view={view} />
      <TopicRating {...all} />
      <TopicBody view={view} timeline={timeline} now={now} />
      <TopicSupport {...all} />
      <TopicResolution view={view} now={now} />
      <TopicTasks {...all} />
      <TopicComments {...all} timeline={timeline} />
      {verdictsOf(view).length > 0 && !mayScreen(view) ? (
        <Button kind="quiet" onTap={onScreen}>
          {view.status === 'returned' ? SCREEN.unanswered : SCREEN.later}
        </Button>
      ) : null}
      <TopicTimeline timeline={timeline} now={now} />
      <CardLink onTap={() => open('council/pages/record/index', { topicId: view.id })}>
        <View className="t16">{TOPIC.toRecord}</View>
        <View className="t14 quiet">{TOPIC.recordHint}</View>
      </CardLink>
    </View>
  );
};

/** One topic, from the idea to the last task: the table on top, everything that happened below. */
export default function TopicPage() {
  const { id, topicId = id } = usePageParams();
  const load = useLoad(getTopic, topicId === undefined ? undefined : { params: { topicId } });
  const onOutdated = () => void load.reload();
  const act = useAct(onOutdated);
  const [screening, setScreening] = useState(false);
  const { value: view, replace } = load;
  useShareCard(view && topicShareCard(view));
  usePullToRefresh(load.reload);
  const screened = (moved: TopicView) => {
    setScreening(false);
    replace(moved);
  };
  const close = () => {
    act.clear();
    setScreening(false);
  };
  const startScreening = () => setScreening(true);
  return (
    <Page
      title={TOPIC.title}
      action={
        view !== undefined && hasPrimary(view) ? (
          <TopicPrimary view={view} act={act} onMoved={replace} onScreen={startScreening} />
        ) : undefined
      }
    >
      {view === undefined && load.status === 'loading' ? <Skeleton rows={5} /> : null}
      {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
      {view === undefined ? null : (
        <Whole view={view} act={act} replace={replace} onOutdated={onOutdated} onScreen={startScreening} />
      )}
      {view !== undefined && screening ? (
        <ScreenSheet view={view} act={act} onMoved={screened} onClose={close} />
      ) : null}
    </Page>
  );
}

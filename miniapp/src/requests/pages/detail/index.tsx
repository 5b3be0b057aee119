import { View } from '@tarojs/components';
import { getRequest } from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import {
  Page,
  callPhone,
  open,
  useAct,
  useLoad,
  TellMe,
  usePageParams,
  usePullToRefresh,
  useServerNow,
  useShareCard,
} from '../../../platform';
import { Card, CardLink, ErrorState, Skeleton, StatusLine } from '../../../ui';
import { NowCard } from '../../components/now-card';
import { OutcomeCard } from '../../components/outcome-card';
import { RequestBody } from '../../components/request-body';
import { RequestTimeline } from '../../components/request-timeline';
import { QuoteCard, ResidentActions } from '../../components/resident-actions';
import { openStatus } from '../../copy';
import { shareTitle } from '../../share';
import './index.scss';

const DESK_MOVES = ['accept', 'assign', 'take', 'start', 'pause', 'resume', 'resolve', 'pass-on', 'decline'] as const;

interface WholeProps {
  readonly view: RequestView;
  readonly replace: (view: RequestView) => void;
  readonly reload: () => Promise<void>;
}

const Whole = ({ view, replace, reload }: WholeProps) => {
  const now = useServerNow();
  const act = useAct(() => void reload());
  const { filed } = usePageParams();
  const desk = DESK_MOVES.some((move) => view.moves.includes(move));
  return (
    <View className="stack">
      {filed === '1' && view.status === 'submitted' ? (
        <StatusLine tone="success">已提交，编号 {view.number}</StatusLine>
      ) : null}
      <NowCard view={view} now={now} onCall={callPhone} />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      {desk ? (
        <CardLink onTap={() => open('requests/pages/workbench/index', { id: view.id })}>去工作台处理这一单</CardLink>
      ) : null}
      <OutcomeCard view={view} act={act} onMoved={replace} />
      <QuoteCard view={view} act={act} now={now} onMoved={replace} />
      <ResidentActions view={view} act={act} onMoved={replace} />
      {view.mine && openStatus(view.status) ? (
        <TellMe templates={['request-progress', 'visit-reminder']} hint="接单、上门、完工时各提醒一次" />
      ) : null}
      <RequestBody view={view} />
      <Card title="办理过程">
        <RequestTimeline steps={view.timeline} now={now} />
      </Card>
    </View>
  );
};

/** One request: how it stands on top, everything that happened below. */
export default function DetailPage() {
  const { id } = usePageParams();
  const load = useLoad(getRequest, id === undefined ? undefined : { params: { requestId: id } });
  const view = load.value;
  useShareCard(
    view?.visibility === 'public'
      ? { title: shareTitle(view), path: `requests/pages/detail/index?id=${view.id}` }
      : undefined,
  );
  usePullToRefresh(load.reload);
  return (
    <Page title="报事进展">
      {load.value === undefined && load.status === 'loading' ? <Skeleton rows={5} /> : null}
      {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
      {load.value === undefined ? null : <Whole view={load.value} replace={load.replace} reload={load.reload} />}
    </Page>
  );
}

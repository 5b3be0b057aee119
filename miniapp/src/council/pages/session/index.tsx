import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import {
  Page,
  open,
  requireSignIn,
  usePageParams,
  usePoll,
  usePullToRefresh,
  useServerNow,
  useShareCard,
  useSignedIn,
} from '../../../platform';
import { Button, Card, CardLink, EmptyState, ErrorState, Skeleton, StatusLine } from '../../../ui';
import { Agenda } from '../../components/agenda';
import { DelegatePart } from '../../components/delegate-part';
import { MinutesCard } from '../../components/minutes-card';
import { Observers, SeatLines } from '../../components/seat-lines';
import { SessionHead } from '../../components/session-head';
import { SessionTable } from '../../components/session-table';
import { runningItem } from '../../next-step';
import { SESSION, quorumWords } from '../../session-copy';
import { delegateStep, useDelegate } from '../../use-delegate';
import { useSession } from '../../use-session';
import type { SessionDesk } from '../../use-session';

const LOOK_AGAIN_MS = 5000;
/** Others are at it: what they do comes by itself, also the minutes that wait for one's own party. */
const LIVE: readonly SessionView['status'][] = ['called', 'in-session', 'adjourned', 'ended', 'confirming'];

const Who = ({ view }: { view: SessionView }) => (
  <Card title={SESSION.who}>
    <View className="stack">
      <View className="session-table">
        <SessionTable view={view} item={runningItem(view)} />
        <View className="session-quorum t16">{quorumWords(view.quorum.present.length, view.quorum.needed)}</View>
      </View>
      <SeatLines view={view} />
      <Observers view={view} />
    </View>
  </Card>
);

const Ways = ({ view, sessionId }: { view: SessionView; sessionId: string }) => (
  <>
    {view.notice === undefined ? null : (
      <CardLink onTap={() => open('council/pages/notice/index', { id: sessionId })}>
        <View className="t16">{SESSION.toNotice}</View>
      </CardLink>
    )}
    <CardLink onTap={() => open('council/pages/record/index', { sessionId })}>
      <View className="t16">{SESSION.record}</View>
      <View className="t14 quiet">{SESSION.recordHint}</View>
    </CardLink>
  </>
);

const Shown = ({ desk, view, code }: { desk: SessionDesk; view: SessionView; code: string | undefined }) => {
  const now = useServerNow(LOOK_AGAIN_MS);
  const delegate = useDelegate(desk, view, code);
  const step = delegateStep(view, now);
  const chairs = view.moves.some((move) => move === 'open' || move === 'adjourn' || move === 'resume');
  const minded = chairs || view.chairedByMe;
  usePoll(desk.load.reload, LIVE.includes(view.status) ? LOOK_AGAIN_MS : undefined);
  const running = runningItem(view);
  const spoken = running?.positions.some(
    ({ party, round }) => party === view.myParty && round === (running.state === 'voting' ? 'vote' : 'position'),
  );
  const stateWords =
    running?.state === 'voting' ? SESSION.stateVote : spoken === true ? SESSION.stateAgain : SESSION.state;
  const action =
    step === 'sign-in' ? (
      <Button wide loading={desk.act.busy} onTap={() => void delegate.beginSignIn()}>
        {SESSION.signIn}
      </Button>
    ) : step === 'state-position' ? (
      <Button wide onTap={() => delegate.show('state')}>
        {stateWords}
      </Button>
    ) : step === 'confirm-minutes' ? (
      <Button wide onTap={() => delegate.show('confirm')}>
        {SESSION.confirm}
      </Button>
    ) : minded ? (
      <Button wide onTap={() => open('council/pages/chair/index', { id: view.id })}>
        {SESSION.toChair}
      </Button>
    ) : undefined;
  return (
    <Page title={SESSION.title} action={action}>
      <View className="stack">
        {desk.act.words === undefined || delegate.sheet !== undefined ? null : (
          <StatusLine tone="warning">{desk.act.words}</StatusLine>
        )}
        <SessionHead view={view} />
        <DelegatePart view={view} act={desk.act} desk={delegate} scanned={code} />
        {minded && step !== undefined ? (
          <Button kind="secondary" wide onTap={() => open('council/pages/chair/index', { id: view.id })}>
            {SESSION.toChair}
          </Button>
        ) : null}
        {view.status === 'called' ? <Who view={view} /> : null}
        <MinutesCard view={view} />
        <Agenda view={view} />
        {view.status === 'called' ? null : <Who view={view} />}
        <Ways view={view} sessionId={view.id} />
      </View>
    </Page>
  );
};

/** A session of the council for everybody: when, who is there, what is said; for delegates also their part. */
export default function SessionPage() {
  const { id, sessionId = id, code } = usePageParams();
  const signedIn = useSignedIn();
  const desk = useSession(sessionId);
  const view = desk.load.value;
  useShareCard(
    view === undefined || sessionId === undefined
      ? undefined
      : { title: `${view.compoundName} ${SESSION.title}`, path: `council/pages/session/index?id=${sessionId}` },
  );
  usePullToRefresh(desk.load.reload);
  if (view !== undefined) return <Shown desk={desk} view={view} code={code} />;
  return (
    <Page title={SESSION.title}>
      {!signedIn && desk.load.status === 'failed' ? (
        <EmptyState words={SESSION.signInFirst} action={<Button onTap={() => void requireSignIn()}>微信登录</Button>} />
      ) : desk.load.status === 'failed' ? (
        <ErrorState words={desk.load.words ?? SESSION.gone} onRetry={() => void desk.load.reload()} />
      ) : (
        <Skeleton rows={5} />
      )}
    </Page>
  );
}

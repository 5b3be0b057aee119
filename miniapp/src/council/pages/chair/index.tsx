import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SessionView } from '@gongyi/shared/council/contract';
import { SIGN_IN_BEFORE } from '@gongyi/shared/council/session-rules';
import { Page, open, usePageParams, usePoll, usePullToRefresh, useServerNow } from '../../../platform';
import { Button, Card, CardLink, EmptyState, ErrorState, Skeleton, StatusLine, clockWords } from '../../../ui';
import { ChairAgenda } from '../../components/chair-agenda';
import { ChairMore } from '../../components/chair-more';
import { ChairNow } from '../../components/chair-now';
import { ChairObjections } from '../../components/chair-objections';
import { ChairSheets } from '../../components/chair-sheets';
import { ChairStep } from '../../components/chair-step';
import { MinutesEditor } from '../../components/minutes-editor';
import { Observers, SeatLines } from '../../components/seat-lines';
import { SessionTable } from '../../components/session-table';
import { SignInQr } from '../../components/sign-in-qr';
import { runningItem } from '../../next-step';
import { CHAIR, SESSION, quorumWords } from '../../session-copy';
import { useChair } from '../../use-chair';
import { useSession } from '../../use-session';
import type { SessionDesk } from '../../use-session';
import './index.scss';

const LOOK_AGAIN_MS = 3000;
const LIVE: readonly SessionView['status'][] = ['called', 'in-session', 'confirming'];
const CHAIRS: readonly SessionView['moves'][number][] = [
  'open',
  'adjourn',
  'resume',
  'edit-minutes',
  'publish',
  'answer-objection',
];

/** Codes to sign in with: shown by themselves until the session opens, afterwards for who comes late. */
const SignIn = ({ view, gathering }: { view: SessionView; gathering: boolean }) => {
  const now = useServerNow(1000);
  const [asked, setAsked] = useState<boolean>();
  if (!view.moves.includes('sign-in-for')) return null;
  const from = view.startsAt - SIGN_IN_BEFORE;
  if (now < from) return <StatusLine>{`${CHAIR.qrSoon}（${clockWords(from, now)}）`}</StatusLine>;
  const shown = asked ?? gathering;
  return (
    <>
      {shown ? <SignInQr sessionId={view.id} /> : null}
      <Button kind="quiet" onTap={() => setAsked(!shown)}>
        {shown ? CHAIR.qrHide : CHAIR.qrShow}
      </Button>
    </>
  );
};

const Table = ({ view }: { view: SessionView }) => (
  <Card title={SESSION.who}>
    <View className="stack">
      <View className="chair-table">
        <View className="chair-square">
          <SessionTable view={view} item={runningItem(view)} />
        </View>
        <View className="t16">{quorumWords(view.quorum.present.length, view.quorum.needed)}</View>
      </View>
      <SeatLines view={view} />
      <Observers view={view} />
    </View>
  </Card>
);

const Shown = ({ desk, view }: { desk: SessionDesk; view: SessionView }) => {
  const chair = useChair(desk, view);
  // Until the session opens, or goes on on another day, signing in is what the room does.
  const gathering = view.status === 'called' || (view.status === 'in-session' && !view.quorum.reached);
  usePoll(desk.load.reload, LIVE.includes(view.status) || view.noticeWaits ? LOOK_AGAIN_MS : undefined);
  const minded = view.chairedByMe || view.moves.some((move) => CHAIRS.includes(move));
  if (!minded)
    return (
      <Page title={CHAIR.title}>
        <EmptyState
          words={CHAIR.notYours}
          action={<Button onTap={() => open('council/pages/session/index', { id: view.id })}>{CHAIR.toSession}</Button>}
        />
      </Page>
    );
  return (
    <Page
      title={CHAIR.title}
      wide
      {...(chair.step === undefined ? {} : { action: <ChairStep view={view} chair={chair} /> })}
    >
      <View className="chair">
        <View className="chair-column">
          <View className="chair-first stack">
            {desk.load.status === 'failed' ? <StatusLine tone="warning">{CHAIR.offline}</StatusLine> : null}
            {chair.act.words === undefined || chair.sheet !== undefined ? null : (
              <StatusLine tone="warning">{chair.act.words}</StatusLine>
            )}
            <ChairNow view={view} />
            {gathering ? <SignIn view={view} gathering /> : null}
            <MinutesEditor view={view} chair={chair} />
            <ChairObjections view={view} />
          </View>
          <View className="chair-last stack">
            <ChairAgenda view={view} chair={chair} />
            <ChairMore view={view} chair={chair} />
          </View>
        </View>
        <View className="chair-column">
          <Table view={view} />
          {gathering ? null : <SignIn view={view} gathering={false} />}
          <CardLink onTap={() => open('council/pages/session/index', { id: view.id })}>
            <View className="t16">{CHAIR.toSession}</View>
          </CardLink>
        </View>
      </View>
      <ChairSheets view={view} chair={chair} />
    </Page>
  );
};

/** 主持台: the whole session from one screen, on a phone or projected: what is on, who is there, the next step. */
export default function ChairPage() {
  const { id, sessionId = id } = usePageParams();
  const desk = useSession(sessionId);
  usePullToRefresh(desk.load.reload);
  const view = desk.load.value;
  if (view !== undefined) return <Shown desk={desk} view={view} />;
  return (
    <Page title={CHAIR.title}>
      {desk.load.status === 'failed' ? (
        <ErrorState words={desk.load.words ?? SESSION.gone} onRetry={() => void desk.load.reload()} />
      ) : (
        <Skeleton rows={5} />
      )}
    </Page>
  );
}

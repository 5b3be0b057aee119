import { View } from '@tarojs/components';
import { useState } from 'react';
import { listPublicNotices, listSessions, listTopics } from '@gongyi/shared/council/contract-lists';
import { STAGE_NAMES } from '@gongyi/shared/council/kinds';
import type { Stage } from '@gongyi/shared/council/kinds';
import {
  OutboxLines,
  Page,
  open,
  requireSignIn,
  useCompoundId,
  useLoad,
  useMe,
  usePagedList,
  usePullToRefresh,
  useServerNow,
  useSignedIn,
} from '../../platform';
import { Button, Card, EmptyState, ListView, SegmentedTabs } from '../../ui';
import { TopicCard } from '../../council/components/topic-card';
import { Notices, Sessions } from './coming';
import { COUNCIL } from './copy';
import { FourSeats, FourSeatsLink } from './seats';
import { Votes } from './votes';

interface TopicsProps {
  readonly compoundId: string;
  readonly now: number;
  /** Reads what stands above the list anew. */
  readonly onRefresh: () => Promise<void>;
}

const Topics = ({ compoundId, now, onRefresh }: TopicsProps) => {
  const [stage, setStage] = useState<Stage>('gathering');
  const list = usePagedList(listTopics, { params: { compoundId }, query: { stage } });
  return (
    <>
      <SegmentedTabs
        label={COUNCIL.stage}
        tabs={STAGE_NAMES.map((value) => ({ value, words: COUNCIL.stages[value] }))}
        value={stage}
        onChange={setStage}
      />
      <ListView
        state={list.state}
        keyOf={({ id }) => id}
        row={(row) => <TopicCard row={row} now={now} onTap={() => open('council/pages/topic/index', { id: row.id })} />}
        empty={<EmptyState words={COUNCIL.empty[stage]} />}
        onRefresh={async () => {
          await Promise.all([list.refresh(), onRefresh()]);
        }}
        onMore={list.more}
      />
    </>
  );
};

interface StrangerProps {
  readonly words: string;
  readonly verb: string;
  readonly onTap: () => void;
  readonly onRefresh: () => Promise<void>;
}

/** Who does not live here sees the notices and the seats, and how to see more. */
const Stranger = ({ words, verb, onTap, onRefresh }: StrangerProps) => {
  usePullToRefresh(onRefresh);
  return (
    <Card>
      <EmptyState
        words={words}
        action={
          <Button kind="secondary" onTap={onTap}>
            {verb}
          </Button>
        }
      />
    </Card>
  );
};

const Ways = ({ compoundId }: { compoundId: string | undefined }) => {
  const staff = (useMe()?.grants ?? []).length > 0;
  return (
    <View className="row wrap">
      <Button kind="secondary" onTap={() => open('council/pages/mine/index')}>
        {COUNCIL.mine}
      </Button>
      {staff ? (
        <Button kind="secondary" onTap={() => open('council/pages/desk/index')}>
          {COUNCIL.desk}
        </Button>
      ) : null}
      {compoundId === undefined ? null : <FourSeatsLink compoundId={compoundId} />}
    </View>
  );
};

const OfCompound = ({ compoundId }: { compoundId: string }) => {
  const now = useServerNow();
  const signedIn = useSignedIn();
  const params = { compoundId };
  const notices = useLoad(listPublicNotices, { params });
  const sessions = useLoad(listSessions, signedIn ? { params } : undefined);
  const { outcome } = sessions;
  const stranger = outcome?.ok === false && outcome.refusal?.refused === 'not-found';
  const refresh = async () => {
    await Promise.all([notices.reload(), sessions.reload()]);
  };
  return (
    <>
      {signedIn ? <Ways compoundId={stranger ? undefined : compoundId} /> : null}
      <Votes compoundId={compoundId} now={now} />
      <Notices rows={notices.value?.items ?? []} now={now} />
      {signedIn && !stranger ? (
        <>
          <Sessions rows={sessions.value?.items ?? []} now={now} />
          <Topics compoundId={compoundId} now={now} onRefresh={refresh} />
        </>
      ) : null}
      {signedIn && stranger ? (
        <Stranger
          words={COUNCIL.bind}
          verb={COUNCIL.bindVerb}
          onTap={() => open('people/pages/homes/index')}
          onRefresh={refresh}
        />
      ) : null}
      {signedIn ? null : (
        <Stranger
          words={COUNCIL.signIn}
          verb={COUNCIL.signInVerb}
          onTap={() => void requireSignIn()}
          onRefresh={refresh}
        />
      )}
      {signedIn && !stranger ? null : <FourSeats compoundId={compoundId} />}
    </>
  );
};

/** 议事: what the compound talks over with its council of four, what is on public notice, and who sits on it. */
export default function Council() {
  const compoundId = useCompoundId();
  return (
    <Page
      title={COUNCIL.title}
      tab="council"
      action={
        <Button wide onTap={() => open('council/pages/propose/index')}>
          {COUNCIL.propose}
        </Button>
      }
    >
      <View className="stack">
        <OutboxLines />
        {compoundId === undefined ? (
          <>
            <Card>
              <EmptyState
                words={COUNCIL.pick}
                action={<Button onTap={() => open('district/pages/pick-compound/index')}>{COUNCIL.pickVerb}</Button>}
              />
            </Card>
            <FourSeats compoundId={undefined} />
          </>
        ) : (
          <OfCompound key={compoundId} compoundId={compoundId} />
        )}
      </View>
    </Page>
  );
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import { listNominations, supportNomination } from '@gongyi/shared/votes/contract-preparing';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import {
  LoadState,
  OutboxLines,
  Page,
  requireSignIn,
  useAct,
  useLoad,
  usePageParams,
  usePullToRefresh,
  useSignedIn,
} from '../../../platform';
import { Button, Card, EmptyState, StatusLine, say } from '../../../ui';
import { ForceStrip } from '../../components/force-strip';
import { NominateSheet } from '../../components/nominate-sheet';
import { NominationCard } from '../../components/nomination-card';
import { NOMINATE, VOTE } from '../../copy';
import { fullDate } from '../../figures';

/** 推选候选人: who was put forward for election; standing oneself, or together with neighbours. */
export default function NominatePage() {
  const { vote } = usePageParams();
  const signedIn = useSignedIn();
  const params = { voteId: vote ?? '' };
  const load = useLoad(getVote, vote === undefined ? undefined : { params });
  const list = useLoad(listNominations, vote === undefined || !signedIn ? undefined : { params });
  const act = useAct(() => void list.reload());
  const [open, setOpen] = useState(false);
  const view = load.value;
  usePullToRefresh(async () => {
    await Promise.all([load.reload(), list.reload()]);
  });
  if (vote === undefined || view === undefined)
    return (
      <Page title={NOMINATE.title}>
        {vote === undefined ? <EmptyState words={VOTE.gone} /> : <LoadState load={load} />}
      </Page>
    );
  const running = view.status === 'nominating';
  const support = async (nominationId: string) => {
    const listed = await act.run(supportNomination, { params: { ...params, nominationId } });
    if (listed === undefined) return;
    list.replace(listed);
    say(NOMINATE.supportDone);
  };
  const begin = async () => {
    if (await requireSignIn()) setOpen(true);
  };
  const mayNominate = running && (!signedIn || list.value?.mayNominate === true);
  return (
    <Page
      title={NOMINATE.title}
      action={
        mayNominate ? (
          <Button wide onTap={() => void begin()}>
            {NOMINATE.open}
          </Button>
        ) : undefined
      }
    >
      <View className="stack">
        <ForceStrip rules={view.rules.rules} />
        <OutboxLines />
        <Card>
          <View className="t20">{view.title}</View>
          {view.nominateUntil === undefined ? null : (
            <View className="t16 figure">{`${NOMINATE.until} ${fullDate(view.nominateUntil)}`}</View>
          )}
        </Card>
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {signedIn && list.value === undefined ? <LoadState load={list} /> : null}
        {list.value?.items.length === 0 ? <EmptyState words={NOMINATE.none} /> : null}
        {list.value?.items.map((nomination) => (
          <NominationCard
            key={nomination.id}
            nomination={nomination}
            maySupport={running && nomination.by === 'owners' && list.value?.mayNominate === true}
            busy={act.busy}
            onSupport={() => void support(nomination.id)}
          />
        ))}
      </View>
      {open ? (
        <NominateSheet
          view={view}
          onDone={(listed) => {
            list.replace(listed);
            setOpen(false);
            say(NOMINATE.done);
          }}
          onRefused={() => void list.reload()}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Page>
  );
}

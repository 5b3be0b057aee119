import { View } from '@tarojs/components';
import { useState } from 'react';
import { listHandOvers } from '@gongyi/shared/votes/contract-result';
import type { HandOver } from '@gongyi/shared/votes/contract-result';
import { LoadState, Page, useAct, useLoad, usePageParams, usePullToRefresh } from '../../../platform';
import { Button, EmptyState, StatusLine, say } from '../../../ui';
import { HANDOVER } from '../../desk-copy';
import { CompoundPage } from '../../desk/compound-page';
import { HandOverCard } from '../../desk/hand-over-card';
import { PlanHandOver } from '../../desk/plan-hand-over';

const HandOvers = ({ compoundId }: { compoundId: string }) => {
  const { vote } = usePageParams();
  const load = useLoad(listHandOvers, { params: { compoundId } });
  const act = useAct(() => void load.reload());
  const [planning, setPlanning] = useState(false);
  usePullToRefresh(load.reload);
  const items = load.value?.items ?? [];
  const mayWithoutVote = load.value?.mayWithoutVote ?? false;
  const put = (changed: HandOver) =>
    load.replace({ items: items.map((one) => (one.id === changed.id ? changed : one)), mayWithoutVote });
  return (
    <Page
      title={HANDOVER.title}
      action={
        load.value === undefined ? undefined : (
          <Button wide onTap={() => setPlanning(true)}>
            {HANDOVER.plan}
          </Button>
        )
      }
    >
      <View className="stack">
        <StatusLine>{HANDOVER.how}</StatusLine>
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {load.value === undefined ? <LoadState load={load} /> : null}
        {load.value !== undefined && items.length === 0 ? <EmptyState words={HANDOVER.none} /> : null}
        {items.map((one) => (
          <HandOverCard key={one.id} one={one} act={act} onChanged={put} />
        ))}
      </View>
      {planning ? (
        <PlanHandOver
          compoundId={compoundId}
          voteId={vote}
          mayWithoutVote={mayWithoutVote}
          onPlanned={(planned) => {
            load.replace({ items: [planned, ...items], mayWithoutVote });
            setPlanning(false);
            say(HANDOVER.planned);
          }}
          onClose={() => setPlanning(false)}
        />
      ) : null}
    </Page>
  );
};

/** 物业交接: what one property company hands to the next, and the day on which orders and access move. */
export default function DeskHandOverPage() {
  return (
    <CompoundPage title={HANDOVER.title}>
      {(compoundId) => <HandOvers key={compoundId} compoundId={compoundId} />}
    </CompoundPage>
  );
}

import { View } from '@tarojs/components';
import { listVotes } from '@gongyi/shared/votes/contract-votes';
import { open, useLoad } from '../../platform';
import { Button, Card, Due, Press } from '../../ui';
import { FORCE, VOTES, VOTE_STATUS } from '../../votes/copy';
import { usePendingVotes } from '../../votes/use-pending';
import './index.scss';

const SHOWN = 2;

/** 业主表决: what the owners are asked now, the reader's own pending ballot first, and the way to all of them. */
export const Votes = ({ compoundId, now }: { compoundId: string; now: number }) => {
  const load = useLoad(listVotes, { params: { compoundId }, query: { stage: 'running' } });
  const pending = usePendingVotes();
  const waits = (id: string): boolean => pending.items.some(({ row }) => row.id === id);
  const rows = [...(load.value?.items ?? [])].sort((a, b) => Number(waits(b.id)) - Number(waits(a.id)));
  return (
    <Card
      title={VOTES.title}
      aside={
        <Button kind="quiet" onTap={() => open('votes/pages/votes/index')}>
          {VOTES.all}
        </Button>
      }
    >
      {rows.length === 0 ? <View className="t16 quiet">{VOTES.none}</View> : null}
      {rows.slice(0, SHOWN).map((row) => (
        <Press key={row.id} className="council-row" onTap={() => open('votes/pages/vote/index', { id: row.id })}>
          <View className="row wrap">
            <View className="t16 grow">{row.title}</View>
            {row.status === 'open' && row.closesAt !== undefined ? <Due at={row.closesAt} now={now} /> : null}
          </View>
          <View className="t14 quiet">
            {[
              ...(row.legalForce === 'consultative' ? [FORCE.consultative] : []),
              waits(row.id) ? VOTES.pending : VOTE_STATUS[row.status].words,
            ].join(' · ')}
          </View>
        </Press>
      ))}
    </Card>
  );
};

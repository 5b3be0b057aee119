import { View } from '@tarojs/components';
import { listRepairs } from '@gongyi/shared/votes/contract-emergency';
import { Page, open, usePagedList, useServerNow } from '../../../platform';
import { Button, CardLink, Chip, Due, EmptyState, ListView, clockWords } from '../../../ui';
import { REPAIR } from '../../copy';
import { REPAIRS } from '../../desk-copy';
import { CompoundPage } from '../../desk/compound-page';
import { fenWords } from '../../figures';

const Repairs = ({ compoundId }: { compoundId: string }) => {
  const now = useServerNow();
  const list = usePagedList(listRepairs, { params: { compoundId } });
  return (
    <Page
      title={REPAIRS.list}
      action={
        <Button wide onTap={() => open('votes/pages/desk-declare/index', { compound: compoundId })}>
          {REPAIRS.declare}
        </Button>
      }
    >
      <ListView
        state={list.state}
        keyOf={({ id }) => id}
        row={(row) => (
          <CardLink onTap={() => open('votes/pages/desk-repair/index', { id: row.id })}>
            <View className="t16">{row.title}</View>
            <View className="t14 quiet figure">
              {`${REPAIR.kind[row.kind]} · ${fenWords(row.spent ?? row.estimate)} · ${clockWords(row.declaredAt, now)}`}
            </View>
            <View className="row wrap">
              <Chip tone={REPAIR.status[row.status].tone}>{REPAIR.status[row.status].words}</Chip>
              {row.status === 'done' && row.accountsBy !== undefined ? <Due at={row.accountsBy} now={now} /> : null}
            </View>
          </CardLink>
        )}
        empty={<EmptyState words={REPAIR.empty} hint={REPAIR.how} />}
        onRefresh={list.refresh}
        onMore={list.more}
      />
    </Page>
  );
};

/** 应急维修: what was repaired without a vote, and what of it is still to be checked or accounted for. */
export default function DeskRepairsPage() {
  return (
    <CompoundPage title={REPAIRS.list}>
      {(compoundId) => <Repairs key={compoundId} compoundId={compoundId} />}
    </CompoundPage>
  );
}

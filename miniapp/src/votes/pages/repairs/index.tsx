import { View } from '@tarojs/components';
import { listRepairs } from '@gongyi/shared/votes/contract-emergency';
import { Page, open, useCompoundId, usePagedList, useServerNow } from '../../../platform';
import { CardLink, Chip, EmptyState, ListView, clockWords } from '../../../ui';
import { REPAIR, VOTES } from '../../copy';
import { fenWords } from '../../figures';

/** 应急维修: what was mended from the maintenance fund without a vote, and what became of it. */
export default function RepairsPage() {
  const compoundId = useCompoundId();
  const now = useServerNow();
  const list = usePagedList(listRepairs, compoundId === undefined ? undefined : { params: { compoundId } });
  return (
    <Page title={REPAIR.listTitle}>
      <View className="stack">
        <View className="t14 quiet">{REPAIR.how}</View>
        {compoundId === undefined ? (
          <EmptyState words={VOTES.pick} />
        ) : (
          <ListView
            state={list.state}
            keyOf={({ id }) => id}
            row={(row) => (
              <CardLink onTap={() => open('votes/pages/repair/index', { id: row.id })}>
                <View className="row wrap">
                  <View className="t16 grow">{row.title}</View>
                  <Chip tone={REPAIR.status[row.status].tone}>{REPAIR.status[row.status].words}</Chip>
                </View>
                <View className="t14 quiet figure">
                  {`${REPAIR.kind[row.kind]} · ${clockWords(row.declaredAt, now)} · ${
                    row.spent === undefined
                      ? `${REPAIR.estimate} ${fenWords(row.estimate)}`
                      : `${REPAIR.spent} ${fenWords(row.spent)}`
                  }`}
                </View>
              </CardLink>
            )}
            empty={<EmptyState words={REPAIR.empty} />}
            onRefresh={list.refresh}
            onMore={list.more}
          />
        )}
      </View>
    </Page>
  );
}

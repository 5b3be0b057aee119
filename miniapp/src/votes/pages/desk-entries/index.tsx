import { View } from '@tarojs/components';
import { listBallotEvents } from '@gongyi/shared/votes/contract-log';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { Page, usePagedList, useServerNow } from '../../../platform';
import { Card, EmptyState, ListView, clockWords } from '../../../ui';
import { ENTRIES, LINE } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';

const Entries = ({ view }: { view: VoteView }) => {
  const now = useServerNow();
  const list = usePagedList(listBallotEvents, { params: { voteId: view.id } });
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(one) => (
        <Card>
          <View className="t16 desk-strong">
            {one.line === undefined ? ENTRIES.kind[one.kind] : `${ENTRIES.kind[one.kind]} · ${LINE.no(one.line)}`}
          </View>
          <View className="t14 quiet figure">{`${clockWords(one.at, now)} · ${one.by}`}</View>
          {one.reason === undefined ? null : <View className="t14 desk-words">{one.reason}</View>}
        </Card>
      )}
      empty={<EmptyState words={ENTRIES.none} />}
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

/** 登记经过: who entered what in the registers, when and why. */
export default function DeskEntriesPage() {
  return (
    <DeskVotePage title={ENTRIES.title}>
      {(_desk, view) => (
        <Page title={ENTRIES.title}>
          <View className="stack">
            <VoteTop view={view} />
            <Entries view={view} />
          </View>
        </Page>
      )}
    </DeskVotePage>
  );
}

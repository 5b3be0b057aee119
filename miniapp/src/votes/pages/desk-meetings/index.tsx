import { View } from '@tarojs/components';
import { listCommitteeVotes } from '@gongyi/shared/votes/contract-committee';
import { Page, open, usePagedList, useServerNow } from '../../../platform';
import { Button, CardLink, Chip, Due, EmptyState, ListView, clockWords } from '../../../ui';
import { COMMITTEE } from '../../copy';
import { MEETING } from '../../desk-copy';
import { CompoundPage } from '../../desk/compound-page';

const Meetings = ({ compoundId }: { compoundId: string }) => {
  const now = useServerNow();
  const list = usePagedList(listCommitteeVotes, { params: { compoundId } });
  return (
    <Page
      title={MEETING.list}
      action={
        <Button wide onTap={() => open('votes/pages/desk-call/index', { compound: compoundId })}>
          {MEETING.call}
        </Button>
      }
    >
      <ListView
        state={list.state}
        keyOf={({ id }) => id}
        row={(row) => (
          <CardLink onTap={() => open('votes/pages/desk-meeting/index', { id: row.id })}>
            <View className="t16">{row.title}</View>
            <View className="t14 quiet figure">{`${clockWords(row.meetsAt, now)} · ${row.number}`}</View>
            <View className="row wrap">
              <Chip tone={row.status === 'published' ? 'success' : 'plain'}>{COMMITTEE.status[row.status]}</Chip>
              {row.status === 'closed' && row.publishBy !== undefined ? <Due at={row.publishBy} now={now} /> : null}
            </View>
          </CardLink>
        )}
        empty={<EmptyState words={MEETING.none} />}
        onRefresh={list.refresh}
        onMore={list.more}
      />
    </Page>
  );
};

/** 业委会会议: every meeting of a compound's committee, those still running too. */
export default function DeskMeetingsPage() {
  return (
    <CompoundPage title={MEETING.list}>
      {(compoundId) => <Meetings key={compoundId} compoundId={compoundId} />}
    </CompoundPage>
  );
}

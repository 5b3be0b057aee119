import { View } from '@tarojs/components';
import { getCommitteeVote } from '@gongyi/shared/votes/contract-committee';
import type { CommitteeView } from '@gongyi/shared/votes/contract-committee';
import { LoadState, Page, useLoad, usePageParams, usePullToRefresh, useShareCard } from '../../../platform';
import { Card, Chip, EmptyState, StatusLine } from '../../../ui';
import { CommitteeMatter } from '../../components/committee-matter';
import { ForceStrip } from '../../components/force-strip';
import { COMMITTEE, VOTE } from '../../copy';
import { fullDate } from '../../figures';
import '../../components/vote.scss';

const Head = ({ view }: { view: CommitteeView }) => (
  <Card>
    <View className="stack">
      <View className="row wrap">
        <View className="t14 quiet grow figure">{view.number}</View>
        <Chip tone={view.status === 'published' ? 'success' : 'brand'}>{COMMITTEE.status[view.status]}</Chip>
      </View>
      <View className="t20">{view.title}</View>
      <View className="t16 figure">{`${COMMITTEE.meets} ${fullDate(view.meetsAt)}`}</View>
      <View className="t16">{`${COMMITTEE.venue} ${view.venue}`}</View>
      <View className="t14 quiet figure">{`${COMMITTEE.called} ${fullDate(view.calledAt)}`}</View>
      {view.publishedAt === undefined ? null : (
        <View className="t14 quiet figure">{`${COMMITTEE.publishedAt} ${fullDate(view.publishedAt)}`}</View>
      )}
      {view.publishedAt === undefined && view.publishBy !== undefined ? (
        <View className="t14 quiet figure">{`${COMMITTEE.publishBy} ${fullDate(view.publishBy)}`}</View>
      ) : null}
    </View>
  </Card>
);

const Members = ({ view }: { view: CommitteeView }) => (
  <Card title={COMMITTEE.members(view.members.filter(({ attending }) => attending).length, view.members.length)}>
    <View className="stack">
      {view.status === 'called' ? null : (
        <StatusLine tone={view.quorate ? 'success' : 'warning'}>
          {view.quorate ? COMMITTEE.quorate : COMMITTEE.notQuorate}
        </StatusLine>
      )}
      {view.members.map(({ name, director, attending }) => (
        <View key={name} className="ballot-answer t16">
          <View>{director ? `${name}（${COMMITTEE.director}）` : name}</View>
          <View>{attending ? COMMITTEE.attending : COMMITTEE.absent}</View>
        </View>
      ))}
    </View>
  </Card>
);

/** One meeting of the owners' committee: who came, what was put, how every member voted. */
export default function CommitteePage() {
  const { id } = usePageParams();
  const load = useLoad(getCommitteeVote, id === undefined ? undefined : { params: { committeeVoteId: id } });
  const view = load.value;
  useShareCard(
    view && { title: `${COMMITTEE.title}：${view.title}`, path: `votes/pages/committee/index?id=${view.id}` },
  );
  usePullToRefresh(load.reload);
  if (view === undefined)
    return (
      <Page title={COMMITTEE.title}>
        {id === undefined ? <EmptyState words={VOTE.gone} /> : <LoadState load={load} />}
      </Page>
    );
  return (
    <Page title={COMMITTEE.title}>
      <View className="stack">
        {view.legalForce === 'consultative' ? <ForceStrip rules={{ legalForce: view.legalForce }} /> : null}
        <Head view={view} />
        <Members view={view} />
        {view.matters.map((matter, index) => (
          <CommitteeMatter key={matter.id} matter={matter} index={index + 1} all={view.matters.length} />
        ))}
      </View>
    </Page>
  );
}

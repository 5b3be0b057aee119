import { View } from '@tarojs/components';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { Card, Chip, Due } from '../../ui';
import { STARTER, VOTE, VOTE_STATUS } from '../copy';
import { areaWords, fullDate } from '../figures';
import './vote.scss';

const Times = ({ view, now }: { view: VoteView; now: number }) => {
  const { status, opensAt, closesAt, closedFirstAt } = view;
  if (closesAt === undefined || status === 'withdrawn') return null;
  const over = now >= closesAt;
  return (
    <>
      {opensAt !== undefined && now < opensAt ? (
        <View className="t16 figure">{`${VOTE.opens} ${fullDate(opensAt)}`}</View>
      ) : null}
      <View className="t16 figure vote-end">{`${VOTE.ends} ${fullDate(closesAt)}`}</View>
      {over ? <View className="t14 quiet">{VOTE.endedAt}</View> : null}
      {closedFirstAt === undefined ? null : (
        <View className="t14 quiet figure">{VOTE.extended(fullDate(closedFirstAt))}</View>
      )}
    </>
  );
};

/** What it is, whose vote it is, and until when, in full. */
export const VoteHead = ({ view, now }: { view: VoteView; now: number }) => {
  const { words, tone } = VOTE_STATUS[view.status];
  const { electorate, scope, scrutineers } = view;
  return (
    <Card>
      <View className="stack">
        <View className="row wrap">
          <View className="t14 quiet grow figure">{view.number}</View>
          <Chip tone={tone}>{words}</Chip>
          {view.status === 'open' && view.closesAt !== undefined && now < view.closesAt ? (
            <Due at={view.closesAt} now={now} />
          ) : null}
        </View>
        <View className="t20">{view.title}</View>
        <Times view={view} now={now} />
        <View className="t14 quiet">{VOTE.of(view.compoundName, view.scopeNames)}</View>
        {scope.kind === 'places' ? <View className="t14 quiet">{`${VOTE.scopeBasis}${scope.basis}`}</View> : null}
        {electorate === undefined ? null : (
          <View className="t14 quiet figure">{VOTE.electorate(electorate.heads, areaWords(electorate.area))}</View>
        )}
        <View className="t14 quiet">{VOTE.startedBy(STARTER[view.starter])}</View>
        {scrutineers.length === 0 ? null : (
          <View className="t14 quiet">{VOTE.scrutineers(scrutineers.map(({ name }) => name).join('、'))}</View>
        )}
      </View>
    </Card>
  );
};

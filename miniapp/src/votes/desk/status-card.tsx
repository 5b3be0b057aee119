import { View } from '@tarojs/components';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { voteDeadline } from '@gongyi/shared/votes/vote-rules';
import { Card, Chip, Due } from '../../ui';
import { STARTER, VOTE, VOTE_STATUS } from '../copy';
import { DESK, NEXT } from '../desk-copy';
import { areaWords, fullDate } from '../figures';

/** When the next thing happens by the clock: counted down to. */
const deadlineOf = ({ rules, ...view }: VoteView): number | undefined =>
  voteDeadline({ ...view, rulesInForce: rules })?.at;

/** Where a vote stands, what happens next and whose turn it is. */
export const StatusCard = ({ view, now }: { view: VoteView; now: number }) => {
  const { words, tone } = VOTE_STATUS[view.status];
  const at = deadlineOf(view);
  const { electorate, opensAt, closesAt, scrutineers } = view;
  return (
    <Card>
      <View className="stack">
        <View className="row wrap">
          <Chip tone={tone}>{words}</Chip>
          {at === undefined ? null : <Due at={at} now={now} />}
        </View>
        <View className="t16 desk-strong">{NEXT[view.status]}</View>
        {opensAt === undefined ? null : <View className="t14 figure">{`${VOTE.opens} ${fullDate(opensAt)}`}</View>}
        {closesAt === undefined ? null : <View className="t14 figure">{`${VOTE.ends} ${fullDate(closesAt)}`}</View>}
        {view.closedFirstAt === undefined ? null : (
          <View className="t14 figure">{VOTE.extended(fullDate(view.closedFirstAt))}</View>
        )}
        {electorate === undefined ? null : (
          <View className="t14 figure">
            {DESK.electorate(electorate.homes, electorate.heads, areaWords(electorate.area))}
          </View>
        )}
        <View className="t14 quiet">{`${VOTE.startedBy(STARTER[view.starter])} · ${view.startedByName}`}</View>
        <View className="t14 quiet">{VOTE.of(view.compoundName, view.scopeNames)}</View>
        {view.scope.kind === 'places' ? (
          <View className="t14 quiet">{`${VOTE.scopeBasis}${view.scope.basis}`}</View>
        ) : null}
        {scrutineers.length === 0 || view.status === 'draft' ? null : (
          <View className="t14 quiet">{VOTE.scrutineers(scrutineers.map(({ name }) => name).join('、'))}</View>
        )}
        {view.withdrawnReason === undefined ? null : (
          <View className="t14">{`${DESK.withdrawnBecause}${view.withdrawnReason}`}</View>
        )}
      </View>
    </Card>
  );
};

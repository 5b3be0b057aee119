import { View } from '@tarojs/components';
import type { MatterView } from '@gongyi/shared/votes/contract-view';
import { VOTE } from '../copy';
import { areaWords, fenWords } from '../figures';
import './vote.scss';

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View className="vote-facts t16">
    <View className="quiet">{name}</View>
    <View className="figure">{value}</View>
  </View>
);

const MyShare = ({ share }: { share: NonNullable<MatterView['myShare']> }) => (
  <View className="vote-pay">
    <View className="t14 quiet">{VOTE.myShare}</View>
    <View className="t20 figure">
      {share.toPay === 0 ? VOTE.mySharePayNone : VOTE.mySharePay(fenWords(share.toPay))}
    </View>
    {share.fromFund === 0 ? null : <View className="t16 figure">{VOTE.myShareFund(fenWords(share.fromFund))}</View>}
    <View className="t14 quiet figure">{VOTE.myShareHint(share.homes, areaWords(share.area))}</View>
  </View>
);

/** What owners must know before they vote on the maintenance fund, with what the reader's own homes would bear. */
export const FundPlan = ({ matter: { fund, myShare } }: { matter: MatterView }) => {
  if (fund === undefined) return null;
  return (
    <View className="stack vote-part">
      <View className="t16 vote-end">{VOTE.fund}</View>
      <View>
        <View className="t14 quiet">{VOTE.works}</View>
        <View className="t16 vote-words">{fund.works}</View>
      </View>
      <Fact name={VOTE.budget} value={fenWords(fund.budget)} />
      <Fact name={VOTE.balance} value={fenWords(fund.balance)} />
      <Fact name={VOTE.fromFund} value={fenWords(fund.fromFund)} />
      {fund.budget > fund.fromFund ? (
        <Fact name={VOTE.collected} value={fenWords(fund.budget - fund.fromFund)} />
      ) : null}
      <Fact name={VOTE.apportionmentLabel} value={VOTE.apportionment[fund.apportionment]} />
      {myShare === undefined ? null : <MyShare share={myShare} />}
    </View>
  );
};

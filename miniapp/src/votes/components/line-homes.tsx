import { View } from '@tarojs/components';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import { BALLOT } from '../copy';
import { areaWords } from '../figures';
import './vote.scss';

/** The homes of one head, and what they weigh together. */
export const LineHomes = ({ line, line: { coOwners = 1 } }: { line: MyLine }) => (
  <View>
    <View className="t20 figure">{BALLOT.countedNumbers(line.homes.length, areaWords(line.area))}</View>
    {line.homes.map(({ homeId, name, area }) => (
      <View key={homeId} className="vote-facts t16">
        <View>{name}</View>
        <View className="figure">{areaWords(area)}</View>
      </View>
    ))}
    {line.homes.length > 1 ? <View className="t14 quiet">{BALLOT.oneHead}</View> : null}
    {line.asProxy ? <View className="t14 quiet">{BALLOT.asProxy}</View> : null}
    {coOwners > 1 ? <View className="t14 quiet figure">{BALLOT.coOwners(coOwners)}</View> : null}
    {coOwners === 0 ? <View className="t14 quiet">{BALLOT.developer}</View> : null}
  </View>
);

import { Text, View } from '@tarojs/components';
import type { Party } from '@gongyi/shared/district/organisation';
import { PARTY } from '../topic-copy';
import './party-chip.scss';

/** Which of the four, in its colour and by its name. */
export const PartyChip = ({ party }: { party: Party }) => (
  <View className={`party-chip party-chip-${party}`}>
    <Text>{PARTY[party]}</Text>
  </View>
);

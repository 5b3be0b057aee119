import { Text, View } from '@tarojs/components';
import { PARTY_NAMES } from '@gongyi/shared/council/minutes';
import type { Party } from '@gongyi/shared/district/organisation';
import './party-name.scss';

/** A party by its letter, in its colour, and its name. */
export const PartyName = ({ party }: { party: Party }) => (
  <View className="party-name">
    <View className="party-letter" style={{ background: `var(--party-${party})` }} aria-hidden="true">
      {PARTY_NAMES[party].letter}
    </View>
    <Text>{PARTY_NAMES[party].name}</Text>
  </View>
);

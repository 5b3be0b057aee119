import { Text, View } from '@tarojs/components';
import type { VotingRules } from '@gongyi/shared/votes/voting-rules';
import { FORCE } from '../copy';
import './vote.scss';

interface ForceStripProps {
  readonly rules: Pick<VotingRules, 'legalForce' | 'designatedBy'>;
}

/** Whether owners are asked or decide: on top of every screen of a vote. */
export const ForceStrip = ({ rules: { legalForce, designatedBy } }: ForceStripProps) => {
  const asked = legalForce === 'consultative';
  return (
    <View
      className={`force force-${legalForce}`}
      role="note"
      aria-label={asked ? FORCE.consultative : FORCE.designated}
    >
      <Text className="t20">{asked ? FORCE.consultative : FORCE.designated}</Text>
      <Text className="t14">{asked ? FORCE.consultativeHint : FORCE.designatedHint(designatedBy)}</Text>
    </View>
  );
};

import { View } from '@tarojs/components';
import type { MatterView } from '@gongyi/shared/votes/contract-view';
import { Chip } from '../../ui';
import { BALLOT } from '../copy';
import './vote.scss';

type Candidate = NonNullable<MatterView['election']>['candidates'][number];

/** Who stands for election, put forward by whom, in their own words. */
export const CandidateLine = ({ candidate }: { candidate: Candidate }) => (
  <View>
    <View className="row wrap">
      <View className="t16 grow vote-end">{candidate.name}</View>
      <Chip>{BALLOT.candidateBy[candidate.by]}</Chip>
    </View>
    <View className="t14 quiet vote-words">{candidate.about}</View>
  </View>
);

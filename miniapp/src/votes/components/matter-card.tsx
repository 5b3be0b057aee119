import { View } from '@tarojs/components';
import { seatsWords } from '@gongyi/shared/votes/election-rules';
import type { MatterView } from '@gongyi/shared/votes/contract-view';
import { CheckedPhotos } from '../../requests/components/checked-photos';
import { Card } from '../../ui';
import { MATTER_KIND, VOTE } from '../copy';
import type { Ballot } from '../use-ballot';
import { CandidateLine } from './candidate-line';
import { FundPlan } from './fund-plan';
import { MatterAnswer } from './matter-answer';
import './vote.scss';

interface MatterCardProps {
  readonly matter: MatterView;
  /** Counted from 1. */
  readonly index: number;
  readonly all: number;
  /** Given where the reader may answer here. */
  readonly ballot?: Ballot | undefined;
}

/** One matter word for word, what it costs, how it passes, and where it may be answered. */
export const MatterCard = ({ matter, index, all, ballot }: MatterCardProps) => (
  <Card title={VOTE.matterOf(index, all)}>
    <View className="stack">
      <View className="t20">{matter.title}</View>
      <View className="t16 vote-words">{matter.words ?? VOTE.checking}</View>
      {matter.attachments.length === 0 ? null : (
        <View>
          <View className="t14 quiet">{VOTE.attachments}</View>
          <CheckedPhotos photos={matter.attachments} name={VOTE.attachments} />
        </View>
      )}
      <FundPlan matter={matter} />
      {matter.election === undefined ? null : <View className="t16">{seatsWords(matter.election)}</View>}
      <View>
        <View className="t14 quiet">{`${VOTE.threshold}（${MATTER_KIND[matter.kind]}）`}</View>
        <View className="t16">{matter.thresholdWords}</View>
        <View className="t12 quiet">{`${VOTE.law}“${matter.matterWords}”，${matter.article}`}</View>
      </View>
      {ballot === undefined
        ? matter.election?.candidates.map((candidate) => (
            <View key={candidate.id} className="vote-part">
              <CandidateLine candidate={candidate} />
            </View>
          ))
        : null}
      {ballot === undefined ? null : <MatterAnswer matter={matter} ballot={ballot} />}
    </View>
  </Card>
);

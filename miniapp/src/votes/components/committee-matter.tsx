import { View } from '@tarojs/components';
import type { CommitteeView } from '@gongyi/shared/votes/contract-committee';
import { Bar, Card, Chip } from '../../ui';
import { CHOICE, COMMITTEE, VOTE } from '../copy';
import './vote.scss';

type Matter = CommitteeView['matters'][number];

const TONE = { passed: 'success', 'not-passed': 'plain', 'no-quorum': 'warning' } as const;

/** One matter of a committee meeting: more than half of all members must agree, and everybody sees who did. */
export const CommitteeMatter = ({ matter, index, all }: { matter: Matter; index: number; all: number }) => {
  const { tally, rollCall } = matter;
  return (
    <Card title={VOTE.matterOf(index, all)}>
      <View className="stack">
        <View className="t20">{matter.title}</View>
        <View className="t16 vote-words">{matter.words}</View>
        {tally === undefined ? null : (
          <>
            <View className="row">
              <Chip tone={TONE[tally.outcome]}>{COMMITTEE.outcome[tally.outcome]}</Chip>
            </View>
            <Bar
              label={COMMITTEE.tally(tally.for, tally.members)}
              part={tally.members === 0 ? 0 : tally.for / tally.members}
              numbers={COMMITTEE.counts(tally.for, tally.against, tally.abstain)}
              line={1 / 2}
              tone={tally.outcome === 'passed' ? 'success' : 'brand'}
            />
            <View className="t14 quiet">{COMMITTEE.rule}</View>
          </>
        )}
        {rollCall === undefined ? null : (
          <View role="list" aria-label={COMMITTEE.rollCall}>
            <View className="t14 quiet">{COMMITTEE.rollCall}</View>
            {rollCall.map(({ name, choice }) => (
              <View key={name} className="ballot-answer t16" role="listitem">
                <View>{name}</View>
                <View>{choice === undefined ? COMMITTEE.unvoted : CHOICE[choice]}</View>
              </View>
            ))}
          </View>
        )}
      </View>
    </Card>
  );
};

import { View } from '@tarojs/components';
import type { MatterView } from '@gongyi/shared/votes/contract-view';
import { Button, StatusLine } from '../../ui';
import { BALLOT } from '../copy';
import type { Ballot } from '../use-ballot';
import { BallotChoices } from './ballot-choices';
import { CandidateLine } from './candidate-line';
import './vote.scss';

interface MatterAnswerProps {
  readonly matter: MatterView;
  readonly ballot: Ballot;
}

const Gap = ({ shown }: { shown: boolean }) =>
  shown ? (
    <View className="t14 ballot-unanswered" role="alert">
      {BALLOT.unanswered}
    </View>
  ) : null;

const ElectionAnswer = ({ matter, ballot }: MatterAnswerProps) => {
  const { election } = matter;
  if (election === undefined) return null;
  const agreed = ballot.agreed(matter.id);
  const open = ballot.gaps.some((id) => id.startsWith(`${matter.id}.`));
  return (
    <>
      <View className="t16 figure vote-end" role="status" aria-live="polite">
        {BALLOT.seats(agreed, election.seats)}
      </View>
      {ballot.fullMatter === matter.id ? (
        <StatusLine tone="warning">{BALLOT.seatsFull(election.seats)}</StatusLine>
      ) : null}
      {election.candidates.map((candidate) => {
        const id = `${matter.id}.${candidate.id}`;
        return (
          <View key={id} id={`q-${id.replace('.', '-')}`} className="stack vote-part">
            <CandidateLine candidate={candidate} />
            <Gap shown={ballot.showGaps && ballot.gaps.includes(id)} />
            <BallotChoices
              label={`${matter.title}：${candidate.name}`}
              value={ballot.choices[id]}
              disabled={ballot.sending || ballot.unknown}
              onChoose={(choice) => ballot.choose(matter, id, choice)}
            />
          </View>
        );
      })}
      {open && agreed > 0 && !ballot.unknown ? (
        <Button kind="secondary" onTap={() => ballot.abstainFromRest(matter)}>
          {BALLOT.restAbstain}
        </Button>
      ) : null}
    </>
  );
};

/** What the reader answers to one matter, or to each candidate of an election. */
export const MatterAnswer = ({ matter, ballot }: MatterAnswerProps) => (
  <View className="stack vote-part" id={`q-${matter.id}`}>
    {matter.election === undefined ? (
      <>
        <Gap shown={ballot.showGaps && ballot.gaps.includes(matter.id)} />
        <BallotChoices
          label={matter.title}
          value={ballot.choices[matter.id]}
          disabled={ballot.sending || ballot.unknown}
          onChoose={(choice) => ballot.choose(matter, matter.id, choice)}
        />
      </>
    ) : (
      <ElectionAnswer matter={matter} ballot={ballot} />
    )}
  </View>
);

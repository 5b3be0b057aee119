import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MatterView } from '@gongyi/shared/votes/contract-view';
import type { VoteResult } from '@gongyi/shared/votes/vote';
import { Button, StatusLine } from '../../ui';
import { RESULT } from '../copy';
import { areaWords } from '../figures';
import { ResultQuestion } from './result-question';
import './vote.scss';

interface ResultElectionProps {
  readonly matter: MatterView;
  readonly election: VoteResult['elections'][number];
  readonly questions: VoteResult['questions'];
}

const byVotes = (a: VoteResult['questions'][number], b: VoteResult['questions'][number]): number =>
  b.tally.for.heads - a.tally.for.heads || b.tally.for.area - a.tally.for.area;

/** Who was elected, who stands by, who stood level; every candidate with their votes, the rest on a tap. */
export const ResultElection = ({ matter, election, questions }: ResultElectionProps) => {
  const [shown, setShown] = useState<string>();
  const nameOf = (id: string | undefined): string =>
    matter.election?.candidates.find((one) => one.id === id)?.name ?? '';
  const place = (label: string, ids: readonly string[]) =>
    ids.length === 0 ? null : (
      <View>
        <View className="t14 quiet">{label}</View>
        <View className="t20">{ids.map(nameOf).join('、')}</View>
      </View>
    );
  return (
    <View className="stack">
      <StatusLine tone={election.outcome === 'elected' ? 'success' : 'warning'}>
        {RESULT.electionOutcome[election.outcome]}
      </StatusLine>
      {place(RESULT.elected, election.elected)}
      {place(RESULT.alternates, election.alternates)}
      {place(RESULT.tied, election.tied)}
      {[...questions].sort(byVotes).map((question) => {
        const { candidateId, tally } = question;
        const open = shown === question.questionId;
        return (
          <View key={question.questionId} className="stack vote-part">
            <View className="row wrap">
              <View className="t16 grow">{nameOf(candidateId)}</View>
              <View className="t16 figure">{`${RESULT.agrees} ${RESULT.votes(tally.for.heads, areaWords(tally.for.area))}`}</View>
            </View>
            <Button kind="quiet" onTap={() => setShown(open ? undefined : question.questionId)}>
              {open ? RESULT.less : RESULT.allNumbers(nameOf(candidateId))}
            </Button>
            {open ? <ResultQuestion result={question} /> : null}
          </View>
        );
      })}
    </View>
  );
};

import { View } from '@tarojs/components';
import type { Tally } from '@gongyi/shared/votes/assembly-rules';
import { CHOICES } from '@gongyi/shared/votes/ballot';
import type { QuestionResult } from '@gongyi/shared/votes/vote';
import { Bar, Chip } from '../../ui';
import { OUTCOME, RESULT } from '../copy';
import { areaWords } from '../figures';
import { conditionsOf } from '../result-facts';
import './vote.scss';

/** What was counted, choice by choice, by heads and by area. */
const Numbers = ({ tally }: { tally: Tally }) => (
  <View className="result-numbers t16">
    {CHOICES.map((choice) => (
      <View key={choice} className="vote-facts">
        <View>{RESULT[choice]}</View>
        <View className="figure">{RESULT.votes(tally[choice].heads, areaWords(tally[choice].area))}</View>
      </View>
    ))}
  </View>
);

const Silence = ({ result }: { result: NonNullable<QuestionResult['withSilence']> }) => (
  <View className="stack vote-part">
    <View className="row wrap">
      <View className="t16 grow">{RESULT.silence}</View>
      <Chip>{OUTCOME[result.outcome].words}</Chip>
    </View>
    <Numbers tally={result.tally} />
    <View className="t14 quiet">{RESULT.silenceHint}</View>
  </View>
);

/** One question's verdict with every number it follows from. */
export const ResultQuestion = ({ result }: { result: QuestionResult }) => {
  const { words, tone } = OUTCOME[result.outcome];
  return (
    <View className="stack">
      <View className="row">
        <Chip tone={tone}>{words}</Chip>
      </View>
      {conditionsOf(result).map(({ key, label, part, whole, line, met, numbers, verdict }) => (
        <View key={key}>
          <Bar
            label={label}
            part={whole === 0 ? 0 : part / whole}
            numbers={numbers}
            line={line}
            tone={met ? 'success' : 'brand'}
          />
          <View className="t14 quiet figure">{verdict}</View>
        </View>
      ))}
      <Numbers tally={result.tally} />
      <View className="t12 quiet">{`${RESULT.article} ${result.article}`}</View>
      {result.withSilence === undefined ? null : <Silence result={result.withSilence} />}
    </View>
  );
};

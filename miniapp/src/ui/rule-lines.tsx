import { View } from '@tarojs/components';
import { Card } from './card';
import { Timeline } from './timeline';
import { clockWords } from './time-words';

/** One rule as it is read: what it sets, and to what. */
export interface RuleLine {
  readonly key: string;
  readonly words: string;
  readonly value: string;
}

interface RuleLinesProps {
  readonly title: string;
  readonly lines: readonly RuleLine[];
  /** What becomes of what runs already. */
  readonly note: string;
}

/** Rules in force, line by line. */
export const RuleLines = ({ title, lines, note }: RuleLinesProps) => (
  <Card title={title}>
    {lines.map(({ key, words, value }) => (
      <View key={key} className="row rule-line">
        <View className="t16 grow">{words}</View>
        <View className="t16 figure">{value}</View>
      </View>
    ))}
    <View className="t14 quiet">{note}</View>
  </Card>
);

interface RuleChange {
  readonly version: number;
  readonly lines: readonly RuleLine[];
  readonly at: number;
  readonly byName: string;
  readonly reason: string;
}

interface RuleHistoryProps {
  readonly title: string;
  readonly none: string;
  readonly versionWords: (version: number) => string;
  readonly changes: readonly RuleChange[];
  /** What held before the first change. */
  readonly first: readonly RuleLine[];
  readonly now: number;
}

/** What a version changed against the one before it: 公示几天：7 天 → 10 天. */
const changedWords = (lines: readonly RuleLine[], before: readonly RuleLine[]): string[] =>
  lines.flatMap(({ key, words, value }) => {
    const was = before.find((line) => line.key === key)?.value ?? '';
    return was === value ? [] : [`${words}：${was} → ${value}`];
  });

/** Who changed the rules, when, why and in what, newest first. */
export const RuleHistory = ({ title, none, versionWords, changes, first, now }: RuleHistoryProps) => {
  const newest = [...changes].sort((a, b) => b.version - a.version);
  return (
    <Card title={title}>
      {newest.length === 0 ? <View className="t16 quiet">{none}</View> : null}
      <Timeline
        entries={newest.map(({ version, lines, at, byName, reason }, index) => ({
          key: String(version),
          title: versionWords(version),
          by: byName,
          when: clockWords(at, now),
          body: (
            <View className="stack">
              <View className="t16">{reason}</View>
              {changedWords(lines, newest[index + 1]?.lines ?? first).map((words) => (
                <View key={words} className="t14">
                  {words}
                </View>
              ))}
            </View>
          ),
        }))}
      />
    </Card>
  );
};

import { Text, View } from '@tarojs/components';
import type { RecordLine } from '@gongyi/shared/kernel/record-line';
import { Card, StatusLine, clockWords } from '../ui';
import { RECORD } from './record-copy';
import './record-lines.scss';

const SHORT = 12;

/** What a record is of, in words of its slice. */
export interface RecordWords {
  /** What happened in a step. */
  readonly step: (line: Pick<RecordLine, 'kind' | 'facts'>) => string;
  /** As what somebody acted: a party, a role, a resident, the clock. */
  readonly actor: (line: Pick<RecordLine, 'as'>) => string;
}

interface RecordLinesProps {
  readonly words: RecordWords;
  readonly lines: readonly RecordLine[];
  /** The first step that does not fit. */
  readonly brokenAt: number | undefined;
  readonly now: number;
}

const Line = ({ words, line, now }: Omit<RecordLinesProps, 'lines' | 'brokenAt'> & { line: RecordLine }) => (
  <View>
    <View className="t16">{RECORD.step(line.rev, words.step(line))}</View>
    <View className="t14 quiet figure">
      {[
        clockWords(line.at, now),
        words.actor(line),
        ...(line.photos.length > 0 ? [RECORD.photos(line.photos.length)] : []),
        ...(line.wordsHash === '' ? [] : [RECORD.wordsHash(line.wordsHash.slice(0, SHORT))]),
      ].join(' · ')}
    </View>
    <Text className="t12 quiet record-print">{line.fingerprint}</Text>
  </View>
);

/** Every step as it stands in the record, the first first. */
export const RecordLines = ({ words, lines, brokenAt, now }: RecordLinesProps) => (
  <Card>
    <View className="stack" role="list">
      {lines.map((line, at) => (
        <View key={at} className="stack record-line" role="listitem">
          <Line words={words} line={line} now={now} />
          {at + 1 === brokenAt ? <StatusLine tone="danger">{RECORD.broken(brokenAt)}</StatusLine> : null}
        </View>
      ))}
    </View>
  </Card>
);

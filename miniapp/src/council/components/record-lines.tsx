import { Text, View } from '@tarojs/components';
import type { RecordLine } from '@gongyi/shared/council/record-line';
import { Card, StatusLine, clockWords } from '../../ui';
import { actorWords, lineWords } from '../record-words';
import { RECORD } from '../topic-copy';
import type { RecordSubject } from '../use-record';
import './record-lines.scss';

const SHORT = 12;

interface RecordLinesProps {
  readonly kind: RecordSubject['kind'];
  readonly lines: readonly RecordLine[];
  /** The first step that does not fit. */
  readonly brokenAt: number | undefined;
  readonly now: number;
}

const Line = ({ kind, line, now }: Omit<RecordLinesProps, 'lines' | 'brokenAt'> & { line: RecordLine }) => (
  <View>
    <View className="t16">{RECORD.step(line.rev, lineWords(kind, line))}</View>
    <View className="t14 quiet figure">
      {[
        clockWords(line.at, now),
        actorWords(line),
        ...(line.photos.length > 0 ? [RECORD.photos(line.photos.length)] : []),
        ...(line.wordsHash === '' ? [] : [RECORD.wordsHash(line.wordsHash.slice(0, SHORT))]),
      ].join(' · ')}
    </View>
    <Text className="t12 quiet record-print">{line.fingerprint}</Text>
  </View>
);

/** Every step as it stands in the record, the first first. */
export const RecordLines = ({ kind, lines, brokenAt, now }: RecordLinesProps) => (
  <Card>
    <View className="stack" role="list">
      {lines.map((line, at) => (
        <View key={at} className="stack record-line" role="listitem">
          <Line kind={kind} line={line} now={now} />
          {at + 1 === brokenAt ? <StatusLine tone="danger">{RECORD.broken(brokenAt)}</StatusLine> : null}
        </View>
      ))}
    </View>
  </Card>
);

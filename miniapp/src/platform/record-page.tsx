import { Text, View } from '@tarojs/components';
import type { RecordCheck } from '@gongyi/shared/kernel/record';
import { Button, Card, EmptyState, ErrorState, Skeleton, StatusLine, say } from '../ui';
import { useServerNow } from './clock';
import { copyWords } from './device';
import { Page } from './page';
import { usePullToRefresh } from './pull-to-refresh';
import { RECORD } from './record-copy';
import { RecordLines } from './record-lines';
import type { RecordWords } from './record-lines';
import { useRecord } from './use-record';
import type { ReadRecord } from './use-record';

interface RecordPageProps {
  /** Undefined when the address names nothing. */
  readonly subjectId: string | undefined;
  readonly read: ReadRecord;
  readonly words: RecordWords;
}

const Verdict = ({ check, count }: { check: RecordCheck; count: number }) =>
  check.ok ? (
    <StatusLine tone="success">
      <View className="t16">{RECORD.whole}</View>
      <View className="t14">{RECORD.wholeHint(count)}</View>
    </StatusLine>
  ) : (
    <StatusLine tone="danger">
      <View className="t16">{RECORD.broken(check.rev)}</View>
      <View className="t14">{RECORD.why[check.why]}</View>
      <View className="t14">{RECORD.brokenHint}</View>
    </StatusLine>
  );

const copied = async (fingerprint: string) => {
  if (await copyWords(fingerprint)) say(RECORD.copied);
};

/** 记录核对: the whole record, checked step by step on the reader's own device. */
export const RecordPage = ({ subjectId, read, words }: RecordPageProps) => {
  const { state, reload } = useRecord(subjectId, read);
  const now = useServerNow();
  usePullToRefresh(reload);
  if (subjectId === undefined)
    return (
      <Page title={RECORD.title}>
        <EmptyState words={RECORD.missing} />
      </Page>
    );
  return (
    <Page title={RECORD.title}>
      <View className="stack">
        {state.status === 'loading' ? (
          <>
            <StatusLine>{RECORD.loading}</StatusLine>
            <Skeleton rows={4} />
          </>
        ) : null}
        {state.status === 'failed' ? <ErrorState words={state.words} onRetry={() => void reload()} /> : null}
        {state.status === 'ready' ? (
          <>
            <Verdict check={state.check} count={state.lines.length} />
            <Card title={RECORD.fingerprint}>
              <View className="stack">
                <Text className="t14 record-print">{state.head.fingerprint}</Text>
                <View className="t14 quiet">{RECORD.how}</View>
                <Button kind="secondary" onTap={() => void copied(state.head.fingerprint)}>
                  {RECORD.copy}
                </Button>
              </View>
            </Card>
            <RecordLines
              words={words}
              lines={state.lines}
              brokenAt={state.check.ok ? undefined : state.check.rev}
              now={now}
            />
          </>
        ) : null}
      </View>
    </Page>
  );
};

import { Text, View } from '@tarojs/components';
import type { RecordCheck } from '@gongyi/shared/council/record';
import { Page, copyWords, usePageParams, usePullToRefresh, useServerNow } from '../../../platform';
import { Button, Card, EmptyState, ErrorState, Skeleton, StatusLine, say } from '../../../ui';
import { RecordLines } from '../../components/record-lines';
import { RECORD } from '../../topic-copy';
import { useRecord } from '../../use-record';
import type { RecordSubject } from '../../use-record';

const subjectIn = ({ topicId, sessionId }: Readonly<Record<string, string | undefined>>): RecordSubject | undefined => {
  if (topicId !== undefined) return { kind: 'topic', id: topicId };
  return sessionId === undefined ? undefined : { kind: 'session', id: sessionId };
};

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
export default function RecordPage() {
  const subject = subjectIn(usePageParams());
  const { state, reload } = useRecord(subject);
  const now = useServerNow();
  usePullToRefresh(reload);
  if (subject === undefined)
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
              kind={subject.kind}
              lines={state.lines}
              brokenAt={state.check.ok ? undefined : state.check.rev}
              now={now}
            />
          </>
        ) : null}
      </View>
    </Page>
  );
}

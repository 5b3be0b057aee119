import { getSessionRecord, getTopicRecord } from '@gongyi/shared/council/contract';
import { call, usePageParams } from '../../../platform';
import { RecordPage } from '../../../platform/record-page';
import type { ReadRecord } from '../../../platform/use-record';
import { SESSION_RECORD, TOPIC_RECORD } from '../../record-words';

const readTopic: ReadRecord = (topicId, query) => call(getTopicRecord, { params: { topicId }, query });
const readSession: ReadRecord = (sessionId, query) => call(getSessionRecord, { params: { sessionId }, query });

/** 记录核对 of a topic or a session. */
export default function CouncilRecordPage() {
  const { topicId, sessionId } = usePageParams();
  return topicId === undefined ? (
    <RecordPage subjectId={sessionId} read={readSession} words={SESSION_RECORD} />
  ) : (
    <RecordPage subjectId={topicId} read={readTopic} words={TOPIC_RECORD} />
  );
}

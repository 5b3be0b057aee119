import { getVoteRecord } from '@gongyi/shared/votes/contract-votes';
import { call, usePageParams } from '../../../platform';
import { RecordPage } from '../../../platform/record-page';
import type { ReadRecord } from '../../../platform/use-record';
import { VOTE_RECORD } from '../../record-words';

const readVote: ReadRecord = (voteId, query) => call(getVoteRecord, { params: { voteId }, query });

/** 记录核对 of a vote: how it was prepared, run and published. Its ballots stand in its log, which the bundle holds. */
export default function VoteRecordPage() {
  const { id } = usePageParams();
  return <RecordPage subjectId={id} read={readVote} words={VOTE_RECORD} />;
}

import { getTopic } from '@gongyi/shared/council/contract';
import { Page, useLoad, usePageParams } from '../../../platform';
import { ErrorState, Skeleton } from '../../../ui';
import { ProposeForm } from '../../components/propose-form';
import { PROPOSE } from '../../topic-copy';

const Amend = ({ topicId }: { topicId: string }) => {
  const load = useLoad(getTopic, { params: { topicId } });
  if (load.value !== undefined) return <ProposeForm topic={load.value} onRefused={() => void load.reload()} />;
  return (
    <Page title={PROPOSE.amendTitle}>
      {load.status === 'failed' ? (
        <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} />
      ) : (
        <Skeleton rows={4} />
      )}
    </Page>
  );
};

/** 提个议题; with `topicId`, the proposer writes theirs anew. */
export default function ProposePage() {
  const { topicId } = usePageParams();
  return topicId === undefined ? <ProposeForm /> : <Amend topicId={topicId} />;
}

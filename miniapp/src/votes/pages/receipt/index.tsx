import { View } from '@tarojs/components';
import { getReceipt } from '@gongyi/shared/votes/contract-ballots';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import type { Receipt } from '@gongyi/shared/votes/log/bundle';
import {
  LoadState,
  Page,
  canVerify,
  copyWords,
  keepFile,
  open,
  openInstead,
  useLoad,
  usePageParams,
  usePoll,
  usePullToRefresh,
  useSignedIn,
} from '../../../platform';
import { Button, Card, EmptyState, StatusLine, say } from '../../../ui';
import { ForceStrip } from '../../components/force-strip';
import { ReceiptCard } from '../../components/receipt-card';
import { RECEIPT, VOTE } from '../../copy';

const LOOK_MS = 60_000;

/** The proof, once the log's next checkpoint has the ballot; a file that anybody can check. */
const Proof = ({ receipt, castId, onCheck }: { receipt: Receipt; castId: string; onCheck: () => void }) => {
  const words = JSON.stringify(receipt);
  const save = async () => say((await keepFile(RECEIPT.fileName(castId), words)) ? RECEIPT.saved : RECEIPT.saveFailed);
  const copy = async () => {
    if (await copyWords(words)) say(RECEIPT.copied);
  };
  return (
    <Card title={RECEIPT.proved}>
      <View className="stack">
        <View className="t16 figure">{RECEIPT.provedHint(receipt.index, receipt.size)}</View>
        <Button kind="secondary" wide onTap={() => void save()}>
          {RECEIPT.save}
        </Button>
        <Button kind="secondary" wide onTap={() => void copy()}>
          {RECEIPT.copyFile}
        </Button>
        <Button kind="secondary" wide onTap={onCheck}>
          {canVerify() ? RECEIPT.check : RECEIPT.howToCheck}
        </Button>
      </View>
    </Card>
  );
};

/** 投票回执: that it is recorded, the code to keep, and later the proof that it is in the log. */
export default function ReceiptPage() {
  const { vote, line, just } = usePageParams();
  const signedIn = useSignedIn();
  const known = vote !== undefined && line !== undefined && signedIn;
  const params = { voteId: vote ?? '', line: Number(line) };
  const load = useLoad(getReceipt, known ? { params } : undefined);
  const about = useLoad(getVote, vote === undefined ? undefined : { params: { voteId: vote } });
  const { value } = load;
  usePoll(load.reload, value !== undefined && value.receipt === undefined ? LOOK_MS : undefined);
  usePullToRefresh(load.reload);
  if (!known || value === undefined)
    return <Page title={RECEIPT.title}>{known ? <LoadState load={load} /> : <EmptyState words={RECEIPT.none} />}</Page>;
  return (
    <Page
      title={RECEIPT.title}
      action={
        <Button wide kind="secondary" onTap={() => openInstead('votes/pages/vote/index', { id: vote })}>
          {RECEIPT.back}
        </Button>
      }
    >
      <View className="stack">
        {about.value === undefined ? null : <ForceStrip rules={about.value.rules.rules} />}
        <StatusLine tone="success">
          <View className="t20">{RECEIPT.recorded}</View>
          {about.value === undefined ? null : <View className="t14">{about.value.title}</View>}
          {just === '1' ? <View className="t14">{VOTE.sealedUntil}</View> : null}
        </StatusLine>
        <ReceiptCard ballot={value.ballot} />
        {value.receipt === undefined ? (
          <StatusLine>
            <View className="t16">{RECEIPT.waiting}</View>
            <View className="t14">{RECEIPT.waitingHint}</View>
          </StatusLine>
        ) : (
          <Proof
            receipt={value.receipt}
            castId={value.ballot.castId}
            onCheck={() => open('votes/pages/verify/index', { vote, line })}
          />
        )}
      </View>
    </Page>
  );
}

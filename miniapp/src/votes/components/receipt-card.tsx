import { Text, View } from '@tarojs/components';
import type { CastAnswer } from '@gongyi/shared/votes/contract-ballots';
import { copyWords } from '../../platform';
import { Button, Card, say } from '../../ui';
import { BALLOT, RECEIPT } from '../copy';
import { fullDate } from '../figures';
import './vote.scss';

const copied = async (words: string) => {
  if (await copyWords(words)) say(RECEIPT.copied);
};

/** What an owner keeps of their ballot: its code and its fingerprint, never what they chose. */
export const ReceiptCard = ({ ballot }: { ballot: CastAnswer }) => (
  <Card title={RECEIPT.code}>
    <View className="stack">
      <Text className="vote-code vote-code-big">{ballot.castId}</Text>
      <View className="t14 quiet">{RECEIPT.codeHint}</View>
      <View className="t16 figure">{`${RECEIPT.at} ${fullDate(ballot.castAt)}`}</View>
      {ballot.version > 1 ? <View className="t16 figure">{BALLOT.recordedVersion(ballot.version)}</View> : null}
      <View>
        <View className="t14 quiet">{RECEIPT.leaf}</View>
        <Text className="vote-code">{ballot.leafHash}</Text>
      </View>
      <Button kind="secondary" onTap={() => void copied(`${ballot.castId} ${ballot.leafHash}`)}>
        {RECEIPT.copy}
      </Button>
    </View>
  </Card>
);

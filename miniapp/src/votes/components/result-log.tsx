import { Text, View } from '@tarojs/components';
import { resultPath } from '@gongyi/shared/votes/result-address';
import type { VoteResult } from '@gongyi/shared/votes/vote';
import { webOrigin } from '../../platform';
import { Button, Card, StatusLine } from '../../ui';
import { QrCode } from '../../ui/qr-code';
import { RESULT } from '../copy';
import './vote.scss';

interface ResultLogProps {
  readonly voteId: string;
  readonly result: VoteResult;
  /** The root on the paper notice, out of its code. */
  readonly expected: string | undefined;
  readonly busy: boolean;
  readonly onBundle: () => void;
  readonly onCheck: () => void;
}

/** What anybody needs to count again: the log's root, the bundle, and the address in a code. */
export const ResultLog = ({ voteId, result, expected, busy, onBundle, onCheck }: ResultLogProps) => {
  const { size, root } = result.log;
  return (
    <Card title={RESULT.log}>
      <View className="stack">
        <View className="t16">{RESULT.logHint}</View>
        <View className="t16 figure">{RESULT.leaves(size)}</View>
        <View>
          <View className="t14 quiet">{RESULT.root}</View>
          <Text className="vote-code">{root}</Text>
        </View>
        {expected === undefined ? null : (
          <StatusLine tone={expected === root ? 'success' : 'danger'}>
            {expected === root ? RESULT.rootSame : RESULT.rootOther}
          </StatusLine>
        )}
        <Button kind="secondary" wide onTap={onCheck}>
          {RESULT.check}
        </Button>
        <Button kind="secondary" wide loading={busy} onTap={onBundle}>
          {RESULT.bundle}
        </Button>
        <View className="vote-qr">
          <QrCode words={webOrigin() + resultPath(voteId, root)} label={RESULT.qr} size={180} />
          <View className="t14 quiet">{RESULT.qr}</View>
        </View>
      </View>
    </Card>
  );
};

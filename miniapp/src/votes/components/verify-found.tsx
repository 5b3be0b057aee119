import { Text, View } from '@tarojs/components';
import { Card, StatusLine } from '../../ui';
import { VERIFY } from '../copy';
import type { Found } from '../use-verify';
import './vote.scss';

/** What the paper notice says of the root, beside what the file says. */
const Root = ({ root, expected }: { root: string; expected: string | undefined }) => (
  <View className="stack">
    <View className="t14 quiet">{VERIFY.root}</View>
    <Text className="vote-code">{root}</Text>
    {expected === undefined ? <View className="t14 quiet">{VERIFY.rootHint}</View> : null}
    {expected === undefined ? null : (
      <StatusLine tone={expected === root ? 'success' : 'danger'}>
        {expected === root ? VERIFY.rootSame : VERIFY.rootOther}
      </StatusLine>
    )}
  </View>
);

/** Every finding in words. */
export const VerifyFound = ({ found, expected }: { found: Found; expected: string | undefined }) => {
  const good = found.kind === 'receipt' ? VERIFY.goodReceipt : VERIFY.goodBundle;
  return (
    <Card>
      <View className="stack">
        <StatusLine tone={found.ok ? 'success' : 'danger'}>
          <View className="t20">{found.ok ? VERIFY.good : VERIFY.bad(found.problems.length)}</View>
        </StatusLine>
        <View role="list">
          {(found.ok ? good : found.problems).map((words, index) => (
            // Two findings may read the same; their place tells them apart.
            <View key={`${String(index)} ${words}`} className="t16 ballot-answer" role="listitem">
              {`${found.ok ? '✓' : '✗'} ${words}`}
            </View>
          ))}
        </View>
        {found.root === undefined ? null : <Root root={found.root} expected={expected} />}
        {found.origin === undefined ? null : (
          <View>
            <View className="t14 quiet">{VERIFY.origin}</View>
            <Text className="vote-code">
              {`${found.origin}${found.size === undefined ? '' : ` · ${VERIFY.size(found.size)}`}`}
            </Text>
          </View>
        )}
      </View>
    </Card>
  );
};

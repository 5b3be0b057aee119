import { View } from '@tarojs/components';
import { Button, StatusLine } from '../../ui';
import { BALLOT } from '../copy';
import type { Ballot } from '../use-ballot';

/** The one button of a ballot: what is still open, then 投出这一票; while its fate is unknown, asking again. */
export const CastAction = ({ ballot }: { ballot: Ballot }) => {
  const { gaps, unknown, sending, line } = ballot;
  if (unknown)
    return (
      <Button wide kind="secondary" loading={sending} onTap={ballot.askAgain}>
        {BALLOT.askAgain}
      </Button>
    );
  if (gaps.length > 0)
    return (
      <Button wide kind="secondary" onTap={() => void ballot.begin()}>
        {BALLOT.left(gaps.length)}
      </Button>
    );
  return (
    <Button wide onTap={() => void ballot.begin()}>
      {line.state === 'may-change' ? BALLOT.recast : BALLOT.cast}
    </Button>
  );
};

/** How the casting stands, in words: unknown is said as unknown, a refusal with its reason. */
export const CastFate = ({ ballot }: { ballot: Ballot }) => {
  if (ballot.unknown && !ballot.confirming)
    return (
      <StatusLine tone="warning">
        <View className="t16 vote-end">{BALLOT.unknown}</View>
        <View className="t14">{BALLOT.unknownHint}</View>
      </StatusLine>
    );
  return ballot.refused === undefined ? null : <StatusLine tone="danger">{ballot.refused}</StatusLine>;
};

import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { scrollTo } from '../../platform';
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

const FATE = 'cast-fate';

/** Brought into view: the button that was tapped is far below. */
const Fate = ({ tone, children }: { tone: 'warning' | 'danger'; children: ReactNode }) => {
  useEffect(() => scrollTo(FATE), []);
  return (
    <View id={FATE}>
      <StatusLine tone={tone}>{children}</StatusLine>
    </View>
  );
};

interface CastFateProps {
  readonly ballot?: Ballot | undefined;
  /** Why the last casting was refused; its ballot may be gone by then. */
  readonly refused: string | undefined;
}

/** How the casting stands, in words: unknown is said as unknown, a refusal with its reason. */
export const CastFate = ({ ballot, refused }: CastFateProps) => {
  if (ballot?.unknown === true && !ballot.confirming)
    return (
      <Fate tone="warning">
        <View className="t16 vote-end">{BALLOT.unknown}</View>
        <View className="t14">{BALLOT.unknownHint}</View>
      </Fate>
    );
  return refused === undefined ? null : (
    <Fate key={refused} tone="danger">
      {refused}
    </Fate>
  );
};

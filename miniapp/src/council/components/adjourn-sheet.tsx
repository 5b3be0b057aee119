import { useState } from 'react';
import { DAY } from '@gongyi/shared/kernel/time';
import { serverNow } from '../../platform';
import { MomentField } from '../../ui';
import { CHAIR } from '../session-copy';
import type { Chair } from '../use-chair';
import { WordsSheet } from './words-sheet';

/** 休会: why, and when it goes on. */
export const AdjournSheet = ({ chair }: { chair: Chair }) => {
  const [until, setUntil] = useState(() => serverNow() + DAY);
  const [tried, setTried] = useState(false);
  const past = until <= serverNow();
  return (
    <WordsSheet
      title={CHAIR.adjourn}
      label={CHAIR.adjournLabel}
      verb={CHAIR.adjourn}
      act={chair.act}
      onSend={(reason) => {
        setTried(true);
        if (!past) void chair.adjourn(until, reason);
      }}
      onClose={chair.close}
    >
      <MomentField
        label={CHAIR.adjournUntil}
        value={until}
        error={tried && past ? CHAIR.adjournPast : undefined}
        onChange={setUntil}
      />
    </WordsSheet>
  );
};

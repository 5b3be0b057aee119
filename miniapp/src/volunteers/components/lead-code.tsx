import { View } from '@tarojs/components';
import { CODE_STEP } from '@gongyi/shared/kernel/rotating-code';
import { clockCloses } from '@gongyi/shared/volunteers/attendance-rules';
import { getCheckInCodes } from '@gongyi/shared/volunteers/contract-shifts';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { useLoad, useRotatingCodes, useServerNow, webOrigin } from '../../platform';
import { Card, StatusLine, clockWords } from '../../ui';
import { RotatingCode } from '../../ui/rotating-code';
import { LEAD } from '../copy';
import { checkInAddress } from '../use-shift';

const Code = ({ shiftId }: { shiftId: string }) => {
  const load = useLoad(getCheckInCodes, { params: { shiftId } });
  const { code, offline, until, now } = useRotatingCodes(load, `check-in.${shiftId}`);
  return (
    <View className="stack">
      {code === undefined ? (
        <StatusLine tone={offline ? 'warning' : 'plain'}>{load.words ?? LEAD.codeNone}</StatusLine>
      ) : (
        <RotatingCode
          address={checkInAddress(webOrigin(), shiftId, code)}
          code={code}
          label={LEAD.codeHint}
          hint={LEAD.codeType}
          left={CODE_STEP - (now % CODE_STEP)}
          step={CODE_STEP}
          leftWords={LEAD.codeLeft}
        />
      )}
      {offline && code !== undefined ? (
        <StatusLine tone="warning">{`${LEAD.offline} ${clockWords(until, now)}`}</StatusLine>
      ) : null}
    </View>
  );
};

/** The rotating code people scan to come and to go, from an hour before until an hour after; it lasts ten minutes without a network. */
export const LeadCode = ({ view }: { view: ShiftView }) => {
  const now = useServerNow();
  const opens = Math.min(...view.slots.map(({ checkInOpensAt }) => checkInOpensAt));
  const over = view.status !== 'open' || now >= clockCloses(view);
  if (now < opens) return <StatusLine>{LEAD.codeSoon(clockWords(opens, now))}</StatusLine>;
  return (
    <Card title={LEAD.code}>
      {over ? <View className="t16 quiet">{LEAD.codeOver}</View> : <Code shiftId={view.id} />}
    </Card>
  );
};

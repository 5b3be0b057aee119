import { View } from '@tarojs/components';
import { useState } from 'react';
import { leftEarly } from '@gongyi/shared/volunteers/attendance-rules';
import { useServerNow } from '../../platform';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine, TextField, clockWords } from '../../ui';
import { SHIFT } from '../copy';
import type { MySlot } from '../use-shift';

interface CodeSheetProps {
  readonly at: MySlot;
  readonly what: 'check-in' | 'check-out';
  /** From the address that was scanned. */
  readonly scanned: string | undefined;
  readonly act: Act;
  readonly onSend: (code: string) => void;
  readonly onClose: () => void;
}

/** Coming or going by the code on the leader's screen; going early says what that means. */
export const CodeSheet = ({ at, what, scanned, act, onSend, onClose }: CodeSheetProps) => {
  const now = useServerNow();
  const [code, setCode] = useState(scanned ?? '');
  const [asked, setAsked] = useState(false);
  const empty = code.trim() === '';
  const title = what === 'check-in' ? SHIFT.checkInTitle : SHIFT.checkOutTitle;
  const send = () => {
    setAsked(true);
    if (!empty) onSend(code);
  };
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={send}>
          {title}
        </Button>
      }
    >
      <View className="stack">
        {what === 'check-out' && leftEarly(at.slot, now) ? (
          <StatusLine tone="warning">{SHIFT.early(clockWords(at.slot.endsAt, now))}</StatusLine>
        ) : null}
        <TextField
          label={SHIFT.codeLabel}
          hint={SHIFT.codeHint}
          value={code}
          maxLength={64}
          error={asked && empty ? SHIFT.codeEmpty : undefined}
          onChange={setCode}
          onDone={send}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

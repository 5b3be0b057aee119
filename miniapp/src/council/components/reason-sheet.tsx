import { useState } from 'react';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine, TextArea } from '../../ui';
import { SCREEN } from '../topic-copy';

interface ReasonSheetProps {
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly verb: string;
  readonly act: Act;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

/** A move that needs a reason and nothing else. */
export const ReasonSheet = ({ title, label, placeholder, verb, act, onSend, onClose }: ReasonSheetProps) => {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    if (reason.trim() !== '') onSend(reason);
  };
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={send}>
          {verb}
        </Button>
      }
    >
      <TextArea
        label={label}
        placeholder={placeholder}
        value={reason}
        maxLength={300}
        error={asked && reason.trim() === '' ? SCREEN.needReason : undefined}
        onChange={setReason}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};

import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Sheet, StatusLine, TextField } from '../../ui';
import { CHAIR } from '../session-copy';
import type { Chair } from '../use-chair';

/** 列席: somebody who speaks without a vote. */
export const ObserverSheet = ({ chair }: { chair: Chair }) => {
  const [name, setName] = useState('');
  const [from, setFrom] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = (value: string): string | undefined =>
    asked && value.trim() === '' ? CHAIR.observerMissing : undefined;
  const invite = () => {
    setAsked(true);
    if (name.trim() !== '' && from.trim() !== '') void chair.observe(name.trim(), from.trim());
  };
  return (
    <Sheet
      open
      title={CHAIR.observer}
      onClose={chair.close}
      footer={
        <Button wide loading={chair.act.busy} onTap={invite}>
          {CHAIR.observer}
        </Button>
      }
    >
      <View className="stack">
        <TextField label={CHAIR.observerName} value={name} maxLength={40} error={missing(name)} onChange={setName} />
        <TextField
          label={CHAIR.observerFrom}
          placeholder="例如：派出所、城管、律师"
          value={from}
          maxLength={60}
          error={missing(from)}
          onChange={setFrom}
        />
        {chair.act.words === undefined ? null : <StatusLine tone="warning">{chair.act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

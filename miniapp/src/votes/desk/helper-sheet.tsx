import { View } from '@tarojs/components';
import * as z from 'zod/mini';
import { useState } from 'react';
import { Phone } from '@gongyi/shared/people/contract';
import { findHelper } from '@gongyi/shared/votes/contract-preparing';
import { useAct } from '../../platform';
import { Button, Sheet, StatusLine, TextField } from '../../ui';
import { HELPER } from '../desk-copy';

export interface Helper {
  readonly personId: string;
  readonly name: string;
}

interface HelperSheetProps {
  readonly title: string;
  readonly hint: string;
  readonly compoundId: string;
  readonly onPick: (helper: Helper) => void;
  readonly onClose: () => void;
}

/** Somebody who helps with a vote, by the number they bound themself. */
export const HelperSheet = ({ title, hint, compoundId, onPick, onClose }: HelperSheetProps) => {
  const act = useAct();
  const [phone, setPhone] = useState('');
  const [left, setLeft] = useState(false);
  const wrong = !z.safeParse(Phone, phone.trim()).success;
  const find = async () => {
    setLeft(true);
    if (wrong) return;
    const found = await act.run(findHelper, { params: { compoundId }, body: { phone: phone.trim() } });
    if (found !== undefined) onPick(found);
  };
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void find()}>
          {HELPER.find}
        </Button>
      }
    >
      <View className="stack">
        <TextField
          label={HELPER.phone}
          value={phone}
          keyboard="number"
          maxLength={11}
          hint={hint}
          error={left && wrong ? HELPER.phoneWrong : undefined}
          onChange={setPhone}
          onLeave={() => setLeft(phone !== '')}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

import { View } from '@tarojs/components';
import { useState } from 'react';
import { callBack } from '@gongyi/shared/requests/contract';
import { Button, Choice, Sheet, StatusLine, TextArea } from '../../../ui';
import type { MoveSheetProps } from './move-sheet-props';

type Reached = 'yes' | 'no';
type Outcome = 'confirmed' | 'half-fixed' | 'reopened';
type Satisfied = 'yes' | 'no';

/** 回访: what the resident said on the phone. Not reached is never counted as satisfied. */
export const CallBackSheet = ({ view, act, onMoved, onClose }: MoveSheetProps) => {
  const [reached, setReached] = useState<Reached>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [satisfied, setSatisfied] = useState<Satisfied>();
  const [words, setWords] = useState('');
  const ready = reached === 'no' || (reached === 'yes' && outcome !== undefined);
  const send = async () => {
    const body = {
      rev: view.rev,
      reached: reached === 'yes',
      ...(reached === 'yes' && outcome !== undefined ? { outcome } : {}),
      ...(reached === 'yes' && satisfied !== undefined ? { satisfied: satisfied === 'yes' } : {}),
      ...(words.trim() === '' ? {} : { words }),
    };
    const moved = await act.run(callBack, { params: { requestId: view.id }, body });
    if (moved) onMoved(moved);
  };
  return (
    <Sheet
      open
      title="电话回访"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} disabled={!ready} onTap={() => void send()}>
          记下回访
        </Button>
      }
    >
      <View className="stack">
        <Choice
          label="打通了吗"
          options={[
            { value: 'yes', words: '打通了' },
            { value: 'no', words: '没打通' },
          ]}
          value={reached}
          onChange={setReached}
        />
        {reached === 'yes' ? (
          <>
            <Choice
              label="居民怎么说"
              options={[
                { value: 'confirmed', words: '修好了' },
                { value: 'half-fixed', words: '修好一部分' },
                { value: 'reopened', words: '没修好' },
              ]}
              value={outcome}
              onChange={setOutcome}
            />
            <Choice
              label="满意吗（没说就不选）"
              options={[
                { value: 'yes', words: '满意' },
                { value: 'no', words: '不满意' },
              ]}
              value={satisfied}
              onChange={setSatisfied}
            />
          </>
        ) : null}
        <TextArea label="居民的原话" placeholder="可不填" optional value={words} maxLength={1000} onChange={setWords} />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { parseArea as parseHundredths } from '@gongyi/shared/kernel/area';
import { quoteRequest } from '@gongyi/shared/requests/contract';
import { Button, Sheet, StatusLine, TextArea, TextField } from '../../../ui';
import type { MoveSheetProps } from './move-sheet-props';

/** A price before paid work. Kept in whole fen; payment stays outside. */
export const QuoteSheet = ({ view, act, onMoved, onClose }: MoveSheetProps) => {
  const [price, setPrice] = useState('');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const fen = parseHundredths(price);
  const priced = fen !== undefined && fen > 0;
  const send = async () => {
    setAsked(true);
    if (!priced || words.trim() === '') return;
    const moved = await act.run(quoteRequest, { params: { requestId: view.id }, body: { rev: view.rev, fen, words } });
    if (moved) onMoved(moved);
  };
  return (
    <Sheet
      open
      title="报价"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          发给居民确认
        </Button>
      }
    >
      <View className="stack">
        <TextField
          label="价格"
          value={price}
          keyboard="digit"
          maxLength={10}
          aside={<Text className="t16">元</Text>}
          error={asked && !priced ? '请填数字，例如 80 或 80.50' : undefined}
          onChange={setPrice}
        />
        <TextArea
          label="包括什么"
          placeholder="例如：换角阀一个 35 元，人工 45 元"
          value={words}
          maxLength={300}
          error={asked && words.trim() === '' ? '请写清包括什么' : undefined}
          onChange={setWords}
        />
        <View className="t14 quiet">居民同意后才能开工收费。</View>
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

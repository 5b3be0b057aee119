import { View } from '@tarojs/components';
import { useState } from 'react';
import { resolveRequest } from '@gongyi/shared/requests/contract';
import { usePhotos } from '../../../platform';
import { Button, PhotoGrid, Sheet, StatusLine } from '../../../ui';
import { TemplateChips } from '../template-chips';
import { WordsAndPhotos } from '../words-and-photos';
import type { MoveSheetProps } from './move-sheet-props';

/** 完工: what was done, with photos of before and after as proof. */
export const ResolveSheet = ({ view, act, templates, onMoved, onClose }: MoveSheetProps) => {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const before = usePhotos();
  const after = usePhotos();
  const busy = before.busy || after.busy;
  const resolve = async () => {
    setAsked(true);
    if (words.trim() === '' || busy) return;
    const body = { rev: view.rev, words, before: [...before.mediaIds], after: [...after.mediaIds] };
    const moved = await act.run(resolveRequest, { params: { requestId: view.id }, body });
    if (moved) onMoved(moved);
  };
  return (
    <Sheet
      open
      title="完工"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy || busy} onTap={() => void resolve()}>
          {busy ? '照片上传中' : '提交完工'}
        </Button>
      }
    >
      <View className="stack">
        <WordsAndPhotos
          label="做了什么"
          placeholder="例如：更换 LED 灯头，已试亮"
          words={words}
          maxLength={500}
          error={asked && words.trim() === '' ? '请写一句做了什么' : undefined}
          photos={after}
          addWords="完工后照片"
          onWords={setWords}
        />
        <TemplateChips templates={templates} onPick={setWords} />
        <View className="t14 quiet">处理前的照片（可不填）</View>
        <PhotoGrid
          photos={before.photos}
          addWords="处理前照片"
          onAdd={() => void before.add()}
          onRemove={before.remove}
          onRetry={before.retry}
          onOpen={before.open}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

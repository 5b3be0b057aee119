import { View } from '@tarojs/components';
import { useState } from 'react';
import { DAY, HOUR } from '@gongyi/shared/kernel/time';
import { pauseRequest } from '@gongyi/shared/requests/contract';
import { serverNow } from '../../../platform';
import { Button, Choice, MomentField, Sheet, StatusLine, TextArea } from '../../../ui';
import { TemplateChips } from '../template-chips';
import type { MoveSheetProps } from './move-sheet-props';

const LENGTHS = [
  { value: '1', words: '1 天' },
  { value: '3', words: '3 天' },
  { value: '7', words: '7 天' },
  { value: 'other', words: '其他' },
] as const;
type Length = (typeof LENGTHS)[number]['value'];

/** 暂缓办理: a reason the resident reads, and an end at which it goes on by itself. */
export const PauseSheet = ({ view, act, templates, onMoved, onClose }: MoveSheetProps) => {
  const [reason, setReason] = useState('');
  const [length, setLength] = useState<Length>('1');
  const [moment, setMoment] = useState(() => serverNow() + DAY);
  const [asked, setAsked] = useState(false);
  const until = length === 'other' ? moment : serverNow() + Number(length) * DAY;
  const tooSoon = until < serverNow() + HOUR / 2;
  const pause = async () => {
    setAsked(true);
    if (reason.trim() === '' || tooSoon) return;
    const moved = await act.run(pauseRequest, {
      params: { requestId: view.id },
      body: { rev: view.rev, reason, until },
    });
    if (moved) onMoved(moved);
  };
  return (
    <Sheet
      open
      title="暂缓办理"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void pause()}>
          暂缓办理
        </Button>
      }
    >
      <View className="stack">
        <TextArea
          label="为什么要暂缓"
          placeholder="例如：等配件，约周三到货"
          value={reason}
          maxLength={200}
          error={asked && reason.trim() === '' ? '请写明原因，居民看得到' : undefined}
          onChange={setReason}
        />
        <TemplateChips templates={templates} onPick={setReason} />
        <Choice label="暂缓多久，到时自动恢复计时" options={LENGTHS} value={length} onChange={setLength} />
        {length === 'other' ? (
          <MomentField
            label="暂缓到"
            value={moment}
            error={asked && tooSoon ? '请选一个以后的时间' : undefined}
            onChange={setMoment}
          />
        ) : null}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

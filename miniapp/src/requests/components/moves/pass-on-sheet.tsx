import { View } from '@tarojs/components';
import { useState } from 'react';
import { listOrganisations } from '@gongyi/shared/district/contract';
import { passOn } from '@gongyi/shared/requests/contract';
import { useLoad } from '../../../platform';
import { Button, Choice, ErrorState, Sheet, Skeleton, StatusLine, TextArea } from '../../../ui';
import type { MoveSheetProps } from './move-sheet-props';

/** 转办: "not ours" names whose it is, and it moves there. Who took it first stays answerable. */
export const PassOnSheet = ({ view, act, onMoved, onClose }: MoveSheetProps) => {
  const load = useLoad(listOrganisations, { params: { placeId: view.spot.placeId } });
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const holders = (load.value?.items ?? []).filter(
    ({ id, kind }) => id !== view.holder.id && kind !== 'party-branch' && kind !== 'owners-committee',
  );
  const send = async () => {
    setAsked(true);
    if (to === undefined || reason.trim() === '') return;
    const body = { rev: view.rev, toOrganisationId: to, reason };
    const moved = await act.run(passOn, { params: { requestId: view.id }, body });
    if (moved) onMoved(moved);
  };
  return (
    <Sheet
      open
      title="转办"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          转给他们
        </Button>
      }
    >
      <View className="stack">
        {load.status === 'loading' ? <Skeleton rows={3} /> : null}
        {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
        <Choice
          label="是谁的事"
          layout="rows"
          options={holders.map(({ id, name, phone }) => ({
            value: id,
            words: name,
            ...(phone === undefined ? {} : { hint: phone }),
          }))}
          value={to}
          error={asked && to === undefined ? '请选转给谁；不能只说“不归我们管”' : undefined}
          onChange={setTo}
        />
        <TextArea
          label="理由"
          placeholder="例如：楼内供热主管道属于热力公司"
          value={reason}
          maxLength={300}
          error={asked && reason.trim() === '' ? '请写明理由' : undefined}
          onChange={setReason}
        />
        <View className="t14 quiet">转出后贵单位仍是首接单位，能一直看到进展。</View>
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

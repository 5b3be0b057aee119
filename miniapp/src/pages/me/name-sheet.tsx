import { useState } from 'react';
import { changeMe } from '@gongyi/shared/people/contract';
import { setMe, useAct, useMe } from '../../platform';
import { Button, Sheet, StatusLine, TextField } from '../../ui';

/** Correcting one's own name. */
export const NameSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const me = useMe();
  const act = useAct();
  const [name, setName] = useState<string>();
  const [asked, setAsked] = useState(false);
  const value = name ?? me?.name ?? '';
  const save = async () => {
    setAsked(true);
    if (value.trim() === '') return;
    const changed = await act.run(changeMe, { body: { name: value } });
    if (changed === undefined) return;
    setMe(changed);
    setName(undefined);
    onClose();
  };
  return (
    <Sheet
      open={open}
      title="我的姓名"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void save()}>
          保存
        </Button>
      }
    >
      <TextField
        label="姓名"
        value={value}
        maxLength={40}
        hint="办理人员看到全名，邻居只看到“王**”"
        error={asked && value.trim() === '' ? '请填姓名' : undefined}
        onChange={setName}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};

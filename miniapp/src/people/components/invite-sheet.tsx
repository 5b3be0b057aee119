import { View } from '@tarojs/components';
import { useState } from 'react';
import { endOfDay } from '@gongyi/shared/kernel/time';
import { inviteFamily } from '@gongyi/shared/people/contract';
import { copyWords, useAct, useServerNow } from '../../platform';
import { Button, Choice, DayField, Sheet, StatusLine, clockWords, say } from '../../ui';

/** The owner's invitation: a code that counts once, to read out or send on. */
export const InviteSheet = ({ homeId, onClose }: { homeId: string; onClose: () => void }) => {
  const act = useAct();
  const now = useServerNow();
  const [relation, setRelation] = useState<'family' | 'tenant'>('family');
  const [until, setUntil] = useState<string>();
  const [made, setMade] = useState<{ readonly code: string; readonly expiresAt: number }>();
  const invite = async () => {
    const ending = relation === 'tenant' && until !== undefined ? { until: endOfDay(until) } : {};
    setMade(await act.run(inviteFamily, { params: { homeId }, body: { relation, ...ending } }));
  };
  const copy = async () => {
    if (made !== undefined && (await copyWords(made.code))) say('已复制');
  };
  return (
    <Sheet
      open
      title="邀请家人或租户"
      onClose={onClose}
      footer={
        made === undefined ? (
          <Button wide loading={act.busy} onTap={() => void invite()}>
            生成邀请码
          </Button>
        ) : (
          <Button wide onTap={() => void copy()}>
            复制邀请码
          </Button>
        )
      }
    >
      {made === undefined ? (
        <View className="stack">
          <Choice
            label="邀请谁"
            options={[
              { value: 'family', words: '家人' },
              { value: 'tenant', words: '租户' },
            ]}
            value={relation}
            onChange={setRelation}
          />
          {relation === 'tenant' ? <DayField label="租到哪天" optional value={until} onChange={setUntil} /> : null}
          {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        </View>
      ) : (
        <View className="stack">
          <View className="t28 figure" role="status">
            {made.code}
          </View>
          <View className="t16">
            把这串邀请码发给对方，在“我的家 → 我有邀请码”里填。只能用一次,{clockWords(made.expiresAt, now)} 前有效。
          </View>
        </View>
      )}
    </Sheet>
  );
};

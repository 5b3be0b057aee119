import { View } from '@tarojs/components';
import { useState } from 'react';
import { DAY, HOUR, startOfDay } from '@gongyi/shared/kernel/time';
import { planVisit } from '@gongyi/shared/requests/contract';
import { serverNow } from '../../../platform';
import { Button, Choice, MomentField, Sheet, StatusLine } from '../../../ui';
import type { MoveSheetProps } from './move-sheet-props';

/** Usual hours, so that most visits take two taps. */
const slots = (now: number) => {
  const today = startOfDay(now);
  const slot = (day: number, from: number, until: number, words: string) => ({
    value: words,
    words,
    from: today + day * DAY + from * HOUR,
    until: today + day * DAY + until * HOUR,
  });
  return [
    slot(0, 14, 17, '今天下午'),
    slot(0, 18, 20, '今天晚上'),
    slot(1, 9, 12, '明天上午'),
    slot(1, 14, 17, '明天下午'),
    slot(2, 9, 12, '后天上午'),
  ].filter(({ until }) => until > now + HOUR);
};

/** When somebody comes to the home, as agreed with the resident. */
export const VisitSheet = ({ view, act, onMoved, onClose }: MoveSheetProps) => {
  const [now] = useState(serverNow);
  const usual = slots(now);
  const [chosen, setChosen] = useState<string>();
  const [from, setFrom] = useState(() => startOfDay(now) + DAY + 9 * HOUR);
  const slot = usual.find(({ value }) => value === chosen);
  const visit = slot ?? { from, until: from + 2 * HOUR };
  const plan = async () => {
    const body = { rev: view.rev, visit: { from: visit.from, until: visit.until } };
    const moved = await act.run(planVisit, { params: { requestId: view.id }, body });
    if (moved) onMoved(moved);
  };
  return (
    <Sheet
      open
      title="约上门时间"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} disabled={chosen === undefined} onTap={() => void plan()}>
          就约这个时间
        </Button>
      }
    >
      <View className="stack">
        <Choice
          label="和居民约好的时间"
          options={[...usual.map(({ value, words }) => ({ value, words })), { value: 'other', words: '其他时间' }]}
          value={chosen}
          onChange={setChosen}
        />
        {chosen === 'other' ? <MomentField label="几点到（两小时内）" value={from} onChange={setFrom} /> : null}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

import { View } from '@tarojs/components';
import { useState } from 'react';
import { DAY, endOfDay, isoDate } from '@gongyi/shared/kernel/time';
import { callNominations } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { serverNow } from '../../platform';
import { Button, DayField, Sheet, StatusLine } from '../../ui';
import { NOMINATIONS } from '../desk-copy';
import { fullDate } from '../figures';
import type { VoteDesk } from './use-desk-vote';

interface NominationsSheetProps {
  readonly desk: VoteDesk;
  readonly view: VoteView;
  readonly onClose: () => void;
}

/** Calls for nominations until the end of a day. */
export const NominationsSheet = ({ desk, view, onClose }: NominationsSheetProps) => {
  const [day, setDay] = useState(() => isoDate(serverNow() + 7 * DAY));
  const until = endOfDay(day);
  const send = async () => {
    const input = { params: { voteId: view.id }, body: { rev: view.rev, until } };
    if ((await desk.move(callNominations, input, NOMINATIONS.called)) !== undefined) onClose();
  };
  return (
    <Sheet
      open
      title={NOMINATIONS.call}
      onClose={onClose}
      footer={
        <Button wide loading={desk.act.busy} onTap={() => void send()}>
          {NOMINATIONS.callVerb}
        </Button>
      }
    >
      <View className="stack">
        <View className="t16">{NOMINATIONS.callWhat(fullDate(until))}</View>
        <DayField label={NOMINATIONS.until} value={day} onChange={setDay} />
        {desk.act.words === undefined ? null : <StatusLine tone="warning">{desk.act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

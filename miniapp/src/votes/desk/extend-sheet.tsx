import { View } from '@tarojs/components';
import { useState } from 'react';
import { DAY } from '@gongyi/shared/kernel/time';
import { extendVote } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { Button, MomentField, Sheet, StatusLine, TextArea } from '../../ui';
import { EXTEND } from '../desk-copy';
import { fullDate } from '../figures';
import type { VoteDesk } from './use-desk-vote';

interface ExtendSheetProps {
  readonly desk: VoteDesk;
  readonly view: VoteView;
  readonly onClose: () => void;
}

/** Letting a running vote end later: never earlier, announced to everybody, and in the log. */
export const ExtendSheet = ({ desk, view, onClose }: ExtendSheetProps) => {
  const ends = view.closesAt ?? 0;
  const [closesAt, setClosesAt] = useState(ends + DAY);
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState(false);
  const missing = reason.trim() === '';
  const early = closesAt < ends + DAY;
  const send = async () => {
    setLeft(true);
    if (missing || early) return;
    const body = { rev: view.rev, closesAt, reason: reason.trim() };
    if ((await desk.move(extendVote, { params: { voteId: view.id }, body }, EXTEND.done)) !== undefined) onClose();
  };
  return (
    <Sheet
      open
      title={EXTEND.title}
      onClose={onClose}
      footer={
        <Button wide loading={desk.act.busy} onTap={() => void send()}>
          {EXTEND.verb}
        </Button>
      }
    >
      <View className="stack">
        <StatusLine tone="warning">{EXTEND.what(fullDate(ends), fullDate(closesAt))}</StatusLine>
        <MomentField
          label={EXTEND.until}
          value={closesAt}
          error={early ? EXTEND.early : undefined}
          onChange={setClosesAt}
        />
        <TextArea
          label={EXTEND.reason}
          value={reason}
          maxLength={300}
          error={left && missing ? EXTEND.reasonMissing : undefined}
          onChange={setReason}
          onLeave={() => setLeft(true)}
        />
        {desk.act.words === undefined ? null : <StatusLine tone="warning">{desk.act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

import { View } from '@tarojs/components';
import * as z from 'zod/mini';
import { parseArea } from '@gongyi/shared/kernel/area';
import { HomeStatus } from '@gongyi/shared/district/roll';
import { correctRoll } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import type { PickedPlace } from '../../district/components/place-sheet';
import { useChecked, useDraft } from '../../platform';
import { Button, Choice, Sheet, StatusLine, TextArea, TextField } from '../../ui';
import { ROLL } from '../desk-copy';
import { ownersOf } from './roll-owners';
import type { VoteDesk } from './use-desk-vote';

interface CorrectionSheetProps {
  readonly desk: VoteDesk;
  readonly view: VoteView;
  readonly home: PickedPlace;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const Draft = z.object({
  area: z.string(),
  status: z.optional(HomeStatus),
  owners: z.string(),
  reason: z.string(),
});

const STATUSES = ['owned', 'unsold', 'undelivered'] as const;

/** What is wrong of a home on the roll, and why it is put right. What is left empty stays as it is. */
export const CorrectionSheet = ({ desk, view, home, onDone, onClose }: CorrectionSheetProps) => {
  const draft = useDraft(`roll.${view.id}.${home.id}`, Draft, { area: '', owners: '', reason: '' });
  const { area, status, owners, reason } = draft.value;
  const read = area.trim() === '' ? undefined : parseArea(area);
  const body = {
    rev: view.rev,
    homeId: home.id,
    reason: reason.trim(),
    ...(area.trim() === '' ? {} : { area: read ?? Number.NaN }),
    ...(status === undefined ? {} : { status }),
    ...(owners.trim() === '' ? {} : { owners: ownersOf(owners) }),
  };
  const checked = useChecked(correctRoll.body, body);
  const nothing = area.trim() === '' && status === undefined && owners.trim() === '';
  const send = async () => {
    if (!checked.ask() || nothing) return;
    const parsed = z.safeParse(correctRoll.body, body);
    if (!parsed.success) return;
    const moved = await desk.move(correctRoll, { params: { voteId: view.id }, body: parsed.data }, ROLL.saved);
    if (moved === undefined) return;
    draft.clear();
    onDone();
  };
  return (
    <Sheet
      open
      title={home.name}
      onClose={onClose}
      footer={
        <Button wide loading={desk.act.busy} onTap={() => void send()}>
          {ROLL.verb}
        </Button>
      }
    >
      <View className="stack">
        <View className="t14 quiet">{ROLL.leaveEmpty}</View>
        <TextField
          label={ROLL.area}
          value={area}
          optional
          keyboard="digit"
          maxLength={8}
          aside={<View className="t14 quiet">㎡</View>}
          error={checked.wrong('area') ? ROLL.areaWrong : undefined}
          onChange={(next) => draft.change({ area: next })}
          onLeave={() => checked.leave('area')}
        />
        <TextArea
          label={ROLL.owners}
          value={owners}
          optional
          maxLength={600}
          hint={ROLL.ownersHint}
          placeholder={ROLL.ownersPlaceholder}
          error={checked.wrong('owners') ? ROLL.ownersWrong : undefined}
          onChange={(next) => draft.change({ owners: next })}
          onLeave={() => checked.leave('owners')}
        />
        <Choice
          label={ROLL.statusLabel}
          options={STATUSES.map((value) => ({ value, words: ROLL.status[value] }))}
          value={status}
          onChange={(next) => draft.change({ status: next === status ? undefined : next })}
        />
        <TextArea
          label={ROLL.reason}
          value={reason}
          maxLength={300}
          hint={ROLL.reasonHint}
          error={checked.wrong('reason') ? ROLL.reasonMissing : undefined}
          onChange={(next) => draft.change({ reason: next })}
          onLeave={() => checked.leave('reason')}
        />
        {checked.asked && nothing ? <StatusLine tone="danger">{ROLL.nothing}</StatusLine> : null}
        {desk.act.words === undefined ? null : <StatusLine tone="warning">{desk.act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

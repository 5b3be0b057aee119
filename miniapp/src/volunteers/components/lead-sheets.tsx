import { View } from '@tarojs/components';
import { useState } from 'react';
import { HOUR } from '@gongyi/shared/kernel/time';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { useServerNow } from '../../platform';
import type { Act } from '../../platform';
import { Choice, Confirm, MomentField, StatusLine, WordsSheet, spanWords } from '../../ui';
import { COMMON, LEAD, PLAN, SHIFT } from '../copy';
import type { Lead } from '../use-lead';
import { EnterSheet } from './enter-sheet';

interface LeadSheetsProps {
  readonly view: ShiftView;
  readonly lead: Lead;
  readonly act: Act;
}

const EVERYBODY = 'everybody';

/** Words to everybody signed up, or to those of one slot. */
const MessageSheet = ({ view, lead }: Omit<LeadSheetsProps, 'act'>) => {
  const now = useServerNow();
  const [to, setTo] = useState(EVERYBODY);
  return (
    <WordsSheet
      title={LEAD.message}
      label={LEAD.messageLabel}
      hint={LEAD.messageHint}
      verb={LEAD.message}
      missing={COMMON.needWords}
      most={200}
      act={lead.roster.act}
      onSend={(words) => void lead.message(words, to === EVERYBODY ? undefined : to)}
      onClose={() => lead.show(undefined)}
    >
      {view.slots.length > 1 ? (
        <Choice
          label={LEAD.messageTo}
          layout="rows"
          options={[
            { value: EVERYBODY, words: LEAD.messageAll },
            ...view.slots.map(({ id, startsAt, endsAt }) => ({ value: id, words: spanWords(startsAt, endsAt, now) })),
          ]}
          value={to}
          onChange={setTo}
        />
      ) : null}
    </WordsSheet>
  );
};

/** Other times for the same slots; the limits keep their distance from the beginning. */
const MoveSheet = ({ view, lead, act }: LeadSheetsProps) => {
  const [slots, setSlots] = useState(() => view.slots.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })));
  const change = (id: string, part: { readonly startsAt?: number; readonly endsAt?: number }) =>
    setSlots((all) => all.map((slot) => (slot.id === id ? { ...slot, ...part } : slot)));
  const first = Math.min(...slots.map(({ startsAt }) => startsAt));
  const by = first - view.startsAt;
  const send = (reason: string) =>
    void lead.moveTo({
      slots,
      opensAt: view.opensAt,
      closesAt: view.closesAt + by,
      cancelUntil: view.cancelUntil + by,
      reason,
    });
  return (
    <WordsSheet
      title={LEAD.move}
      label={LEAD.moveReason}
      verb={LEAD.move}
      missing={COMMON.needWords}
      most={200}
      act={act}
      onSend={send}
      onClose={() => lead.show(undefined)}
    >
      <StatusLine tone="brand">{LEAD.movedHint}</StatusLine>
      {slots.map((slot, index) => (
        <View key={slot.id} className="stack">
          <MomentField
            label={`${PLAN.slot(index + 1)} ${LEAD.begin}`}
            value={slot.startsAt}
            // The end moves along, so that the length stays.
            onChange={(startsAt) => change(slot.id, { startsAt, endsAt: slot.endsAt + startsAt - slot.startsAt })}
          />
          <MomentField
            label={`${PLAN.slot(index + 1)} ${LEAD.end}`}
            value={slot.endsAt}
            error={slot.endsAt < slot.startsAt + HOUR / 4 ? PLAN.gaps.ends : undefined}
            onChange={(endsAt) => change(slot.id, { endsAt })}
          />
        </View>
      ))}
    </WordsSheet>
  );
};

/** The sheet that is open for what a leader does. */
export const LeadSheets = ({ view, lead, act }: LeadSheetsProps) => {
  const { removing } = lead;
  const close = () => lead.show(undefined);
  const { words } = lead.roster.act;
  if (removing !== undefined)
    return (
      <Confirm
        open
        title={`${LEAD.removeTitle}（${removing.name}）`}
        lines={[...LEAD.removeLines, ...(words === undefined ? [] : [words])]}
        verb={SHIFT.cancel}
        danger
        busy={lead.roster.act.busy}
        onConfirm={() => void lead.remove(removing)}
        onClose={() => lead.askRemove(undefined)}
      />
    );
  switch (lead.sheet) {
    case 'message':
      return <MessageSheet view={view} lead={lead} />;
    case 'move':
      return <MoveSheet view={view} lead={lead} act={act} />;
    case 'cancel':
      return (
        <WordsSheet
          title={LEAD.cancel}
          label={LEAD.cancelLabel}
          verb={LEAD.cancel}
          missing={COMMON.needWords}
          most={200}
          danger
          act={act}
          onSend={(reason) => void lead.cancel(reason)}
          onClose={close}
        />
      );
    case 'enter':
      return <EnterSheet view={view} lead={lead} />;
    case undefined:
      return null;
  }
};

import { View } from '@tarojs/components';
import { useState } from 'react';
import { addHours, correctHours } from '@gongyi/shared/volunteers/contract-hours';
import type { TeamView } from '@gongyi/shared/volunteers/contract-view';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { useAct, useChecked } from '../../platform';
import { Button, DayField, Sheet, StatusLine, TextArea, TextField, say } from '../../ui';
import { HOURS } from '../copy';
import { PersonChoice } from './person-choice';

interface AddHoursProps {
  readonly team: TeamView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Hours by hand: for whom, when, what, and why they did not come of the code. */
export const AddHoursSheet = ({ team, onDone, onClose }: AddHoursProps) => {
  const act = useAct();
  const [volunteerId, setVolunteerId] = useState<string>();
  const [date, setDate] = useState<string>();
  const [minutes, setMinutes] = useState('');
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const body = { volunteerId: volunteerId ?? '', minutes: Number(minutes), date: date ?? '', title, reason };
  const checked = useChecked(addHours.body, body);
  const send = async () => {
    if (!checked.ask()) return;
    if ((await act.run(addHours, { params: { teamId: team.id }, body })) === undefined) return;
    say(HOURS.added);
    onDone();
  };
  return (
    <Sheet
      open
      title={HOURS.add}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {HOURS.add}
        </Button>
      }
    >
      <View className="stack">
        <View className="t14 quiet">{HOURS.addHint}</View>
        <PersonChoice
          label={HOURS.who}
          teamId={team.id}
          communityId={team.communityId}
          value={volunteerId}
          error={checked.wrong('volunteerId') ? HOURS.needWho : undefined}
          onChange={setVolunteerId}
        />
        <DayField
          label={HOURS.day}
          value={date}
          error={checked.wrong('date') ? HOURS.needDay : undefined}
          onChange={setDate}
        />
        <TextField
          label={HOURS.minutes}
          keyboard="number"
          value={minutes}
          maxLength={4}
          error={checked.wrong('minutes') ? HOURS.needMinutes : undefined}
          onChange={setMinutes}
          onLeave={() => checked.leave('minutes')}
        />
        <TextField
          label={HOURS.what}
          value={title}
          maxLength={40}
          error={checked.wrong('title') ? HOURS.needWhat : undefined}
          onChange={setTitle}
          onLeave={() => checked.leave('title')}
        />
        <TextArea
          label={HOURS.reason}
          value={reason}
          maxLength={200}
          error={checked.wrong('reason') ? HOURS.needReason : undefined}
          onChange={setReason}
          onLeave={() => checked.leave('reason')}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

interface CorrectHoursProps {
  readonly entry: { readonly id: string; readonly volunteerId: string; readonly title: string; readonly name: string };
  /** What it comes to now, corrections counted. */
  readonly seen: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What an entry truly comes to; what stood there stays. */
export const CorrectHoursSheet = ({ entry, seen, onDone, onClose }: CorrectHoursProps) => {
  const act = useAct(onDone);
  const [minutes, setMinutes] = useState(String(seen));
  const [reason, setReason] = useState('');
  const body = { seen, minutes: minutes.trim() === '' ? NaN : Number(minutes), reason };
  const checked = useChecked(correctHours.body, body);
  const send = async () => {
    if (!checked.ask()) return;
    const params = { volunteerId: entry.volunteerId, entryId: entry.id };
    if ((await act.run(correctHours, { params, body })) === undefined) return;
    say(HOURS.correctDone);
    onDone();
    onClose();
  };
  return (
    <Sheet
      open
      title={HOURS.correctTitle}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {HOURS.correct}
        </Button>
      }
    >
      <View className="stack">
        <View className="t16 figure">{`${entry.name} · ${entry.title} · ${hoursWords(seen)}`}</View>
        <View className="t14 quiet">{HOURS.correctHint}</View>
        <TextField
          label={HOURS.correctTo}
          keyboard="number"
          value={minutes}
          maxLength={4}
          error={checked.wrong('minutes') ? HOURS.needMinutes : undefined}
          onChange={setMinutes}
          onLeave={() => checked.leave('minutes')}
        />
        <TextArea
          label={HOURS.correctReason}
          value={reason}
          maxLength={200}
          error={checked.wrong('reason') ? HOURS.needReason : undefined}
          onChange={setReason}
          onLeave={() => checked.leave('reason')}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

import { View } from '@tarojs/components';
import { useState } from 'react';
import { changeVolunteerSettings, getVolunteerSettings } from '@gongyi/shared/volunteers/contract-teams';
import type { RouteReply } from '@gongyi/shared/kernel/define-route';
import { useAct, useChecked, useLoad } from '../../platform';
import { Button, Card, StatusLine, TextField, say } from '../../ui';
import { COMMON, DESK } from '../copy';

type Settings = RouteReply<typeof getVolunteerSettings>;

interface FormProps {
  readonly placeId: string;
  readonly settings: Settings;
  readonly onSaved: (settings: Settings) => void;
  readonly onOutdated: () => void;
}

const Form = ({ placeId, settings, onSaved, onOutdated }: FormProps) => {
  const act = useAct(onOutdated);
  const [points, setPoints] = useState(String(settings.pointsPerHour));
  const [days, setDays] = useState(String(settings.wishDays));
  const number = (words: string): number => (words.trim() === '' ? NaN : Number(words));
  const body = { seen: settings.version, pointsPerHour: number(points), wishDays: number(days) };
  const checked = useChecked(changeVolunteerSettings.body, body);
  const save = async () => {
    if (!checked.ask()) return;
    const saved = await act.run(changeVolunteerSettings, { params: { placeId }, body });
    if (saved === undefined) return;
    say(COMMON.saved);
    onSaved(saved);
  };
  return (
    <View className="stack">
      <TextField
        label={DESK.points}
        hint={DESK.pointsHint}
        keyboard="number"
        value={points}
        maxLength={3}
        error={checked.wrong('pointsPerHour') ? DESK.settingsWrong : undefined}
        onChange={setPoints}
        onLeave={() => checked.leave('pointsPerHour')}
      />
      <TextField
        label={DESK.wishDays}
        keyboard="number"
        value={days}
        maxLength={2}
        error={checked.wrong('wishDays') ? DESK.settingsWrong : undefined}
        onChange={setDays}
        onLeave={() => checked.leave('wishDays')}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      <Button kind="secondary" loading={act.busy} onTap={() => void save()}>
        {COMMON.save}
      </Button>
    </View>
  );
};

/** Whether the community keeps points, and how long a wish may wait; only for who may change it. */
export const DeskSettings = ({ placeId }: { placeId: string }) => {
  const load = useLoad(getVolunteerSettings, { params: { placeId } });
  const settings = load.value;
  if (settings?.mayChange !== true) return null;
  return (
    <Card title={DESK.settings}>
      <Form
        key={settings.version}
        placeId={placeId}
        settings={settings}
        onSaved={load.replace}
        onOutdated={() => void load.reload()}
      />
    </Card>
  );
};

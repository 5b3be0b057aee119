import { View } from '@tarojs/components';
import { useState } from 'react';
import { giveGuardianConsent, listWards, setVolunteerNumber } from '@gongyi/shared/volunteers/contract-volunteers';
import type { MyVolunteer, Ward } from '@gongyi/shared/volunteers/contract-view';
import { useAct, useChecked, useLoad } from '../../platform';
import { Button, Card, Chip, StatusLine, TextField, say } from '../../ui';
import { PROFILE } from '../copy';

interface NumberCardProps {
  readonly mine: MyVolunteer;
  readonly onChanged: (mine: MyVolunteer) => void;
}

/** The number of 中国志愿服务网: kept sealed, shown masked, forgotten on request. */
export const NumberCard = ({ mine, onChanged }: NumberCardProps) => {
  const act = useAct();
  const [number, setNumber] = useState('');
  const body = { number: number.trim() };
  const checked = useChecked(setVolunteerNumber.body, body);
  const set = async (next: { readonly number?: string }, words: string) => {
    const changed = await act.run(setVolunteerNumber, { body: next });
    if (changed === undefined) return;
    setNumber('');
    say(words);
    onChanged(changed.volunteer);
  };
  return (
    <Card title={PROFILE.number}>
      <View className="stack">
        {mine.numberMasked === undefined ? null : (
          <View className="row wrap">
            <View className="t16 grow figure">{PROFILE.numberKept(mine.numberMasked)}</View>
            <Button kind="quiet" disabled={act.busy} onTap={() => void set({}, PROFILE.numberForgot)}>
              {PROFILE.numberForget}
            </Button>
          </View>
        )}
        <TextField
          label={PROFILE.number}
          optional
          hint={PROFILE.numberHint}
          keyboard="number"
          value={number}
          maxLength={20}
          error={checked.wrong('number') && number !== '' ? PROFILE.numberWrong : undefined}
          onChange={setNumber}
          onLeave={() => checked.leave('number')}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        <Button
          kind="secondary"
          loading={act.busy}
          disabled={number.trim() === ''}
          onTap={() => {
            if (checked.ask()) void set(body, PROFILE.numberSave);
          }}
        >
          {PROFILE.numberSave}
        </Button>
      </View>
    </Card>
  );
};

/** Whether a guardian allowed a minor to serve, and how they do. */
export const GuardianLine = ({ mine }: { mine: MyVolunteer }) => {
  if (!mine.minor) return null;
  const given = mine.guardian?.given === true ? mine.guardian.name : undefined;
  return (
    <StatusLine tone={given === undefined ? 'warning' : 'success'}>
      {given === undefined ? PROFILE.guardianNo : PROFILE.guardianYes(given)}
    </StatusLine>
  );
};

/** Children of one's own home, whom one allows to serve, or no longer. */
export const Wards = () => {
  const load = useLoad(listWards, {});
  const act = useAct(() => void load.reload());
  const rows = load.value?.items ?? [];
  if (rows.length === 0) return null;
  const give = async (ward: Ward, given: boolean) => {
    const params = { volunteerId: ward.volunteerId };
    if ((await act.run(giveGuardianConsent, { params, body: { given } })) === undefined) return;
    load.replace({
      items: rows.map((each) => (each.volunteerId === ward.volunteerId ? { ...each, given } : each)),
    });
  };
  return (
    <Card title={PROFILE.wards}>
      <View className="stack">
        <View className="t14 quiet">{PROFILE.wardsHint}</View>
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {rows.map((ward) => (
          <View key={ward.volunteerId} className="row wrap">
            <View className="grow">
              <View className="t16">{ward.name}</View>
              <View className="t14 quiet">{ward.homeName}</View>
            </View>
            <Chip tone={ward.given ? 'success' : 'plain'}>{ward.given ? PROFILE.wardGiven : PROFILE.wardNot}</Chip>
            <Button
              kind={ward.given ? 'quiet' : 'secondary'}
              disabled={act.busy}
              label={`${ward.given ? PROFILE.wardTake : PROFILE.wardGive} ${ward.name}`}
              onTap={() => void give(ward, !ward.given)}
            >
              {ward.given ? PROFILE.wardTake : PROFILE.wardGive}
            </Button>
          </View>
        ))}
      </View>
    </Card>
  );
};

import { View } from '@tarojs/components';
import { useState } from 'react';
import { spendPoints } from '@gongyi/shared/volunteers/contract-hours';
import { getVolunteerSettings } from '@gongyi/shared/volunteers/contract-teams';
import { useAct, useChecked, useLoad } from '../../platform';
import { Button, Card, Sheet, StatusLine, TextField, say } from '../../ui';
import { DESK } from '../copy';
import { VolunteerChoice } from './volunteer-choice';

interface SpendProps {
  readonly placeId: string;
  readonly onClose: () => void;
}

/** Whose points, how many and for what: the ledger says it to the volunteer, too. */
const SpendSheet = ({ placeId, onClose }: SpendProps) => {
  const act = useAct();
  const [volunteerId, setVolunteerId] = useState<string>();
  const [points, setPoints] = useState('');
  const [reason, setReason] = useState('');
  const number = points.trim() === '' ? NaN : Number(points);
  const checked = useChecked(spendPoints.body, { volunteerId, points: number, reason });
  const send = async () => {
    if (!checked.ask() || volunteerId === undefined) return;
    const spent = await act.run(spendPoints, { params: { placeId }, body: { volunteerId, points: number, reason } });
    if (spent === undefined) return;
    say(DESK.spendDone(spent.balance));
    onClose();
  };
  return (
    <Sheet
      open
      title={DESK.spend}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {DESK.spend}
        </Button>
      }
    >
      <View className="stack">
        <VolunteerChoice
          label={DESK.spendWho}
          communityId={placeId}
          value={volunteerId}
          error={checked.wrong('volunteerId') ? DESK.chooseVolunteer : undefined}
          onChange={setVolunteerId}
        />
        <TextField
          label={DESK.spendPoints}
          keyboard="number"
          value={points}
          maxLength={6}
          error={checked.wrong('points') ? DESK.spendNumber : undefined}
          onChange={setPoints}
          onLeave={() => checked.leave('points')}
        />
        <TextField
          label={DESK.spendFor}
          value={reason}
          maxLength={100}
          error={checked.wrong('reason') ? DESK.spendForMissing : undefined}
          onChange={setReason}
          onLeave={() => checked.leave('reason')}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

/** 积分兑换, where the community keeps points. */
export const DeskPoints = ({ placeId }: { placeId: string }) => {
  const settings = useLoad(getVolunteerSettings, { params: { placeId } }).value;
  const [spending, setSpending] = useState(false);
  if (settings === undefined || settings.pointsPerHour === 0) return null;
  return (
    <Card title={DESK.pointsTitle}>
      <View className="stack">
        <View className="t14 quiet">{DESK.pointsHow(settings.pointsPerHour)}</View>
        <Button kind="secondary" wide onTap={() => setSpending(true)}>
          {DESK.spend}
        </Button>
      </View>
      {spending ? <SpendSheet placeId={placeId} onClose={() => setSpending(false)} /> : null}
    </Card>
  );
};

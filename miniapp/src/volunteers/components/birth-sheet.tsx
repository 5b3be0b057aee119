import { View } from '@tarojs/components';
import { useState } from 'react';
import { correctBirth } from '@gongyi/shared/volunteers/contract-volunteers';
import { useAct, useChecked } from '../../platform';
import { Button, Sheet, StatusLine, TextField, say } from '../../ui';
import { DESK } from '../copy';
import { BirthField } from './birth-field';
import { VolunteerChoice } from './volunteer-choice';

interface BirthSheetProps {
  readonly placeId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** 更正出生年月: whose, to what, and what staff saw that says so. */
export const BirthSheet = ({ placeId, onDone, onClose }: BirthSheetProps) => {
  const act = useAct();
  const [volunteerId, setVolunteerId] = useState<string>();
  const [bornOn, setBornOn] = useState('');
  const [reason, setReason] = useState('');
  const body = { bornOn, reason };
  const checked = useChecked(correctBirth.body, body);
  const send = async () => {
    if (!checked.ask() || volunteerId === undefined) return;
    const corrected = await act.run(correctBirth, { params: { volunteerId }, body });
    if (corrected === undefined) return;
    say(corrected.minor ? DESK.birthDoneMinor : DESK.birthDone);
    onDone();
  };
  return (
    <Sheet
      open
      title={DESK.birth}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {DESK.birthVerb}
        </Button>
      }
    >
      <View className="stack">
        <View className="t14 quiet">{DESK.birthHint}</View>
        <VolunteerChoice
          label={DESK.birthWho}
          communityId={placeId}
          value={volunteerId}
          error={checked.asked && volunteerId === undefined ? DESK.chooseVolunteer : undefined}
          onChange={setVolunteerId}
        />
        <BirthField
          label={DESK.recordBorn}
          value={bornOn}
          error={checked.wrong('bornOn') ? DESK.birthMissing : undefined}
          onChange={setBornOn}
        />
        <TextField
          label={DESK.birthReason}
          value={reason}
          maxLength={200}
          error={checked.wrong('reason') ? DESK.birthReasonMissing : undefined}
          onChange={setReason}
          onLeave={() => checked.leave('reason')}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SessionView } from '@gongyi/shared/council/contract';
import type { Party } from '@gongyi/shared/district/organisation';
import { Button, Choice, Sheet, StatusLine, TextField } from '../../ui';
import { CHAIR, PARTY_WORDS } from '../session-copy';
import type { Chair } from '../use-chair';

/** The chair signs in somebody without a phone, by party and name. */
export const SignForSheet = ({ view, chair }: { view: SessionView; chair: Chair }) => {
  const [party, setParty] = useState<Party>();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const seats = view.seats.filter(({ bodyId }) => bodyId !== undefined);
  const sign = () => {
    setAsked(true);
    if (party !== undefined && name.trim() !== '') void chair.signFor(party, name.trim());
  };
  return (
    <Sheet
      open
      title={CHAIR.signForTitle}
      onClose={chair.close}
      footer={
        <Button wide loading={chair.act.busy} onTap={sign}>
          {CHAIR.signFor}
        </Button>
      }
    >
      <View className="stack">
        <Choice
          label={CHAIR.party}
          options={seats.map((seat) => ({ value: seat.party, words: PARTY_WORDS[seat.party] }))}
          value={party}
          error={asked && party === undefined ? CHAIR.partyMissing : undefined}
          onChange={setParty}
        />
        <TextField
          label={CHAIR.signForName}
          hint={CHAIR.signForHint}
          value={name}
          maxLength={40}
          error={asked && name.trim() === '' ? CHAIR.nameMissing : undefined}
          onChange={setName}
        />
        {chair.act.words === undefined ? null : <StatusLine tone="warning">{chair.act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

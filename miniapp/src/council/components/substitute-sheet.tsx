import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import { Phone } from '@gongyi/shared/people/contract';
import type { Act } from '../../platform';
import { Button, Choice, Sheet, StatusLine, TextField } from '../../ui';
import { CHAIR, PARTY_WORDS, SESSION } from '../session-copy';

interface SubstituteSheetProps {
  readonly myParty: Party | undefined;
  readonly act: Act;
  readonly onName: (party: Party, phone: string) => void;
  readonly onClose: () => void;
}

/** A party names somebody in place of its own people, by the number they are known by. */
export const SubstituteSheet = ({ myParty, act, onName, onClose }: SubstituteSheetProps) => {
  const [chosen, setChosen] = useState<Party>();
  const [phone, setPhone] = useState('');
  const [asked, setAsked] = useState(false);
  const party = myParty ?? chosen;
  const wrong = !z.safeParse(Phone, phone.trim()).success;
  const [left, setLeft] = useState(false);
  return (
    <Sheet
      open
      title={SESSION.name}
      onClose={onClose}
      footer={
        <Button
          wide
          loading={act.busy}
          onTap={() => {
            setAsked(true);
            if (party !== undefined && !wrong) onName(party, phone.trim());
          }}
        >
          {SESSION.nameDo}
        </Button>
      }
    >
      <View className="stack">
        {myParty === undefined ? (
          <Choice
            label={SESSION.nameParty}
            options={PARTIES.map((value) => ({ value, words: PARTY_WORDS[value] }))}
            value={party}
            error={asked && party === undefined ? CHAIR.partyMissing : undefined}
            onChange={setChosen}
          />
        ) : null}
        <TextField
          label={SESSION.namePhone}
          hint={SESSION.nameHint}
          keyboard="number"
          value={phone}
          maxLength={11}
          error={(asked || left) && wrong ? SESSION.namePhoneWrong : undefined}
          onChange={setPhone}
          onLeave={() => setLeft(phone !== '')}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

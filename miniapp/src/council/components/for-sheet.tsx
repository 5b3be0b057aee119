import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Party } from '@gongyi/shared/district/organisation';
import { Button, Choice, Sheet, StatusLine, TextField } from '../../ui';
import { CHAIR, PARTY_WORDS } from '../session-copy';
import type { Chair } from '../use-chair';

interface ForSheetProps {
  readonly chair: Chair;
  readonly title: string;
  readonly verb: string;
  readonly nameHint: string;
  readonly parties: readonly Party[];
  readonly onSend: (party: Party, name: string) => void;
}

/** What the chair enters for somebody without a phone: the party and the name. */
export const ForSheet = ({ chair, title, verb, nameHint, parties, onSend }: ForSheetProps) => {
  const [party, setParty] = useState<Party>();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    if (party !== undefined && name.trim() !== '') onSend(party, name.trim());
  };
  return (
    <Sheet
      open
      title={title}
      onClose={chair.close}
      footer={
        <Button wide loading={chair.act.busy} onTap={send}>
          {verb}
        </Button>
      }
    >
      <View className="stack">
        <Choice
          label={CHAIR.party}
          options={parties.map((each) => ({ value: each, words: PARTY_WORDS[each] }))}
          value={party}
          error={asked && party === undefined ? CHAIR.partyMissing : undefined}
          onChange={setParty}
        />
        <TextField
          label={CHAIR.signForName}
          hint={nameHint}
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

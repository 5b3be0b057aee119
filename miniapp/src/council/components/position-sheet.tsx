import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { SessionView } from '@gongyi/shared/council/contract';
import { STANCES as STANCE_VALUES } from '@gongyi/shared/council/outcome';
import type { Stance } from '@gongyi/shared/council/outcome';
import type { AgendaItem } from '@gongyi/shared/council/session';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import { useDraft } from '../../platform';
import type { Act } from '../../platform';
import { Button, Choice, Sheet, StatusLine, TextArea } from '../../ui';
import { CHAIR, PARTY_WORDS, SESSION, STANCES } from '../session-copy';

const Draft = z.object({
  party: z.optional(z.enum(PARTIES)),
  stance: z.optional(z.enum(STANCE_VALUES)),
  reasons: z.string(),
});

export interface Stated {
  readonly party: Party | undefined;
  readonly stance: Stance;
  readonly reasons: string;
}

interface PositionSheetProps {
  readonly view: SessionView;
  readonly item: AgendaItem;
  /** For whom the chair may enter it: parties whose delegate has no phone. Absent: my own party's. */
  readonly parties?: readonly Party[];
  readonly act: Act;
  /** True once it is recorded. */
  readonly onState: (stated: Stated) => Promise<boolean>;
  readonly onClose: () => void;
}

/** How a party stands, and why: three alike, none chosen beforehand, reasons always. */
export const PositionSheet = ({ view, item, parties, act, onState, onClose }: PositionSheetProps) => {
  const form = `position.${view.id}.${item.topicId}.${item.state}.${parties === undefined ? 'mine' : 'chair'}`;
  const draft = useDraft(form, Draft, { reasons: '' });
  const [asked, setAsked] = useState(false);
  const { stance, reasons, party } = draft.value;
  const whose = parties?.find((one) => one === party);
  const voting = item.state === 'voting';
  const title = parties !== undefined ? CHAIR.enter : voting ? SESSION.stateVote : SESSION.state;
  const send = async () => {
    setAsked(true);
    if (stance === undefined || reasons.trim() === '' || (parties !== undefined && whose === undefined)) return;
    if (await onState({ party: whose, stance, reasons: reasons.trim() })) draft.clear();
  };
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void send()}>
          {SESSION.stateDo}
        </Button>
      }
    >
      <View className="stack">
        <View className="t16">{item.title}</View>
        {parties === undefined ? null : (
          <Choice
            label={CHAIR.party}
            options={parties.map((value) => ({ value, words: PARTY_WORDS[value] }))}
            value={whose}
            hint={CHAIR.enterHint}
            error={asked && whose === undefined ? CHAIR.partyMissing : undefined}
            onChange={(chosen) => draft.change({ party: chosen })}
          />
        )}
        <Choice
          label={parties === undefined ? SESSION.stance : CHAIR.stance}
          options={STANCES}
          value={stance}
          error={asked && stance === undefined ? SESSION.stanceMissing : undefined}
          onChange={(chosen) => draft.change({ stance: chosen })}
        />
        <TextArea
          label={SESSION.reasons}
          hint={SESSION.reasonsHint}
          value={reasons}
          maxLength={1000}
          error={asked && reasons.trim() === '' ? SESSION.reasonsMissing : undefined}
          onChange={(words) => draft.change({ reasons: words })}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

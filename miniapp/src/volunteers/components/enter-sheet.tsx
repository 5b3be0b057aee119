import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { useServerNow } from '../../platform';
import { Button, Choice, Sheet, StatusLine, Tick } from '../../ui';
import { LEAD, SHIFT } from '../copy';
import { floorWords, placesWords, slotRoleWords } from '../role-words';
import type { Lead } from '../use-lead';
import { PersonChoice } from './person-choice';

/** Entering somebody who has no phone: who, and for which role. */
export const EnterSheet = ({ view, lead }: { view: ShiftView; lead: Lead }) => {
  const now = useServerNow();
  const [volunteerId, setVolunteerId] = useState<string>();
  const [at, setAt] = useState<string>();
  const [insure, setInsure] = useState(false);
  const [asked, setAsked] = useState(false);
  const { act } = lead.roster;
  const roles = view.slots.flatMap((slot) => slot.roles.map((role) => ({ key: `${slot.id} ${role.id}`, slot, role })));
  const chosen = roles.length === 1 ? roles[0] : roles.find(({ key }) => key === at);
  const send = () => {
    setAsked(true);
    if (volunteerId === undefined || chosen === undefined) return;
    void lead.enter({ volunteerId, slotId: chosen.slot.id, roleId: chosen.role.id, insure });
  };
  return (
    <Sheet
      open
      title={LEAD.enter}
      onClose={() => lead.show(undefined)}
      footer={
        <Button wide loading={act.busy} onTap={send}>
          {LEAD.enter}
        </Button>
      }
    >
      <View className="stack">
        <View className="t14 quiet">{LEAD.enterHint}</View>
        <PersonChoice
          label={LEAD.enterWho}
          teamId={view.teamId}
          communityId={view.communityId}
          value={volunteerId}
          error={asked && volunteerId === undefined ? LEAD.needWho : undefined}
          onChange={setVolunteerId}
        />
        <Choice
          label={LEAD.enterWhere}
          layout="rows"
          options={roles.map(({ key, slot, role }) => ({
            value: key,
            words: slotRoleWords(slot, role, now),
            hint: [placesWords(role), floorWords(role)].filter((words) => words !== '').join(' · '),
          }))}
          value={chosen?.key}
          error={asked && chosen === undefined ? SHIFT.chooseFirst : undefined}
          onChange={setAt}
        />
        <Tick checked={insure} words={SHIFT.insure} hint={SHIFT.insureHint} onChange={setInsure} />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

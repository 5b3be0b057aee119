import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { open, useServerNow } from '../../platform';
import type { Act } from '../../platform';
import { Button, Choice, Sheet, StatusLine, Tick } from '../../ui';
import { SHIFT } from '../copy';
import { floorWords, placesWords, slotRoleWords } from '../role-words';
import type { Lack } from '../use-my-part';
import { openRoles } from '../use-shift';
import type { OpenRole } from '../use-shift';

interface SignUpSheetProps {
  readonly view: ShiftView;
  readonly act: Act;
  /** What signing up was refused for. */
  readonly lacks: Lack | undefined;
  readonly onSend: (role: OpenRole, insure: boolean) => void;
  readonly onClose: () => void;
}

const keyOf = ({ slot, role }: OpenRole): string => `${slot.id} ${role.id}`;

/** Who has not said yet who they are as a volunteer is led there, and comes back to this page. */
const ProfileFirst = () => (
  <View className="stack">
    <StatusLine tone="brand">{SHIFT.profileFirst}</StatusLine>
    <Button wide onTap={() => open('volunteers/pages/profile/index')}>
      {SHIFT.profileVerb}
    </Button>
  </View>
);

/** Which slot and role, whether the insurer may know; a full role says that it is the waitlist. */
export const SignUpSheet = ({ view, act, lacks, onSend, onClose }: SignUpSheetProps) => {
  const now = useServerNow();
  const roles = openRoles(view);
  const [key, setKey] = useState<string>();
  const [insure, setInsure] = useState(false);
  const [asked, setAsked] = useState(false);
  const only = roles.length === 1 ? roles[0] : undefined;
  const chosen = only ?? roles.find((role) => keyOf(role) === key);
  const waits = chosen?.role.acts.includes('wait') === true;
  const send = () => {
    setAsked(true);
    if (chosen !== undefined) onSend(chosen, insure);
  };
  if (view.profileNeeded)
    return (
      <Sheet open title={SHIFT.signUpTitle} onClose={onClose}>
        <ProfileFirst />
      </Sheet>
    );
  return (
    <Sheet
      open
      title={SHIFT.signUpTitle}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={send}>
          {waits ? SHIFT.wait : SHIFT.signUp}
        </Button>
      }
    >
      <View className="stack">
        <Choice
          label={SHIFT.choose}
          layout="rows"
          options={roles.map((each) => ({
            value: keyOf(each),
            words: slotRoleWords(each.slot, each.role, now),
            hint: [placesWords(each.role), floorWords(each.role)].filter((words) => words !== '').join(' · '),
          }))}
          value={chosen === undefined ? undefined : keyOf(chosen)}
          error={asked && chosen === undefined ? SHIFT.chooseFirst : undefined}
          onChange={setKey}
        />
        {waits ? <StatusLine tone="warning">{SHIFT.waitHint}</StatusLine> : null}
        <Tick checked={insure} words={SHIFT.insure} hint={SHIFT.insureHint} onChange={setInsure} />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {lacks === 'guardian' ? <View className="t14">{SHIFT.guardianHow}</View> : null}
        {lacks === 'profile' ? (
          <Button kind="secondary" wide onTap={() => open('volunteers/pages/profile/index')}>
            {SHIFT.profileVerb}
          </Button>
        ) : null}
      </View>
    </Sheet>
  );
};

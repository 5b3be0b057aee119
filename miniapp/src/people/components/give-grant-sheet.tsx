import { View } from '@tarojs/components';
import { useState } from 'react';
import { endOfDay } from '@gongyi/shared/kernel/time';
import { giveGrant } from '@gongyi/shared/people/contract';
import { ORGANISATION_ROLES, PLACE_ROLES } from '@gongyi/shared/people/role';
import type { RoleGrant } from '@gongyi/shared/people/role';
import { useAct } from '../../platform';
import { Button, Choice, DayField, Sheet, StatusLine, TextField } from '../../ui';
import { ROLE } from '../copy';

interface GiveGrantProps {
  readonly scope: { readonly organisationId: string } | { readonly placeId: string };
  readonly onGiven: () => void;
  readonly onClose: () => void;
}

const PHONE = /^1\d{10}$/;

/** A role for somebody, found by the number they have bound themself. */
export const GiveGrantSheet = ({ scope, onGiven, onClose }: GiveGrantProps) => {
  const act = useAct();
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState<RoleGrant['role']>();
  const [until, setUntil] = useState<string>();
  const [asked, setAsked] = useState(false);
  const roles: readonly RoleGrant['role'][] = 'organisationId' in scope ? ORGANISATION_ROLES : PLACE_ROLES;
  const give = async () => {
    setAsked(true);
    if (!PHONE.test(phone) || role === undefined) return;
    const ending = until === undefined ? {} : { until: endOfDay(until) };
    if (await act.run(giveGrant, { body: { phone, role, ...scope, ...ending } })) onGiven();
  };
  return (
    <Sheet
      open
      title="添加人员"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void give()}>
          授权
        </Button>
      }
    >
      <View className="stack">
        <TextField
          label="手机号"
          value={phone}
          keyboard="number"
          maxLength={11}
          hint="对方要先在“我的”里绑定这个号码"
          error={asked && !PHONE.test(phone) ? '请填 11 位手机号' : undefined}
          onChange={setPhone}
        />
        <Choice
          label="身份"
          options={roles.map((value) => ({ value, words: ROLE[value] }))}
          value={role}
          error={asked && role === undefined ? '请选一个身份' : undefined}
          onChange={setRole}
        />
        <DayField label="任期到哪天" optional value={until} onChange={setUntil} />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

import { View } from '@tarojs/components';
import { useState } from 'react';
import { endOfDay } from '@gongyi/shared/kernel/time';
import { claimHome } from '@gongyi/shared/people/contract';
import type { HomeBinding } from '@gongyi/shared/people/role';
import { PlaceSheet } from '../../../district/components/place-sheet';
import type { PickedPlace } from '../../../district/components/place-sheet';
import {
  Page,
  PhoneButton,
  open,
  openInstead,
  refreshMe,
  requireSignIn,
  useAct,
  useCompoundId,
  useMe,
} from '../../../platform';
import { Button, Card, CardLink, Choice, DayField, StatusLine, TextField } from '../../../ui';
import { RELATION } from '../../copy';

const RELATIONS: readonly HomeBinding['relation'][] = ['owner', 'family', 'tenant'];

/** Saying which home is mine. The roll settles it at once where name and number agree; else staff look. */
export default function ClaimPage() {
  const compoundId = useCompoundId();
  const me = useMe();
  const act = useAct();
  const [home, setHome] = useState<PickedPlace>();
  const [picking, setPicking] = useState(false);
  const [relation, setRelation] = useState<HomeBinding['relation']>();
  const [name, setName] = useState<string>();
  const [until, setUntil] = useState<string>();
  const [asked, setAsked] = useState(false);
  const typed = name ?? me?.name ?? '';
  const wrong = (problem: boolean, words: string) => (asked && problem ? words : undefined);

  const claim = async () => {
    setAsked(true);
    if (home === undefined || relation === undefined || typed.trim() === '' || !(await requireSignIn())) return;
    const ending = relation === 'tenant' && until !== undefined ? { until: endOfDay(until) } : {};
    const made = await act.run(claimHome, { body: { homeId: home.id, relation, name: typed, ...ending } });
    if (made === undefined) return;
    await refreshMe();
    openInstead('people/pages/homes/index', { home: made.homeId });
  };
  return (
    <Page
      title="认领住房"
      action={
        <Button wide loading={act.busy} onTap={() => void claim()}>
          提交认领
        </Button>
      }
    >
      <View className="stack">
        {compoundId === undefined ? (
          <StatusLine
            tone="warning"
            action={
              <Button kind="quiet" onTap={() => open('district/pages/pick-compound/index')}>
                选择小区
              </Button>
            }
          >
            先选一下小区
          </StatusLine>
        ) : (
          <CardLink onTap={() => setPicking(true)}>
            <View className="t16">{home?.name ?? '点这里选楼、单元、房号'}</View>
            {wrong(home === undefined, '') === undefined ? null : <View className="t14">请先选您的房子</View>}
          </CardLink>
        )}
        <Card>
          <View className="stack">
            <Choice
              label="您和这套房子的关系"
              options={RELATIONS.map((value) => ({ value, words: RELATION[value] }))}
              value={relation}
              error={wrong(relation === undefined, '请选一下')}
              onChange={setRelation}
            />
            {relation === 'tenant' ? <DayField label="租到哪天" optional value={until} onChange={setUntil} /> : null}
            <TextField
              label="姓名"
              value={typed}
              maxLength={40}
              hint="和房产证、租房合同上一致，只用来核对名册"
              error={wrong(typed.trim() === '', '请填姓名')}
              onChange={setName}
            />
          </View>
        </Card>
        {me !== undefined && me.phoneMasked === undefined ? (
          <Card title="绑定手机号，当场核实">
            <View className="stack">
              <View className="t14 quiet">手机号和业主名册上的一致，马上通过；不绑定也可以，由工作人员核实。</View>
              <PhoneButton />
            </View>
          </Card>
        ) : null}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
      {compoundId === undefined ? null : (
        <PlaceSheet
          open={picking}
          title="选您的房子"
          root={{ id: compoundId, name: '' }}
          kinds={['home']}
          onPick={(place) => {
            setHome(place);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Page>
  );
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import { listGrants, takeGrant } from '@gongyi/shared/people/contract';
import type { GrantedRole } from '@gongyi/shared/people/contract';
import { Page, useAct, useMe, usePageParams, usePagedList, useServerNow } from '../../../platform';
import { Button, Card, Confirm, EmptyState, ListView, StatusLine, clockWords } from '../../../ui';
import { GiveGrantSheet } from '../../components/give-grant-sheet';
import { ROLE } from '../../copy';

const Granted = ({ granted, now, onEnd }: { granted: GrantedRole; now: number; onEnd: () => void }) => (
  <Card>
    <View className="row">
      <View className="grow">
        <View className="t16">{`${granted.personName} · ${ROLE[granted.grant.role]}`}</View>
        <View className="t14 quiet figure">
          {granted.grant.scopeName} · {clockWords(granted.grant.from, now)} 起
          {granted.grant.until === undefined ? '' : `,到 ${clockWords(granted.grant.until, now)}`}
        </View>
      </View>
      <Button kind="quiet" label={`收回 ${granted.personName} 的授权`} onTap={onEnd}>
        收回
      </Button>
    </View>
  </Card>
);

/** 人员授权: who holds which role, for a term; what is taken back ends with the next tap. */
export default function GrantsPage() {
  const me = useMe();
  const now = useServerNow();
  const { organisation, place } = usePageParams();
  const own = me?.grants.find(({ role }) => role === 'manager' || role === 'administrator');
  const organisationId = organisation ?? (place === undefined ? own?.organisationId : undefined);
  const placeId = place ?? (organisation === undefined ? own?.placeId : undefined);
  const scope = organisationId !== undefined ? { organisationId } : placeId !== undefined ? { placeId } : undefined;
  const list = usePagedList(listGrants, scope === undefined ? undefined : { query: scope });
  const act = useAct();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<GrantedRole>();
  const end = async () => {
    if (ending === undefined) return;
    const params = { personId: ending.personId, grantId: ending.grant.id };
    if ((await act.run(takeGrant, { params })) === undefined) return;
    setEnding(undefined);
    await list.refresh();
  };
  return (
    <Page
      title="人员授权"
      action={
        <Button wide disabled={scope === undefined} onTap={() => setGiving(true)}>
          添加人员
        </Button>
      }
    >
      <View className="stack">
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {scope === undefined ? (
          <EmptyState words="您没有可以授权的单位或地方" />
        ) : (
          <ListView
            state={list.state}
            keyOf={({ grant }) => grant.id}
            row={(granted) => <Granted granted={granted} now={now} onEnd={() => setEnding(granted)} />}
            empty={<EmptyState words="还没有授权任何人" hint="对方先在“我的”里绑定手机号，再用手机号添加。" />}
            onRefresh={list.refresh}
            onMore={list.more}
          />
        )}
      </View>
      {giving && scope !== undefined ? (
        <GiveGrantSheet
          scope={scope}
          onGiven={() => {
            setGiving(false);
            void list.refresh();
          }}
          onClose={() => setGiving(false)}
        />
      ) : null}
      <Confirm
        open={ending !== undefined}
        title="收回授权？"
        lines={[
          `${ending?.personName ?? ''} 马上不能再以“${ending === undefined ? '' : ROLE[ending.grant.role]}”的身份办事。`,
        ]}
        verb="收回"
        danger
        busy={act.busy}
        onConfirm={() => void end()}
        onClose={() => setEnding(undefined)}
      />
    </Page>
  );
}

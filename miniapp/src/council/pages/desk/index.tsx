import { View } from '@tarojs/components';
import { useState } from 'react';
import { listNeeds } from '@gongyi/shared/council/contract';
import type { NeedRow } from '@gongyi/shared/council/contract';
import type { NeedKind } from '@gongyi/shared/council/kinds';
import type { RoleGrant } from '@gongyi/shared/people/role';
import { Page, open, requireSignIn, switchTab, useLoad, useMe, useServerNow, useSignedIn } from '../../../platform';
import { Button, Card, CardLink, EmptyState, ListView, SegmentedTabs } from '../../../ui';
import { NeedLine } from '../../components/need-line';
import { needCard } from '../../needs';
import { DESK } from '../../session-copy';
import './index.scss';

type Shown = 'all' | 'screen' | 'sessions' | 'tasks';
const KINDS: Record<Exclude<Shown, 'all'>, readonly NeedKind[]> = {
  screen: ['screen', 'call-session'],
  sessions: ['answer-invitation', 'hold-session', 'write-minutes', 'confirm-minutes', 'publish', 'answer-objection'],
  tasks: ['task'],
};
const TABS = [
  { value: 'all', words: DESK.all },
  { value: 'screen', words: DESK.topics },
  { value: 'sessions', words: DESK.sessions },
  { value: 'tasks', words: DESK.tasks },
] as const;

/** Those who look at the councils of several compounds. */
const BELOW: readonly RoleGrant['role'][] = [
  'community-secretary',
  'community-worker',
  'street-officer',
  'command-officer',
  'manager',
  'dispatcher',
];

const within = (rows: readonly NeedRow[], shown: Shown): readonly NeedRow[] =>
  shown === 'all' ? rows : rows.filter(({ kind }) => KINDS[shown].includes(kind));

const Needs = ({ now }: { now: number }) => {
  const load = useLoad(listNeeds, {});
  const [shown, setShown] = useState<Shown>('all');
  const rows = load.value?.items ?? [];
  return (
    <View className="needs-column">
      <SegmentedTabs
        label={DESK.title}
        tabs={TABS.map((tab) => ({ ...tab, count: within(rows, tab.value).length }))}
        value={shown}
        onChange={setShown}
      />
      <ListView
        state={{
          status: load.status,
          items: within(rows, shown),
          more: false,
          fetchingMore: false,
          error: load.words,
        }}
        keyOf={(row) => needCard(row).key}
        row={(row) => <NeedLine row={row} now={now} />}
        empty={<EmptyState words={DESK.empty} hint={DESK.emptyHint} />}
        onRefresh={load.reload}
        onMore={() => undefined}
      />
    </View>
  );
};

const Ways = () => {
  const me = useMe();
  const grants = me?.grants ?? [];
  const above = grants.find(({ role, placeId }) => BELOW.includes(role) && placeId !== undefined);
  const body = grants.find(({ role, organisationId }) => BELOW.includes(role) && organisationId !== undefined);
  return (
    <View className="needs-column">
      {above === undefined && body === undefined ? null : (
        <CardLink
          onTap={() =>
            open('council/pages/below/index', {
              place: above?.placeId,
              organisation: above ? undefined : body?.organisationId,
            })
          }
        >
          <View className="t16">{DESK.below}</View>
          <View className="t14 quiet">{DESK.belowHint}</View>
        </CardLink>
      )}
      <CardLink onTap={() => open('council/pages/rules/index')}>
        <View className="t16">{DESK.rules}</View>
        <View className="t14 quiet">{DESK.rulesHint}</View>
      </CardLink>
      <Card>
        <Button kind="quiet" wide onTap={() => switchTab('council')}>
          {DESK.council}
        </Button>
      </Card>
    </View>
  );
};

/** 议事工作台: what the council needs of me and my party, by due time, each with the verb that answers it. */
export default function DeskPage() {
  const signedIn = useSignedIn();
  const now = useServerNow();
  if (!signedIn)
    return (
      <Page title={DESK.title}>
        <EmptyState words={DESK.signIn} action={<Button onTap={() => void requireSignIn()}>微信登录</Button>} />
      </Page>
    );
  return (
    <Page title={DESK.title} wide>
      <View className="needs">
        <Needs now={now} />
        <Ways />
      </View>
    </Page>
  );
}

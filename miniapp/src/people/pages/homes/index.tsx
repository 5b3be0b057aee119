import { View } from '@tarojs/components';
import { useState } from 'react';
import { endBinding, listResidents } from '@gongyi/shared/people/contract';
import type { HomeBinding } from '@gongyi/shared/people/role';
import {
  Page,
  open,
  refreshMe,
  requireSignIn,
  useAct,
  useLoad,
  useMe,
  usePageParams,
  usePullToRefresh,
  useServerNow,
  useSignedIn,
} from '../../../platform';
import { Button, Card, Chip, Confirm, EmptyState, StatusLine, clockWords } from '../../../ui';
import { InviteSheet } from '../../components/invite-sheet';
import { BINDING_STATE, RELATION } from '../../copy';

interface Leaving {
  readonly personId: string;
  readonly homeId: string;
  readonly words: string;
}

const Residents = ({
  homeId,
  onEnd,
  version,
}: {
  homeId: string;
  onEnd: (leaving: Leaving) => void;
  version: number;
}) => {
  const load = useLoad(listResidents, { params: { homeId } });
  const now = useServerNow();
  const [seen, setSeen] = useState(version);
  if (seen !== version) {
    setSeen(version);
    void load.reload();
  }
  return (
    <View className="stack">
      {load.value?.items
        .filter(({ state }) => state === 'verified' || state === 'claimed')
        .map((resident) => (
          <View key={resident.personId} className="row">
            <View className="grow">
              <View className="t16">{`${resident.name} · ${RELATION[resident.relation]}`}</View>
              <View className="t14 quiet figure">
                {BINDING_STATE[resident.state]}
                {resident.until === undefined ? '' : ` · 到 ${clockWords(resident.until, now)}`}
              </View>
            </View>
            {resident.relation === 'owner' ? null : (
              <Button
                kind="quiet"
                label={`结束居住 ${resident.name}`}
                onTap={() =>
                  onEnd({
                    personId: resident.personId,
                    homeId,
                    words: `${resident.name}(${RELATION[resident.relation]})`,
                  })
                }
              >
                结束居住
              </Button>
            )}
          </View>
        ))}
    </View>
  );
};

const HomeCard = ({
  home,
  personId,
  onEnd,
  version,
}: {
  home: HomeBinding;
  personId: string;
  onEnd: (leaving: Leaving) => void;
  version: number;
}) => {
  const [inviting, setInviting] = useState(false);
  const owner = home.relation === 'owner' && home.state === 'verified';
  return (
    <Card
      title={home.homeName}
      aside={<Chip tone={home.state === 'verified' ? 'success' : 'plain'}>{BINDING_STATE[home.state]}</Chip>}
    >
      <View className="stack">
        <View className="t16">您是{RELATION[home.relation]}</View>
        {home.state === 'claimed' ? (
          <View className="t14 quiet">社区或物业核实后会通知您，一般一个工作日内。</View>
        ) : null}
        {home.state === 'refused' ? (
          <View className="t14 quiet">没有核实通过。带上房产证或租房合同到社区窗口，工作人员可以当面办。</View>
        ) : null}
        {owner ? <Residents homeId={home.homeId} onEnd={onEnd} version={version} /> : null}
        <View className="row wrap">
          {owner ? (
            <Button kind="secondary" onTap={() => setInviting(true)}>
              邀请家人或租户
            </Button>
          ) : null}
          <Button kind="quiet" onTap={() => onEnd({ personId, homeId: home.homeId, words: '您自己' })}>
            我已搬走
          </Button>
        </View>
      </View>
      {inviting ? <InviteSheet homeId={home.homeId} onClose={() => setInviting(false)} /> : null}
    </Card>
  );
};

/** My homes: verified or waiting, who lives there, inviting and ending. */
export default function HomesPage() {
  const me = useMe();
  const signedIn = useSignedIn();
  const act = useAct();
  const { home: wanted } = usePageParams();
  const [leaving, setLeaving] = useState<Leaving>();
  const [version, setVersion] = useState(0);
  usePullToRefresh(async () => {
    await refreshMe();
  });
  const homes = (me?.homes ?? []).filter(({ state }) => state !== 'ended');
  const ordered = [...homes].sort((a, b) => Number(b.homeId === wanted) - Number(a.homeId === wanted));
  const end = async () => {
    if (leaving === undefined) return;
    const params = { homeId: leaving.homeId, personId: leaving.personId };
    const ended = await act.run(endBinding, { params });
    if (ended === undefined) return;
    setLeaving(undefined);
    setVersion(version + 1);
    await refreshMe();
  };
  return (
    <Page
      title="我的家"
      action={
        <Button
          wide
          onTap={() => void requireSignIn().then((yes) => (yes ? open('people/pages/claim/index') : undefined))}
        >
          认领住房
        </Button>
      }
    >
      <View className="stack">
        {signedIn && ordered.length > 0 ? null : (
          <EmptyState words="还没有认领住房" hint="认领后可以报家里的事；家人和租户也能一起用。" />
        )}
        {me === undefined
          ? null
          : ordered.map((home) => (
              <HomeCard key={home.homeId} home={home} personId={me.personId} onEnd={setLeaving} version={version} />
            ))}
        <Button kind="quiet" wide onTap={() => open('people/pages/join/index')}>
          我有邀请码
        </Button>
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
      <Confirm
        open={leaving !== undefined}
        title="结束居住？"
        lines={[`${leaving?.words ?? ''} 将不再能看这一户的事。报过的事和记录都还在。`]}
        verb="结束居住"
        danger
        busy={act.busy}
        onConfirm={() => void end()}
        onClose={() => setLeaving(undefined)}
      />
    </Page>
  );
}

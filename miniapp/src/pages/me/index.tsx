import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  Page,
  PhoneButton,
  open,
  refreshMe,
  requireSignIn,
  signOut,
  useLookChoice,
  useMe,
  usePullToRefresh,
  useSignedIn,
} from '../../platform';
import { Button, Card, CardLink, Chip, Choice, Confirm, EmptyState, Tick } from '../../ui';
import { BINDING_STATE, homeStanding } from '../../people/copy';
import { VOTES } from '../../votes/copy';
import { NameSheet } from './name-sheet';
import { staffEntries } from './staff-entries';

const Look = () => {
  const { textSize, elder, choose } = useLookChoice();
  return (
    <Card title="字号与版式">
      <View className="stack">
        <Choice
          label="字号"
          options={[
            { value: 'standard', words: '标准' },
            { value: 'large', words: '大' },
            { value: 'largest', words: '特大' },
          ]}
          value={textSize}
          onChange={(chosen) => choose({ textSize: chosen })}
        />
        <Tick
          checked={elder}
          words="长辈版"
          hint="按钮更大，首页只留最常用的四件事"
          onChange={(chosen) => choose({ elder: chosen })}
        />
      </View>
    </Card>
  );
};

const Person = () => {
  const me = useMe();
  const [naming, setNaming] = useState(false);
  return (
    <Card>
      <View className="stack">
        <View className="row">
          <View className="grow">
            <View className="t20">{me?.name ?? '还没填姓名'}</View>
            <View className="t14 quiet figure">{me?.phoneMasked ?? '还没绑定手机号'}</View>
          </View>
          <Button kind="quiet" onTap={() => setNaming(true)}>
            {me?.name === undefined ? '填姓名' : '改'}
          </Button>
        </View>
        {me !== undefined && me.phoneMasked === undefined ? <PhoneButton /> : null}
      </View>
      <NameSheet open={naming} onClose={() => setNaming(false)} />
    </Card>
  );
};

const Homes = () => {
  const me = useMe();
  const homes = (me?.homes ?? []).filter(({ state }) => state !== 'ended');
  return (
    <Card
      title="我的家"
      aside={
        <Button kind="quiet" onTap={() => open('people/pages/claim/index')}>
          认领住房
        </Button>
      }
    >
      {homes.length === 0 ? <View className="t16 quiet">认领后可以报家里的事，看邻居公开的事。</View> : null}
      {homes.map((home) => (
        <CardLink key={home.homeId} onTap={() => open('people/pages/homes/index', { home: home.homeId })}>
          <View className="row">
            <View className="t16 grow">{homeStanding(home)}</View>
            <Chip tone={home.state === 'verified' ? 'success' : 'plain'}>{BINDING_STATE[home.state]}</Chip>
          </View>
        </CardLink>
      ))}
    </Card>
  );
};

const Staff = () => {
  const me = useMe();
  const entries = (me?.grants ?? []).flatMap(staffEntries);
  if (entries.length === 0) return null;
  return (
    <Card title="我的工作">
      <View className="stack">
        {entries.map((entry) => (
          <CardLink key={`${entry.words}${entry.hint}`} onTap={() => open(entry.page, entry.query)}>
            <View className="t16">{entry.words}</View>
            <View className="t14 quiet">{entry.hint}</View>
          </CardLink>
        ))}
      </View>
    </Card>
  );
};

const SignedIn = () => {
  const me = useMe();
  const [leaving, setLeaving] = useState(false);
  usePullToRefresh(async () => {
    await refreshMe();
  });
  return (
    <>
      <Person />
      <CardLink onTap={() => open('notices/pages/inbox/index')}>
        <View className="row">
          <View className="t16 grow">消息</View>
          {me !== undefined && me.unread > 0 ? <Chip tone="brand">{`${String(me.unread)} 条未读`}</Chip> : null}
        </View>
      </CardLink>
      <Staff />
      <Homes />
      <CardLink onTap={() => open('votes/pages/votes/index')}>
        <View className="t16">{VOTES.mine}</View>
        <View className="t14 quiet">{VOTES.mineHint}</View>
      </CardLink>
      <CardLink onTap={() => open('volunteers/pages/hours/index')}>
        <View className="t16">志愿时长与证明</View>
        <View className="t14 quiet">每一次都有记录，证明随时开</View>
      </CardLink>
      <CardLink onTap={() => open('volunteers/pages/profile/index')}>
        <View className="t16">志愿者信息</View>
        <View className="t14 quiet">会什么、在职党员、家里孩子参加的同意</View>
      </CardLink>
      <Look />
      <CardLink onTap={() => open('people/pages/privacy/index')}>
        <View className="t16">隐私与个人信息</View>
        <View className="t14 quiet">查看、更正、导出、撤回同意、注销</View>
      </CardLink>
      <Button kind="quiet" wide onTap={() => setLeaving(true)}>
        退出登录
      </Button>
      <Confirm
        open={leaving}
        title="退出登录？"
        lines={['这台设备上要重新登录才能办事。没发出去的内容还留在这台设备上。']}
        verb="退出"
        onConfirm={() => void signOut().then(() => setLeaving(false))}
        onClose={() => setLeaving(false)}
      />
    </>
  );
};

/** 我的: who I am, my homes and work, how I want to read, what is known of me. */
export default function MePage() {
  const signedIn = useSignedIn();
  return (
    <Page title="我的" tab="me">
      <View className="stack">
        {signedIn ? (
          <SignedIn />
        ) : (
          <>
            <EmptyState
              words="看公示和值班电话不用登录。报事、认领住房时登录一次就行。"
              action={<Button onTap={() => void requireSignIn()}>微信登录</Button>}
            />
            <Look />
          </>
        )}
      </View>
    </Page>
  );
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import { copyMyData, deleteMe, giveConsent } from '@gongyi/shared/people/contract';
import type { Consent, Me } from '@gongyi/shared/people/contract';
import {
  PRIVACY_VERSION,
  Page,
  PrivacyWords,
  call,
  copyWords,
  open,
  outcomeWords,
  setMe,
  signOut,
  switchTab,
  useAct,
  useMe,
} from '../../../platform';
import { Button, Card, CardLink, StatusLine, TextField, Tick, say, Sheet } from '../../../ui';

const CONSENT: Record<Consent['kind'], { readonly words: string; readonly hint: string }> = {
  privacy: { words: '同意处理办事所需的个人信息', hint: '撤回后不能再填姓名、手机号和认领住房，报过的事照常办理' },
  'publish-name': { words: '公开的报事上显示我的姓（如 王**）', hint: '不同意就显示“匿名”' },
  'share-with-holders': { words: '把我的电话给办理单位', hint: '不同意就只用留言联系' },
  subscribe: { words: '用微信提醒我进展', hint: '不同意也能在消息里看到' },
};
const KINDS: readonly Consent['kind'][] = ['privacy', 'publish-name', 'share-with-holders', 'subscribe'];
const DELETE_WORDS = '删除我的账号';

const given = (me: Me | undefined, kind: Consent['kind']): boolean =>
  me?.consents.some((consent) => consent.kind === kind && consent.given) ?? false;

const Consents = () => {
  const me = useMe();
  const act = useAct();
  const choose = async (kind: Consent['kind'], yes: boolean) => {
    const changed = await act.run(giveConsent, { body: { kind, given: yes, version: PRIVACY_VERSION } });
    if (changed) setMe(changed);
  };
  return (
    <Card title="我的同意，可以随时撤回">
      <View className="stack">
        {KINDS.map((kind) => (
          <Tick
            key={kind}
            checked={given(me, kind)}
            words={CONSENT[kind].words}
            hint={CONSENT[kind].hint}
            onChange={(yes) => void choose(kind, yes)}
          />
        ))}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Card>
  );
};

const Copy = () => {
  const [problem, setProblem] = useState<string>();
  const copy = async () => {
    const outcome = await call(copyMyData, {});
    setProblem(outcomeWords(outcome));
    if (!outcome.ok) return;
    const words = outcome.value.sections.map(({ title, lines }) => `${title}\n${lines.join('\n')}`).join('\n\n');
    if (await copyWords(words)) say('已复制，可以粘贴到任何地方保存');
  };
  return (
    <>
      <CardLink onTap={() => void copy()}>
        <View className="t16">复制我的全部信息</View>
        <View className="t14 quiet">个人信息保护法第四十五条</View>
      </CardLink>
      {problem === undefined ? null : <StatusLine tone="warning">{problem}</StatusLine>}
    </>
  );
};

const DeleteSheet = ({ onClose }: { onClose: () => void }) => {
  const act = useAct();
  const [words, setWords] = useState('');
  const remove = async () => {
    if (words !== DELETE_WORDS) return;
    if ((await act.run(deleteMe, { body: { confirm: DELETE_WORDS } })) === undefined) return;
    await signOut();
    switchTab('home');
  };
  return (
    <Sheet
      open
      title="注销账号"
      onClose={onClose}
      footer={
        <Button kind="danger" wide loading={act.busy} disabled={words !== DELETE_WORDS} onTap={() => void remove()}>
          注销，不能恢复
        </Button>
      }
    >
      <View className="stack">
        <View className="t16">姓名、手机号、住房绑定和登录都会删除。报过的事会留下，但不再有您的名字。</View>
        <TextField label={`请输入“${DELETE_WORDS}”`} value={words} maxLength={20} onChange={setWords} />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};

/** 隐私与个人信息: what is kept and why, consents one by one, copy, correct, delete, who looked. */
export default function PrivacyPage() {
  const [deleting, setDeleting] = useState(false);
  return (
    <Page title="隐私与个人信息">
      <View className="stack">
        <Consents />
        <CardLink onTap={() => open('people/pages/access/index')}>
          <View className="t16">谁看过我的信息</View>
          <View className="t14 quiet">每一次查看都有记录</View>
        </CardLink>
        <Copy />
        <Card title="收集什么、做什么用、留多久">
          <PrivacyWords />
        </Card>
        <Button kind="danger" wide onTap={() => setDeleting(true)}>
          注销账号
        </Button>
      </View>
      {deleting ? <DeleteSheet onClose={() => setDeleting(false)} /> : null}
    </Page>
  );
}

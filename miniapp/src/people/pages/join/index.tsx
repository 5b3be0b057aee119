import { View } from '@tarojs/components';
import { useState } from 'react';
import { acceptInvitation } from '@gongyi/shared/people/contract';
import { Page, openInstead, refreshMe, requireSignIn, useAct, useMe, usePageParams } from '../../../platform';
import { Button, Card, StatusLine, TextField } from '../../../ui';

/** Joining a home by the code its owner gave. */
export default function JoinPage() {
  const { code: given = '' } = usePageParams();
  const me = useMe();
  const act = useAct();
  const [code, setCode] = useState(given);
  const [name, setName] = useState<string>();
  const [asked, setAsked] = useState(false);
  const typed = name ?? me?.name ?? '';
  const join = async () => {
    setAsked(true);
    if (code.trim() === '' || typed.trim() === '' || !(await requireSignIn())) return;
    const home = await act.run(acceptInvitation, { body: { code: code.trim(), name: typed } });
    if (home === undefined) return;
    await refreshMe();
    openInstead('people/pages/homes/index', { home: home.homeId });
  };
  return (
    <Page
      title="用邀请码加入"
      action={
        <Button wide loading={act.busy} onTap={() => void join()}>
          加入这个家
        </Button>
      }
    >
      <Card>
        <View className="stack">
          <TextField
            label="邀请码"
            value={code}
            maxLength={128}
            hint="业主在“我的家”里生成，七天内有效"
            error={asked && code.trim() === '' ? '请填邀请码' : undefined}
            onChange={setCode}
          />
          <TextField
            label="您的姓名"
            value={typed}
            maxLength={40}
            error={asked && typed.trim() === '' ? '请填姓名' : undefined}
            onChange={setName}
          />
          {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        </View>
      </Card>
    </Page>
  );
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirmScan } from '@gongyi/shared/people/contract';
import { Page, back, requireSignIn, useAct, usePageParams } from '../../../platform';
import { Button, Card, StatusLine } from '../../../ui';

/** On the phone: yes, sign that web page in as me. */
export default function ScanPage() {
  const { code } = usePageParams();
  const act = useAct();
  const [done, setDone] = useState(false);
  const confirm = async () => {
    if (code === undefined || !(await requireSignIn())) return;
    if (await act.run(confirmScan, { params: { code } })) setDone(true);
  };
  return (
    <Page
      title="登录网页"
      action={
        done ? (
          <Button wide onTap={back}>
            好
          </Button>
        ) : (
          <Button wide loading={act.busy} disabled={code === undefined} onTap={() => void confirm()}>
            确认登录
          </Button>
        )
      }
    >
      <Card title="有一台电脑要用您的身份登录">
        <View className="stack">
          <View className="t16">只有您自己正在电脑上打开共议时才点确认。别人发来的码不要确认。</View>
          {done ? <StatusLine tone="success">电脑上已登录</StatusLine> : null}
          {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
          {code === undefined ? <StatusLine tone="warning">没有读到登录码，请重新扫一次</StatusLine> : null}
        </View>
      </Card>
    </Page>
  );
}

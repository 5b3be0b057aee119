import { Button as WechatButton } from '@tarojs/components';
import { useState } from 'react';
import { bindPhone } from '@gongyi/shared/people/contract';
import { StatusLine } from '../ui';
import { setMe } from './session';
import { useAct } from './use-act';

/** The only way to a phone number: WeChat's own button, tapped by its owner. */
export const PhoneButton = ({ words = '绑定手机号', onDone }: { words?: string; onDone?: () => void }) => {
  const act = useAct();
  const [declined, setDeclined] = useState(false);
  const bind = async (code: string | undefined) => {
    setDeclined(!code);
    if (!code) return;
    const me = await act.run(bindPhone, { body: { code } });
    if (!me) return;
    setMe(me);
    onDone?.();
  };
  return (
    <>
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      {declined ? <StatusLine>没有绑定手机号。不绑定也能报事，只是核实房子要等工作人员。</StatusLine> : null}
      <WechatButton
        className="press button button-secondary button-wide"
        openType="getPhoneNumber"
        loading={act.busy}
        disabled={act.busy}
        onGetPhoneNumber={(event) => void bind(event.detail.code)}
      >
        {words}
      </WechatButton>
    </>
  );
};

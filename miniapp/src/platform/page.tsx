import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import type { ComponentProps } from 'react';
import { PageShell } from '../ui';
import { SignInSheet } from './sign-in-sheet';
import { WechatPrivacySheet } from './wechat-privacy';

/** A page of the app: the shell, and the sheets that may come over any page that is on top. */
export const Page = ({ children, ...shell }: ComponentProps<typeof PageShell>) => {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return (
    <PageShell {...shell}>
      {children}
      <SignInSheet shown={shown} />
      <WechatPrivacySheet shown={shown} />
    </PageShell>
  );
};

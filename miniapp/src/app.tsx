import type { PropsWithChildren } from 'react';
import { useDidShow } from '@tarojs/taro';
import { renewIfDue } from './platform/session';
import { startPlatform } from './platform/start';
import { useLookChoice } from './platform/look-choice';
import { LookContext } from './ui/look';
import './app.scss';

startPlatform();

export default function App({ children }: PropsWithChildren) {
  const { textSize, elder } = useLookChoice();
  useDidShow(() => void renewIfDue());
  return <LookContext.Provider value={{ textSize, elder }}>{children}</LookContext.Provider>;
}

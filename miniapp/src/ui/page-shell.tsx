import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { lookClass, useLook } from './look';
import { TabBar } from './tab-bar';
import type { TabName } from './tab-bar-names';
import { TitleBar } from './title-bar';
import { ToastHost } from './toast';

interface PageShellProps {
  /** The page's name: the heading, and on the web the title bar. WeChat's own bar shows it to the eye. */
  readonly title: string;
  /** The one primary action, at the bottom within a thumb's reach. */
  readonly action?: ReactNode;
  /** Set on the five tab pages. */
  readonly tab?: TabName;
  /** Wide pages (the workbench) use the whole screen; others keep a readable width. */
  readonly wide?: boolean;
  /** Above the content, edge to edge: 首页's own top. */
  readonly top?: ReactNode;
  readonly children?: ReactNode;
}

/** What every page stands in: the reader's text size, safe edges, one action, the place for toasts. */
export const PageShell = ({ title, action, tab, wide, top, children }: PageShellProps) => {
  const look = useLook();
  return (
    <View className={`shell ${lookClass(look)}${wide ? ' shell-wide' : ''}${action ? ' shell-with-action' : ''}`}>
      <TitleBar title={title} isTab={tab !== undefined} />
      {top}
      <View className="shell-main" role="main">
        {children}
      </View>
      {action || tab ? (
        <View className="shell-bottom">
          {action ? <View className="shell-action">{action}</View> : null}
          {tab ? <TabBar at={tab} /> : null}
        </View>
      ) : null}
      <ToastHost />
    </View>
  );
};

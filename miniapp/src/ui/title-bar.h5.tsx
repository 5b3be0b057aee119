import Taro from '@tarojs/taro';
import { Icon } from './icon';
import { Press } from './press';

interface TitleBarProps {
  readonly title: string;
  /** A tab page: nothing to go back to, and the bar of tabs says where one is. */
  readonly isTab: boolean;
}

/** A page opened by a link has nothing before it: from there, back is 首页. */
const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
};

/** What WeChat draws natively: where one is, and the way back. Browsers opened from WeChat hide their own. */
export const TitleBar = ({ title, isTab }: TitleBarProps) =>
  isTab ? (
    <header className="unseen">
      <h1>{title}</h1>
    </header>
  ) : (
    <header className="title-bar">
      <Press className="title-bar-back" label="返回" onTap={goBack}>
        <Icon name="back" size={24} />
      </Press>
      <h1 className="title-bar-name one-line">{title}</h1>
    </header>
  );

import { View } from '@tarojs/components';

interface TitleBarProps {
  readonly title: string;
  /** A tab page: nothing to go back to. */
  readonly isTab: boolean;
}

/** WeChat draws the bar; the name stands here for screen readers. On the web see `title-bar.h5.tsx`. */
export const TitleBar = ({ title }: TitleBarProps) => (
  <View className="unseen" role="heading" aria-level={1}>
    {title}
  </View>
);

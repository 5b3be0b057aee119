import { View } from '@tarojs/components';

export type IconName =
  | 'back'
  | 'camera'
  | 'check'
  | 'chevron'
  | 'clock'
  | 'close'
  | 'phone'
  | 'place'
  | 'plus'
  | 'scan'
  | 'search'
  | 'warning'
  | 'bell'
  | 'heart'
  | 'home'
  | 'mic'
  | 'person';

/** A picture beside words, in the colour of the words. It says nothing by itself, so it is never spoken. */
export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <View className={`icon icon-${name}`} style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true" />
);

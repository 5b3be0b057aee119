import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './line.scss';

/** A name and what it is, one below the other in large type. */
export const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <View className="named-line">
    <View className="t14 quiet named-label">{label}</View>
    <View className="t16 grow figure">{children}</View>
  </View>
);

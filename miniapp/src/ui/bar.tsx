import { View } from '@tarojs/components';

interface BarProps {
  readonly label: string;
  /** 0 to 1. */
  readonly part: number;
  /** The numbers, always beside the picture: 412 / 618. */
  readonly numbers: string;
  /** A line to reach, 0 to 1: two thirds. */
  readonly line?: number;
  readonly tone?: 'brand' | 'success' | 'danger';
}

const percent = (part: number): string => `${Math.min(1, Math.max(0, part)) * 100}%`;

/** A part of a whole, with its numbers. */
export const Bar = ({ label, part, numbers, line, tone = 'brand' }: BarProps) => (
  <View>
    <View className="bar-words t14">
      <View>{label}</View>
      <View className="figure bar-numbers">{numbers}</View>
    </View>
    <View className="bar" aria-hidden="true">
      <View className={`bar-part bar-${tone}`} style={{ width: percent(part) }} />
      {line === undefined ? null : <View className="bar-line" style={{ left: percent(line) }} />}
    </View>
  </View>
);

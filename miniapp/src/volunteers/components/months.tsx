import { View } from '@tarojs/components';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { HOURS } from '../copy';
import './months.scss';

/** Minutes of each month of a year, as columns; the numbers are read out, and stand below in the list. */
export const Months = ({ months }: { months: readonly number[] }) => {
  const most = Math.max(60, ...months);
  const spoken = months.map((minutes, index) => `${HOURS.month(index + 1)} ${hoursWords(minutes)}`).join('，');
  return (
    <View className="months" role="img" aria-label={`${HOURS.months}：${spoken}`}>
      {months.map((minutes, index) => (
        <View key={index} className="month">
          <View className="month-room">
            <View className="month-part" style={{ height: `${String(Math.round((minutes / most) * 100))}%` }} />
          </View>
          <View className="t12 quiet figure">{index + 1}</View>
        </View>
      ))}
    </View>
  );
};

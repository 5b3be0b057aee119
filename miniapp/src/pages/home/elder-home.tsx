import { View } from '@tarojs/components';
import type { CompoundOverview } from '@gongyi/shared/command/contract';
import { callPhone, open, switchTab } from '../../platform';
import { Icon, Press } from '../../ui';
import type { IconName } from '../../ui';

interface Row {
  readonly icon: IconName;
  readonly words: string;
  readonly hint: string;
  readonly onTap: () => void;
}

const rowsOf = (overview: CompoundOverview | undefined): Row[] => {
  const party = (wanted: string) => overview?.seats.find((seat) => seat.party === wanted)?.organisation;
  const call = (words: string, wanted: string): Row[] => {
    const organisation = party(wanted);
    const phone = organisation?.phone;
    return phone === undefined ? [] : [{ icon: 'phone', words, hint: phone, onTap: () => callPhone(phone) }];
  };
  return [
    { icon: 'camera', words: '报修', hint: '拍张照，说句话', onTap: () => open('requests/pages/file/index') },
    ...call('打电话给物业', 'property-company'),
    ...call('找社区', 'committee-of-residents'),
    { icon: 'clock', words: '我报的事', hint: '看办到哪一步', onTap: () => switchTab('requests') },
  ];
};

/** 长辈版: four big rows, nothing else in the way. */
export const ElderHome = ({ overview }: { overview: CompoundOverview | undefined }) => (
  <View className="elder-rows">
    {rowsOf(overview).map((row) => (
      <Press key={row.words} className="card elder-row" label={`${row.words},${row.hint}`} onTap={row.onTap}>
        <Icon name={row.icon} size={40} />
        <View className="grow">
          <View className="t20">{row.words}</View>
          <View className="t16 quiet figure">{row.hint}</View>
        </View>
      </Press>
    ))}
  </View>
);

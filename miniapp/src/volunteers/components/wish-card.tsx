import { View } from '@tarojs/components';
import type { WishRow } from '@gongyi/shared/volunteers/contract-view';
import { WISH_KIND_NAMES } from '@gongyi/shared/volunteers/kinds';
import { Chip, Press, lengthWords } from '../../ui';
import { WISH_STATE, wishFrom } from '../rows';
import './rows.scss';

const whoWords = ({ leadName, helpers }: WishRow): string =>
  leadName === undefined ? '' : helpers === 0 ? `${leadName} 认领` : `${leadName} 认领，${String(helpers)} 人帮忙`;

/** A wish in a list: what, of whom, how it stands. */
export const WishCard = ({ row, now, onTap }: { row: WishRow; now: number; onTap: () => void }) => {
  const said = WISH_STATE[row.status];
  const who = whoWords(row);
  return (
    <Press className="card volunteer-row" onTap={onTap}>
      <View className="row wrap">
        <View className="t16 grow volunteer-title">{row.title}</View>
        <Chip tone={said.tone}>{said.words}</Chip>
      </View>
      <View className="t14 quiet figure">{`${wishFrom(row)} · ${lengthWords(now - row.postedAt)}前`}</View>
      <View className="row wrap">
        <Chip>{WISH_KIND_NAMES[row.kind]}</Chip>
        {row.surfacedAt !== undefined && row.status === 'open' ? <Chip tone="warning">等了好些天</Chip> : null}
        {row.thanked ? <Chip tone="success">有感谢信</Chip> : null}
        {who === '' ? null : <View className="t14 quiet">{who}</View>}
      </View>
    </Press>
  );
};

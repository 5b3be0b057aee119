import { View } from '@tarojs/components';
import type { CompoundOverview } from '@gongyi/shared/command/contract';
import { callPhone, open } from '../../platform';
import { Icon, Press } from '../../ui';
import type { IconName } from '../../ui';
import { VOTES } from '../../votes/copy';
import type { PendingVote } from '../../votes/use-pending';

interface Row {
  readonly icon: IconName;
  readonly words: string;
  readonly hint: string;
  readonly onTap: () => void;
}

/** One that waits is opened at once; else the list of them. */
const toVotes = (pending: readonly PendingVote[]): Row => {
  const [only, ...others] = pending;
  return {
    icon: 'check',
    words: VOTES.elder,
    hint: only === undefined ? VOTES.elderHint : VOTES.elderPending(pending.length),
    onTap: () =>
      only === undefined || others.length > 0
        ? open('votes/pages/votes/index')
        : open('votes/pages/vote/index', { id: only.row.id }),
  };
};

const rowsOf = (overview: CompoundOverview | undefined, pending: readonly PendingVote[]): Row[] => {
  const party = (wanted: string) => overview?.seats.find((seat) => seat.party === wanted)?.organisation;
  const call = (words: string, wanted: string): Row[] => {
    const organisation = party(wanted);
    const phone = organisation?.phone;
    return phone === undefined ? [] : [{ icon: 'phone', words, hint: phone, onTap: () => callPhone(phone) }];
  };
  return [
    { icon: 'camera', words: '报修', hint: '拍张照，说句话', onTap: () => open('requests/pages/file/index') },
    ...call('打电话给物业', 'property-company'),
    toVotes(pending),
    ...call('找社区', 'committee-of-residents'),
  ];
};

interface ElderHomeProps {
  readonly overview: CompoundOverview | undefined;
  readonly pending: readonly PendingVote[];
}

/** 长辈版: four big rows, nothing else in the way. */
export const ElderHome = ({ overview, pending }: ElderHomeProps) => (
  <View className="elder-rows">
    {rowsOf(overview, pending).map((row) => (
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

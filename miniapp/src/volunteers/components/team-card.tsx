import { View } from '@tarojs/components';
import type { TeamRow } from '@gongyi/shared/volunteers/contract-view';
import type { MemberState } from '@gongyi/shared/volunteers/kinds';
import { Chip, Press } from '../../ui';
import type { Tone } from '../../ui';
import './rows.scss';

export const MINE: Record<MemberState, { readonly words: string; readonly tone: Tone }> = {
  asked: { words: '等队长同意', tone: 'plain' },
  invited: { words: '队长请您加入', tone: 'warning' },
  member: { words: '我在队里', tone: 'success' },
  leader: { words: '我带的队', tone: 'brand' },
};

interface TeamCardProps {
  readonly row: TeamRow & { readonly mine?: MemberState | undefined };
  readonly onTap: () => void;
}

/** A team in a list: its name and kind, whom it serves, how many are in it. */
export const TeamCard = ({ row, onTap }: TeamCardProps) => {
  const serves = row.serves.map(({ name }) => name).join('、');
  return (
    <Press className="card volunteer-row" onTap={onTap}>
      <View className="row wrap">
        <View className="t16 grow volunteer-title">{row.name}</View>
        {row.mine === undefined ? (
          <Chip>{row.kind.name}</Chip>
        ) : (
          <Chip tone={MINE[row.mine].tone}>{MINE[row.mine].words}</Chip>
        )}
      </View>
      <View className="t14 quiet figure">{`${row.communityName} · ${String(row.members)} 人`}</View>
      {serves === '' ? null : <View className="t14 one-line">{`服务 ${serves}`}</View>}
    </Press>
  );
};

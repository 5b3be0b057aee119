import { View } from '@tarojs/components';
import type { ShiftRow } from '@gongyi/shared/volunteers/contract-view';
import { SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import { Bar, Chip, Press, spanWords } from '../../ui';
import { metresTo } from '../near';
import type { Here } from '../near';
import { distanceWords, filledWords, shiftSaid } from '../rows';
import './rows.scss';

interface ShiftCardProps {
  readonly row: ShiftRow;
  readonly now: number;
  readonly here?: Here | undefined;
  readonly onTap: () => void;
}

/** A shift in a list: what and when, where, how many are missing, with the bar beside the numbers. */
export const ShiftCard = ({ row, now, here, onTap }: ShiftCardProps) => {
  const said = shiftSaid(row, now);
  const away = here === undefined || row.point === undefined ? [] : [distanceWords(metresTo(here, row.point))];
  return (
    <Press className="card volunteer-row" onTap={onTap}>
      <View className="row wrap">
        <View className="t16 grow volunteer-title">{row.title}</View>
        <Chip tone={said.tone}>{said.words}</Chip>
      </View>
      <View className="t16 figure">{spanWords(row.startsAt, row.endsAt, now)}</View>
      <View className="t14 quiet figure">{[row.placeName, ...away].join(' · ')}</View>
      <View className="volunteer-fill">
        <Bar
          label={row.teamName}
          part={row.fill.places === 0 ? 0 : row.fill.held / row.fill.places}
          numbers={filledWords(row.fill)}
          tone={row.missing === 0 ? 'success' : 'brand'}
        />
      </View>
      {row.skills.length === 0 ? null : (
        <View className="row wrap">
          {row.skills.map((skill) => (
            <Chip key={skill}>{`要会${SKILL_NAMES[skill]}`}</Chip>
          ))}
        </View>
      )}
    </Press>
  );
};

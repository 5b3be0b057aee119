import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { HoursRow } from '@gongyi/shared/volunteers/contract-view';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { Chip, clockWords } from '../../ui';
import { HOURS, HOURS_KIND, HOURS_MARK } from '../copy';
import './roster.scss';

interface HoursLineProps {
  readonly row: Omit<HoursRow, 'standing'> & { readonly standing?: number };
  readonly now: number;
  /** Whose it is, where several people's stand together. */
  readonly name?: string;
  readonly action?: ReactNode;
}

/** One entry in a record of hours: what it came to, where, how it was taken; by hand and corrected ones say so. */
export const HoursLine = ({ row, now, name, action }: HoursLineProps) => {
  const { standing = row.minutes } = row;
  const sign = row.kind === 'correction' && row.minutes > 0 ? '+' : '';
  return (
    <View className="roster-row">
      <View className="grow roster-who">
        <View className="row wrap">
          <View className="t16 roster-name grow">{name === undefined ? row.title : `${name} · ${row.title}`}</View>
          {row.kind === 'served' ? null : <Chip tone="warning">{HOURS_KIND[row.kind]}</Chip>}
        </View>
        <View className="t14 quiet figure">{`${clockWords(row.servedAt, now)} · ${row.teamName}`}</View>
        {row.marks.length === 0 ? null : (
          <View className="t14 quiet">{row.marks.map((mark) => HOURS_MARK[mark]).join('、')}</View>
        )}
        {row.reason === undefined ? null : (
          <View className="t14 quiet">
            {[row.reason, ...(row.byName === undefined ? [] : [HOURS.by(row.byName)])].join(' · ')}
          </View>
        )}
        {standing === row.minutes ? null : (
          <View className="t14 quiet figure">{HOURS.corrected(hoursWords(row.minutes), hoursWords(standing))}</View>
        )}
      </View>
      <View className="t16 figure roster-name">
        {row.minutes < 0 ? `−${hoursWords(-row.minutes)}` : `${sign}${hoursWords(standing)}`}
      </View>
      {action}
    </View>
  );
};

import { View } from '@tarojs/components';
import { ancestorOf } from '@gongyi/shared/district/place';
import { listShifts } from '@gongyi/shared/volunteers/contract-shifts';
import { open, useLoad } from '../../platform';
import { Card, Chip, Press, spanWords } from '../../ui';
import { shiftSaid } from '../../volunteers/rows';
import { HOME } from './home-copy';

const SHOWN = 2;

/** 身边缺人手: the next shifts of the street where people are missing, open for signing up now. */
export const Missing = ({ compoundId, now }: { compoundId: string; now: number }) => {
  const placeId = ancestorOf(compoundId, 'street') ?? compoundId;
  const load = useLoad(listShifts, { params: { placeId }, query: { missing: 'yes', limit: 10 } });
  const rows = (load.value?.items ?? []).filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);
  // Those of one's own compound first, each in the order of time.
  const own = [...rows].sort((a, b) => Number(b.placeId === compoundId) - Number(a.placeId === compoundId));
  if (own.length === 0) return null;
  return (
    <Card title={HOME.missing}>
      {own.slice(0, SHOWN).map((row) => (
        <Press key={row.id} className="home-notice" onTap={() => open('volunteers/pages/shift/index', { id: row.id })}>
          <View className="grow">
            <View className="t16 two-lines">{row.title}</View>
            <View className="t14 quiet figure">{`${spanWords(row.startsAt, row.endsAt, now)} · ${row.placeName}`}</View>
          </View>
          <Chip tone="brand">{shiftSaid(row, now).words}</Chip>
        </Press>
      ))}
    </Card>
  );
};

import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { CompoundOverview, PartySeat } from '@gongyi/shared/command/contract';
import { callPhone } from '../../platform';
import { FourTable, PersonLine, Press, SIDES, Sheet } from '../../ui';
import type { Side } from '../../ui';
import { HOME } from './home-copy';

const seatOf = (seats: readonly PartySeat[], side: Side) => seats.find(({ party }) => party === side);
const fillOf = (seat: PartySeat | undefined) =>
  seat === undefined || seat.due === 0 ? undefined : seat.kept / seat.due;
const numbersOf = (seat: PartySeat | undefined) =>
  seat === undefined || seat.due === 0 ? '暂无' : `按时 ${String(seat.kept)}/${String(seat.due)}`;

const record = <T,>(of: (side: Side) => T): Record<Side, T> => ({
  'committee-of-residents': of('committee-of-residents'),
  'party-branch': of('party-branch'),
  'owners-committee': of('owners-committee'),
  'property-company': of('property-company'),
});

const Line = ({ name, seat, onTap }: { name: string; seat: PartySeat | undefined; onTap: () => void }) => (
  <Press className="hero-line" onTap={onTap}>
    <Text className="t16 hero-name">{name}</Text>
    <Text className="t14 figure grow">
      {seat?.organisation === undefined
        ? '暂无'
        : `在办 ${String(seat.open)}${seat.overdue > 0 ? ` · 超期 ${String(seat.overdue)}` : ''}`}
    </Text>
  </Press>
);

/** The table of four with its numbers beside it; a side opens who that is and what it has in hand. */
export const Hero = ({ overview }: { overview: CompoundOverview }) => {
  const [side, setSide] = useState<Side>();
  const { seats } = overview;
  const kept = seats.reduce((sum, seat) => sum + seat.kept, 0);
  const due = seats.reduce((sum, seat) => sum + seat.due, 0);
  const chosen = side === undefined ? undefined : seatOf(seats, side);
  const phone = chosen?.organisation?.phone;
  return (
    <View className="card hero">
      <View className="hero-table">
        <FourTable
          fills={record((each) => fillOf(seatOf(seats, each)))}
          numbers={record((each) => numbersOf(seatOf(seats, each)))}
          figure={due === 0 ? '暂无' : `${String(kept)}/${String(due)}`}
          caption={HOME.caption}
          onSide={setSide}
        />
      </View>
      <View className="grow hero-lines">
        {SIDES.map(({ party, name }) => (
          <Line key={party} name={name} seat={seatOf(seats, party)} onTap={() => setSide(party)} />
        ))}
      </View>
      <Sheet
        open={side !== undefined}
        title={SIDES.find(({ party }) => party === side)?.name ?? ''}
        onClose={() => setSide(undefined)}
      >
        {chosen?.organisation === undefined ? (
          <View className="t16">本小区还没有登记这一方。</View>
        ) : (
          <View className="stack">
            <PersonLine
              role={chosen.organisation.name}
              phone={phone}
              {...(phone === undefined ? {} : { onCall: () => callPhone(phone) })}
            />
            <View className="t16 figure">
              在办 {chosen.open} 件，其中超期 {chosen.overdue} 件
            </View>
            <View className="t16 figure">
              近 90 天:
              {chosen.due === 0
                ? '暂无到期的承诺'
                : `到期 ${String(chosen.due)} 件，按时办结 ${String(chosen.kept)} 件`}
            </View>
          </View>
        )}
      </Sheet>
    </View>
  );
};

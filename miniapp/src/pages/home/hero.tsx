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
/** Requests and the council's tasks together. */
const inHandOf = ({ open, overdue, tasks }: PartySeat): string =>
  HOME.seat.inHand(open + tasks.open, overdue + tasks.overdue);
/** How promises were kept; without any, what there is to do. */
const numbersOf = (seat: PartySeat | undefined): string => {
  if (seat === undefined) return HOME.seat.none;
  if (seat.due > 0) return HOME.seat.kept(seat.kept, seat.due);
  return seat.open + seat.tasks.open > 0 ? inHandOf(seat) : HOME.seat.none;
};
/** A body that holds two seats counts once. */
const bodies = (seats: readonly PartySeat[]): PartySeat[] =>
  seats.filter(
    ({ organisation }, at) =>
      organisation !== undefined && seats.findIndex((seat) => seat.organisation?.id === organisation.id) === at,
  );

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
      {seat === undefined || (seat.organisation === undefined && seat.tasks.open === 0)
        ? HOME.seat.none
        : inHandOf(seat)}
    </Text>
  </Press>
);

/** Who holds a seat, how to call them, and their service requests. */
const Holder = ({ seat: { organisation, standIn, open, overdue, kept, due } }: { seat: PartySeat }) => {
  if (organisation === undefined) return <View className="t16">{HOME.seat.empty}</View>;
  const { name, phone } = organisation;
  return (
    <>
      <PersonLine
        role={standIn ? HOME.seat.standIn(name) : name}
        phone={phone}
        {...(phone === undefined ? {} : { onCall: () => callPhone(phone) })}
      />
      <View className="t16 figure">{HOME.seat.requests(open, overdue)}</View>
      <View className="t16 figure">{HOME.seat.promises(kept, due)}</View>
    </>
  );
};

/** The table of four with its numbers beside it; a side opens who that is and what it has in hand. */
export const Hero = ({ overview }: { overview: CompoundOverview }) => {
  const [side, setSide] = useState<Side>();
  const { seats } = overview;
  const kept = bodies(seats).reduce((sum, seat) => sum + seat.kept, 0);
  const due = bodies(seats).reduce((sum, seat) => sum + seat.due, 0);
  const chosen = side === undefined ? undefined : seatOf(seats, side);
  return (
    <View className="card hero">
      <View className="hero-table">
        <FourTable
          fills={record((each) => fillOf(seatOf(seats, each)))}
          numbers={record((each) => numbersOf(seatOf(seats, each)))}
          figure={due === 0 ? HOME.seat.none : `${String(kept)}/${String(due)}`}
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
        {chosen === undefined ? null : (
          <View className="stack">
            <Holder seat={chosen} />
            {chosen.tasks.open === 0 ? null : (
              <View className="t16 figure">{HOME.seat.tasks(chosen.tasks.open, chosen.tasks.overdue)}</View>
            )}
          </View>
        )}
      </Sheet>
    </View>
  );
};

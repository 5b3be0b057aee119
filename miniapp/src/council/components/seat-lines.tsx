import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { speaksAs } from '@gongyi/shared/council/seats';
import type { Seat } from '@gongyi/shared/council/seats';
import { Chip } from '../../ui';
import { SESSION } from '../session-copy';
import { PartyName } from './party-name';
import './session.scss';

const answerWords = (answer: 'coming' | 'not-coming' | undefined): string =>
  answer === undefined ? SESSION.noAnswer : answer === 'coming' ? SESSION.coming : SESSION.notComing;

/** Everybody of one party: who has signed in and how, and what the others answered. */
const peopleOf = (view: SessionView, { party }: Seat): string[] => {
  const here = view.attendance.filter((one) => one.party === party);
  const came = here.map(
    ({ name, by }) => `${name} ${SESSION.signedIn}${by === 'chair' ? `（${SESSION.byChair}）` : ''}`,
  );
  const expected = view.delegates
    .filter((one) => one.party === party && !here.some(({ name }) => name === one.name))
    .map(({ name, answer, substitute }) =>
      [name, substitute ? `（${SESSION.substitute}）` : ' ', answerWords(answer)].join(''),
    );
  return [...came, ...expected];
};

const SeatLine = ({ view, seat }: { view: SessionView; seat: Seat }) => {
  const present = view.quorum.present.includes(speaksAs(view.seats, seat.party));
  const people = peopleOf(view, seat);
  return (
    <View className="seat" role="listitem">
      <View className="row wrap">
        <View className="grow">
          <PartyName party={seat.party} />
        </View>
        {seat.standIn ? <Chip>{SESSION.standIn}</Chip> : null}
        {seat.bodyId === undefined ? (
          <Chip>{SESSION.empty}</Chip>
        ) : (
          <Chip tone={present ? 'success' : 'plain'}>{present ? SESSION.signedIn : SESSION.notYet}</Chip>
        )}
      </View>
      {seat.bodyName === undefined ? null : <View className="t14 quiet">{seat.bodyName}</View>}
      {people.length === 0 ? null : <View className="t14">{people.join('、')}</View>}
    </View>
  );
};

/** The four seats with the words that go with the table: who holds them, who came, who is expected. */
export const SeatLines = ({ view }: { view: SessionView }) => (
  <View role="list">
    {view.seats.map((seat) => (
      <SeatLine key={seat.party} view={view} seat={seat} />
    ))}
  </View>
);

export const Observers = ({ view }: { view: SessionView }) =>
  view.observers.length === 0 ? null : (
    <View>
      <View className="t14 quiet">{SESSION.observers}</View>
      <View className="t16">{view.observers.map(({ name, from }) => `${from} ${name}`).join('、')}</View>
    </View>
  );

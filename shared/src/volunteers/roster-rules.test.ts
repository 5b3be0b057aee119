import type { SignUpState } from './kinds';
import { LISTED_WITHOUT_PLACE, entererSees, listed } from './roster-rules';
import type { Turn } from './roster-rules';

const turn = (state: SignUpState, ticket?: number, roleId = 'r1'): Turn => ({ slotId: 's1', roleId, state, ticket });
const many = (count: number, one: (index: number) => Turn): Turn[] =>
  Array.from({ length: count }, (_, index) => one(index));

describe('a leader’s list', () => {
  it('has who is here first, then who comes, who waits in their order, who gave up', () => {
    const states = listed([
      turn('cancelled'),
      turn('waiting', 2),
      turn('offered', 0),
      turn('waiting', 1),
      turn('placed'),
      turn('here'),
    ]).map(({ state, ticket }) => `${state} ${String(ticket)}`);
    expect(states).toEqual([
      'here undefined',
      'placed undefined',
      'offered 0',
      'waiting 1',
      'waiting 2',
      'cancelled undefined',
    ]);
  });

  it('leaves out nobody who holds a place, however many they are', () => {
    expect(listed(many(500, () => turn('placed')))).toHaveLength(500);
  });

  it('lists the first who wait, role by role, before who gave up', () => {
    const all = [
      ...many(130, () => turn('cancelled')),
      ...many(99, (index) => turn('waiting', 99 - index)),
      ...many(130, (index) => turn('waiting', 130 - index, 'r2')),
    ];
    const [first, second] = ['r1', 'r2'].map((roleId) => listed(all).filter((one) => one.roleId === roleId));
    expect(first).toHaveLength(LISTED_WITHOUT_PLACE);
    expect(first?.filter(({ state }) => state === 'waiting')).toHaveLength(99);
    expect(second?.map(({ ticket }) => ticket)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });
});

it('shows who only enters others whom they entered, and who has no account', () => {
  const seen = (byId: string, recorded: boolean): boolean => entererSees({ byId, recorded }, 'steward');
  expect([seen('steward', false), seen('leader', true), seen('leader', false)]).toEqual([true, true, false]);
});

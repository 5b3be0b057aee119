import { byDue } from './needs';

it('puts what is late before what is due later, and what has no date last, the longest waiting first', () => {
  const waiting = { id: 'waits since long', since: 5 };
  const late = { id: 'late', dueAt: 100 };
  const items = [{ id: 'waits', since: 50 }, { id: 'later', dueAt: 900 }, waiting, late];
  expect(items.sort(byDue).map(({ id }) => id)).toEqual(['late', 'later', 'waits since long', 'waits']);
});

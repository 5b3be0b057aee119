import { reservedOf } from './topic-matters';

it('holds to the kind of a topic whatever its words say', () => {
  expect(reservedOf('fund-raising', '一件小事')).toBe('fund-raising');
  expect(reservedOf('common-affairs', '一件小事', undefined)).toBeUndefined();
  expect(reservedOf('common-affairs', '续筹维修资金')).toBe('fund-raising');
});

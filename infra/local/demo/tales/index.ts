import type { DemoSize } from '../plan-places';
import { FIXED_TALES } from './fixed';
import { OPEN_TALES } from './open';
import { RECENT_TALES } from './recent';
import { PHONE_ORDER_TALES } from './phone-orders';
import { ROUTINE_TALES } from './routine';
import type { Tale } from './tale';

/** The small demonstration has no sample rolls, and so nobody calls from those compounds. */
export const talesOf = (size: DemoSize): readonly Tale[] => [
  ...FIXED_TALES,
  ...OPEN_TALES,
  ...RECENT_TALES,
  ...(size === 'full' ? [...PHONE_ORDER_TALES, ...ROUTINE_TALES] : []),
];

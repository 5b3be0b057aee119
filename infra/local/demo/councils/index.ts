import type { DemoSize } from '../plan-places';
import { BARE_TALES, bareSessionTale } from './bare';
import type { CouncilTale } from './council-tale';
import { FAILED_TALE } from './failed';
import { GATHERING_TALES } from './gathering';
import { CALLED_TALE, NOTICE_TALE } from './on-its-way';
import { IN_FORCE_TALE } from './in-force';

/** In the small demonstration the compound without a company lies in another community, which has no convener. */
export const councilTalesOf = (size: DemoSize): readonly CouncilTale[] => [
  IN_FORCE_TALE,
  NOTICE_TALE,
  CALLED_TALE,
  FAILED_TALE,
  ...GATHERING_TALES,
  ...BARE_TALES,
  ...(size === 'full' ? [bareSessionTale] : []),
];

import { CATEGORIES } from '@gongyi/shared/requests/category';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { STATUS } from './copy';

/** What is read where a public request is forwarded: the compound, what it is, how it stands; nobody's name, no home. */
export const shareTitle = (view: Pick<RequestView, 'category' | 'status' | 'placeName'>): string =>
  `${view.placeName.split(' ')[0] ?? ''} ${CATEGORIES[view.category].name}：${STATUS[view.status].words}`;

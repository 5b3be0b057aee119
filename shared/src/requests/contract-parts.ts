import * as z from 'zod/mini';
import { Id } from '../kernel/schema';
import { CATEGORY_KEYS } from './category';

export const ById = z.object({ requestId: Id });
/** Photos handed in with words: nine at most. */
export const Photos = z._default(z.array(Id).check(z.maxLength(9)), []);
export const CategoryKey = z.enum(CATEGORY_KEYS);

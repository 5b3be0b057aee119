import { beginUpload as beginUploadRoute } from '@gongyi/shared/media/contract';
import { on } from '../platform/router';
import type { Bound } from '../platform/router';
import { beginUpload } from './begin-upload';

export const mediaRoutes: readonly Bound[] = [on(beginUploadRoute, beginUpload)];

import type { JobKind } from '../platform/jobs';
import { tellOwnersJob } from './tell-owners-job';

export const noticeJobs: readonly JobKind[] = [tellOwnersJob];

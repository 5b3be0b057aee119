import type { JobKind } from '../platform/jobs';
import { importRollJob } from './import-roll-job';

/** The district's long work. */
export const districtJobs: readonly JobKind[] = [importRollJob];

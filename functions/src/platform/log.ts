import { Logger } from '@aws-lambda-powertools/logger';

/** One logger. Nothing personal goes in: ids, codes and durations only, never words, names or numbers. */
export const log = new Logger({ serviceName: 'gongyi' });

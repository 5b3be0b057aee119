/**
 * The seven functions with the limits they have in the cloud. `concurrency` is this machine's: enough to race
 * with, few enough for two cores.
 */
export const FUNCTIONS = {
  api: { timeoutMs: 29_000, memoryMb: 1024, concurrency: 6 },
  ballots: { timeoutMs: 29_000, memoryMb: 1024, concurrency: 4 },
  'wechat-callback': { timeoutMs: 10_000, memoryMb: 256, concurrency: 2 },
  stream: { timeoutMs: 60_000, memoryMb: 512, concurrency: 4 },
  jobs: { timeoutMs: 90_000, memoryMb: 1024, concurrency: 2 },
  'ballots-work': { timeoutMs: 90_000, memoryMb: 1024, concurrency: 4 },
  schedule: { timeoutMs: 60_000, memoryMb: 512, concurrency: 2 },
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

/** The Lambda functions: one bundle each under `functions/dist/<name>`, all exporting `handler`. */
export const FUNCTION_NAMES = [
  'api',
  'ballots',
  'wechat-callback',
  'stream',
  'schedule',
  'jobs',
  'ballots-work',
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

interface FunctionSpec {
  readonly does: string;
  /** MB; CPU grows with it. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

export const FUNCTION_SPECS: Readonly<Record<FunctionName, FunctionSpec>> = {
  // 29 s is where API Gateway gives up; a function running on would only burn money.
  api: { does: 'Answers everything under /api', memory: 1024, timeout: 29 },
  ballots: {
    does: 'Answers everything under /api/ballots: casting, papers, receipts, the log',
    memory: 1024,
    timeout: 29,
  },
  // WeChat sends again after 5 s; what comes late is still worth finishing, and the repeat changes nothing.
  'wechat-callback': { does: 'Takes events that WeChat posts', memory: 512, timeout: 10 },
  stream: { does: 'Reacts to changes: lists, notices, figures, content checks', memory: 1024, timeout: 60 },
  schedule: { does: 'Minute ticks: deadlines, content checks, terms of role grants', memory: 512, timeout: 60 },
  // Shorter than a job's lease, so that a run cut off here never overlaps the next.
  jobs: { does: 'Advances long work step by step', memory: 2048, timeout: 90 },
  // Alone opens what was chosen, with a right that no function people call has.
  'ballots-work': { does: 'Opens, logs, closes and counts owners’ votes step by step', memory: 1024, timeout: 90 },
};

/** Who hears which tick of the clock. Jobs advance with their own rights, not the clock's. */
export const TASKS = {
  deadlines: 'schedule',
  'content-checks': 'schedule',
  grants: 'schedule',
  jobs: 'jobs',
  ballots: 'ballots-work',
} as const satisfies Record<string, FunctionName>;

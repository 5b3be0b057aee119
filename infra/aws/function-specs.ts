/** The Lambda functions: one bundle each under `functions/dist/<name>`, all exporting `handler`. */
export const FUNCTION_NAMES = ['api', 'wechat-callback', 'stream', 'schedule', 'jobs'] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

export interface FunctionSpec {
  readonly does: string;
  /** MB; CPU grows with it. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

export const FUNCTION_SPECS: { readonly [N in FunctionName]: FunctionSpec } = {
  // 29 s is where API Gateway gives up; a function running on would only burn money.
  api: { does: 'Answers everything under /api', memory: 1024, timeout: 29 },
  // WeChat waits 5 s and then sends again.
  'wechat-callback': { does: 'Takes events that WeChat posts', memory: 512, timeout: 5 },
  stream: { does: 'Reacts to changes: lists, notices, figures, content checks', memory: 1024, timeout: 60 },
  schedule: { does: 'Minute ticks: deadlines, content checks, terms of role grants', memory: 512, timeout: 55 },
  // A step is at most 60 s; the rest is for loading a spreadsheet before the first step.
  jobs: { does: 'Advances long work step by step', memory: 2048, timeout: 120 },
};

/** Who hears which tick of the clock. Jobs advance with their own rights, not the clock's. */
export const TASKS = {
  deadlines: 'schedule',
  'content-checks': 'schedule',
  grants: 'schedule',
  jobs: 'jobs',
} as const satisfies Record<string, FunctionName>;

import * as z from 'zod/mini';

const Env = z.object({
  TABLE_NAME: z.string(),
  BUCKET_NAME: z.string(),
  DATA_KEY_ID: z.string(),
  MAC_KEY_ID: z.string(),
  BALLOT_KEY_ID: z.string(),
  LOG_KEY_ID: z.string(),
  WECHAT_SECRET_ID: z.string(),
  WECHAT_API_BASE: z._default(z.url(), 'https://api.weixin.qq.com'),
  PUBLIC_BASE_URL: z.url(),
  STAGE: z._default(z.string(), 'production'),
  /** Calls one person may make a minute on one instance before 429. */
  CALLS_PER_MINUTE: z._default(z.coerce.number(), 600),
});
export type Env = z.output<typeof Env>;

let parsed: Env | undefined;

/** The functions' environment, parsed once; throws a readable error naming what is missing. */
export const env = (): Env => {
  if (parsed) return parsed;
  const result = z.safeParse(Env, process.env);
  if (!result.success) {
    throw new Error(`environment incomplete: ${result.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  }
  parsed = result.data;
  return parsed;
};

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { openClock } from './clock/clock';
import { untilSettled } from './system/settle';

/** A message that WeChat would have shown on a phone. */
const SentMessage = z.object({
  msgId: z.string(),
  openid: z.string(),
  template: z.string(),
  page: z.string(),
  data: z.record(z.string(), z.string()),
  at: z.number(),
});
export type SentMessage = z.output<typeof SentMessage>;

const Addresses = z.object({
  appUrl: z.string(),
  apiUrl: z.string(),
  wechatUrl: z.string(),
  s3Url: z.string(),
  tableUrl: z.string(),
  operatorEnv: z.record(z.string(), z.string()),
});
type Addresses = z.output<typeof Addresses>;
const Ready = z.object({ ready: Addresses });
const Time = z.object({ now: z.number(), shiftMs: z.number() });
const Code = z.object({ code: z.string() });

export interface BootSpec {
  /** Kept when given, so that a test can start again on it; a temporary one otherwise, removed by `stop`. */
  readonly stateDir?: string;
  /** `false` (the default) starts on an empty table, `'small'` with a few compounds, `true` with the district. */
  readonly seed?: boolean | 'small';
  /** Build what changed first; the default. `false` trusts what is in `dist`. */
  readonly build?: boolean;
  /** A free one unless given; the stand-ins' lies beside it. */
  readonly port?: number;
  /** Begins so far behind the machine's time, for what takes days to be lived through first. */
  readonly behindMs?: number;
  /** Hears the system's lines. */
  readonly log?: (line: string) => void;
}

export interface LocalSystem extends Addresses {
  readonly stateDir: string;
  readonly clock: {
    readonly now: () => Promise<number>;
    /** Moves time on by `ms`; resolves when the schedule's rules have run in the new time. */
    readonly shift: (ms: number) => Promise<void>;
  };
  /** Messages sent, newest first. */
  readonly outbox: (openid?: string) => Promise<readonly SentMessage[]>;
  /** What `wx.login` gives on the phone of an account. */
  readonly loginCode: (openid: string) => Promise<string>;
  /** What the phone button gives. */
  readonly phoneCode: (openid: string, phone: string) => Promise<string>;
  /** POSTs to the stand-ins' origin: `/demo/grant`, `/demo/mark`, `/phone/scan` …; rejects unless answered 2xx. */
  readonly control: (path: string, fields: object) => Promise<unknown>;
  /** Resolves once stream, jobs and media checks have nothing left to do. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would; the state folder stays. */
  readonly kill: () => Promise<void>;
}

const START = fileURLToPath(new URL('./start.ts', import.meta.url));

const seedName = (seed: BootSpec['seed']): string => (seed === true ? 'demo' : seed === 'small' ? 'small' : 'none');

const spawnSystem = async (spec: BootSpec, stateDir: string) => {
  const child = fork(START, [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      // Jest's own settings are no business of the system's.
      NODE_OPTIONS: '',
      NODE_ENV: '',
      PORT: String(spec.port ?? 0),
      STATE_DIR: stateDir,
      SEED: seedName(spec.seed),
      SKIP_BUILD: spec.build === false ? '1' : '',
    },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-10_000);
      for (const line of text.split('\n').filter(Boolean)) spec.log?.(line);
    });
  }
  const ready = await new Promise<Addresses>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(Ready.parse(message).ready);
    });
    child.once('exit', () => {
      reject(new Error(`the local system did not start:\n${words}`));
    });
  });
  return { child, ready, lastWords: () => words };
};

/** Starts the local system in a process of its own, on free ports, as `npm start` does. */
export const bootLocalSystem = async (spec: BootSpec = {}): Promise<LocalSystem> => {
  const stateDir = spec.stateDir ?? (await mkdtemp(join(tmpdir(), 'gongyi-')));
  if (spec.behindMs !== undefined) await openClock(join(stateDir, 'clock.json'), -spec.behindMs);
  const { child, ready, lastWords } = await spawnSystem(spec, stateDir);
  // Its callers only see that nobody answers any more.
  const endedByItself = (code: number | null, signal: string | null): void => {
    process.stderr.write(`the local system ended by itself (${signal ?? String(code)}):\n${lastWords()}\n`);
  };
  child.once('exit', endedByItself);

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.off('exit', endedByItself);
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
  };
  const asked = async (answer: Response): Promise<unknown> => {
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${answer.url} answered ${String(answer.status)}: ${JSON.stringify(body)}`);
    return body;
  };
  const get = async (path: string): Promise<unknown> => asked(await fetch(ready.wechatUrl + path));
  const control = async (path: string, fields: object): Promise<unknown> =>
    asked(
      await fetch(ready.wechatUrl + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      }),
    );
  return {
    ...ready,
    stateDir,
    clock: {
      now: async () => Time.parse(await get('/clock.json')).now,
      shift: async (ms) => {
        await control('/clock', { advanceMs: ms });
      },
    },
    outbox: async (openid) => {
      const query = openid === undefined ? '' : `?openid=${encodeURIComponent(openid)}`;
      return z.object({ items: z.array(SentMessage) }).parse(await get(`/outbox.json${query}`)).items;
    },
    loginCode: async (openid) => Code.parse(await control('/demo/login-code', { openid })).code,
    phoneCode: async (openid, phone) => Code.parse(await control('/demo/phone-code', { openid, phone })).code,
    control,
    settle: () => untilSettled(() => control('/settle', {})),
    stop: async () => {
      await end('SIGTERM');
      if (spec.stateDir === undefined) await rm(stateDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
};

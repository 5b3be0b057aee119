import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock/clock';
import { openClock } from '../clock/clock';
import { awsServices } from '../aws-services/handler';
import { clockRoutes } from '../control/clock';
import { standInHandler } from '../control/handler';
import { outboxRoutes } from '../control/outbox';
import type { Call } from '../control/routes';
import { startEngine } from '../engine/engine';
import { createTable } from '../engine/table';
import { gateway } from '../gateway/gateway';
import { sendJson } from '../http/reply';
import { serve } from '../http/serve';
import { openKeys } from '../kms/keys';
import { kmsService } from '../kms/service';
import type { FunctionName } from '../lambda/functions';
import { miniProgram } from '../phone/mini-program';
import { demoPeople } from '../phone/people';
import { phoneRoutes } from '../phone/routes';
import { s3Handler } from '../s3/handler';
import { openStore } from '../s3/store';
import { startSchedule } from '../schedule/schedule';
import { secretsService } from '../secrets/service';
import type { Consumer } from '../stream/consumer';
import { startMapping } from '../stream/mapping';
import type { MappingName } from '../stream/mapping';
import { dynamoStream } from '../stream/source';
import { openApp } from '../wechat/app';
import { openMemory } from '../wechat/memory';
import { wechat as startWechat } from '../wechat/wechat';
import { openCredentials } from './credentials';
import type { Addresses } from './environment';
import { BUCKET, functionEnvironment, KEY_IDS, SECRET_ID, TABLE } from './environment';
import { startFunctions } from './functions';
import { portBeside } from './ports';
import { settledSoon, settler } from './settle';
import { openShutdown } from './shutdown';
import { openRecorder } from './recorder';

export interface SystemSpec {
  readonly stateDir: string;
  /** The app's port; 0 takes any free one. */
  readonly port: number;
  readonly builtFunctions: string;
  readonly builtWeb: string;
  /** Where a new clock begins, in milliseconds from the machine's time. */
  readonly firstShiftMs?: number;
  /** Where to write down which calls each function makes; not written down if left out. */
  readonly recordCalls?: string;
  /** Told of faults in the stand-ins and of records given up: things to look into, none that ends the system. */
  readonly report: (fault: unknown) => void;
}

export interface System {
  readonly appUrl: string;
  readonly wechatUrl: string;
  readonly s3Url: string;
  readonly tableUrl: string;
  readonly clock: Clock;
  /** What an operator's tool needs to reach the table, the keys and the secrets. */
  readonly operatorEnv: Readonly<Record<string, string>>;
  /** Resolves once nothing is under way any more: stream, jobs and media checks. */
  readonly settle: () => Promise<void>;
  /** Resolves with its last words if the engine ends by itself. */
  readonly engineEnded: Promise<string>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole system on this machine: engine, stand-ins, functions, gateway, stream, schedule; in the order
 * in which they need each other, and ended the other way round. Whatever fails to start ends what had started.
 */
export const startSystem = async (spec: SystemSpec): Promise<System> => {
  const shutdown = openShutdown();
  try {
    return await start(spec, shutdown);
  } catch (fault) {
    await shutdown.run();
    throw fault;
  }
};

const start = async (spec: SystemSpec, shutdown: ReturnType<typeof openShutdown>): Promise<System> => {
  const { stateDir, report } = spec;
  const file = (name: string): string => join(stateDir, name);
  await mkdir(stateDir, { recursive: true });
  const clock = await openClock(file('clock.json'), spec.firstShiftMs);
  const { now } = clock;
  const credentials = await openCredentials(file('credentials.json'));

  const engine = await startEngine(file('table'));
  shutdown.add(engine.stop);
  const { streamArn } = await createTable(engine.endpoint, TABLE);

  const bucket = await openStore(file(join('s3', BUCKET)), now);
  const s3Judge = { credentials, service: 's3', now };
  const s3 = await serve(s3Handler(new Map([[BUCKET, bucket]]), s3Judge), await portBeside(spec.port, 2), report);
  shutdown.add(s3.close);

  const memory = await openMemory(file('wechat.json'));
  const app = await openApp(file('wechat-app.json'));
  const keys = await openKeys(file('kms.json'), {
    [KEY_IDS.data]: 'SYMMETRIC_DEFAULT',
    [KEY_IDS.mac]: 'HMAC_256',
    [KEY_IDS.ballot]: 'SYMMETRIC_DEFAULT',
    [KEY_IDS.log]: 'ECC_NIST_EDWARDS25519',
  });
  const secrets = secretsService(new Map([[SECRET_ID, JSON.stringify(app)]]));
  const services = await serve(awsServices([kmsService(keys), secrets], { credentials, now }), 0, report);
  shutdown.add(services.close);

  // The gateway's address goes into the functions' environment, so it listens first and is given its parts after.
  const open: { answer?: ReturnType<typeof gateway> } = {};
  const front = await serve(
    async (request, response) => {
      if (open.answer === undefined) sendJson(response, { message: 'starting' }, 503);
      else await open.answer(request, response);
    },
    spec.port,
    report,
  );
  shutdown.add(front.close);

  const server = startWechat({ memory, app, callback: `${front.origin}/api/wechat/callback`, now });
  let settle = (): Promise<void> => Promise.resolve();
  const names = async (): Promise<(openid: string) => string> => {
    const people = new Map((await demoPeople(stateDir)).map(({ openid, name }) => [openid, name]));
    return (openid) => people.get(openid) ?? openid;
  };
  const routes = {
    ...clockRoutes(clock),
    ...outboxRoutes(server, names),
    ...phoneRoutes({ wechat: server, miniProgram: miniProgram(server, `${front.origin}/api`), stateDir }),
    'POST /settle': async ({ response }: Call) => {
      sendJson(response, await settledSoon(settle));
    },
  };
  const wechat = await serve(standInHandler(server, routes), await portBeside(spec.port, 1), report);
  shutdown.add(wechat.close);
  shutdown.add(memory.saved);

  const at = {
    app: front.origin,
    table: engine.endpoint,
    s3: s3.origin,
    services: services.origin,
    wechat: wechat.origin,
  };
  const recorder = spec.recordCalls === undefined ? undefined : openRecorder(spec.recordCalls, report);
  if (recorder !== undefined) shutdown.add(recorder.close);
  const atOf = async (name: FunctionName): Promise<Addresses> => (await recorder?.between(name, at)) ?? at;
  const addresses = {
    api: await atOf('api'),
    ballots: await atOf('ballots'),
    'wechat-callback': await atOf('wechat-callback'),
    stream: await atOf('stream'),
    jobs: await atOf('jobs'),
    schedule: await atOf('schedule'),
    'ballots-work': await atOf('ballots-work'),
  };
  const functions = startFunctions(spec.builtFunctions, stateDir, addresses, credentials, clock.shared);
  shutdown.add(functions.stop);
  const { api, ballots, jobs, schedule, stream, 'ballots-work': ballotsWork } = functions.all;
  open.answer = gateway({
    api,
    ballots,
    callback: functions.all['wechat-callback'],
    webFolder: spec.builtWeb,
    clock,
  });
  api.warm();
  stream.warm();

  const streamEnd = new AbortController();
  const mapping = (name: MappingName, fn: typeof stream): Promise<Consumer> =>
    startMapping({
      name,
      fn,
      source: dynamoStream(engine.endpoint, streamArn),
      path: file(`${name}.checkpoint.json`),
      failures: bucket,
      clock,
      signal: streamEnd.signal,
      report,
    });
  const consumers = [
    await mapping('stream', stream),
    await mapping('jobs', jobs),
    await mapping('ballots-work', ballotsWork),
  ];
  shutdown.add(async () => {
    streamEnd.abort();
    await Promise.all(consumers.map(({ ended }) => ended));
  });
  settle = settler(consumers, server.media.idle);
  const rules = startSchedule({ targets: { schedule, jobs, 'ballots-work': ballotsWork }, clock, report });
  shutdown.add(() => {
    rules.stop();
    return Promise.resolve();
  });
  server.media.resume();

  return {
    appUrl: front.origin,
    wechatUrl: wechat.origin,
    s3Url: s3.origin,
    tableUrl: engine.endpoint,
    clock,
    operatorEnv: functionEnvironment('operator', 512, at, credentials),
    settle,
    engineEnded: engine.ended,
    stop: shutdown.run,
  };
};

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsServices } from './aws-services/handler';
import { withEngine } from './engine/for-tests';
import type { TestTable } from './engine/for-tests';
import { serve } from './http/serve';
import type { Handler, Served } from './http/serve';
import { openKeys } from './kms/keys';
import { kmsService } from './kms/service';
import { s3Handler } from './s3/handler';
import { openStore } from './s3/store';
import { secretsService } from './secrets/service';
import { openApp } from './wechat/app';
import { wechatHandler } from './wechat/handler';
import { openMemory } from './wechat/memory';
import { wechat } from './wechat/wechat';
import type { Wechat } from './wechat/wechat';

export interface TestServices extends TestTable {
  /** WeChat's server; `login` and `givePhone` are what a person's phone does. */
  readonly wechat: Wechat;
}

const NO_CALLBACK = 'http://127.0.0.1:9/callback';
const fail = (fault: unknown): never => {
  throw fault;
};

/** The bucket and what is beside it, when a test needs files. */
const serveFiles = async (folder: string): Promise<Served> => {
  const now = (): number => Date.now();
  const judge = { credentials: { accessKeyId: 'test', secretAccessKey: 'test' }, service: 's3', now };
  return serve(s3Handler(new Map([['test', await openStore(folder, now)]]), judge), 0, fail);
};

/**
 * For tests of use cases: an engine with a table, KMS, Secrets Manager, files and WeChat on loopback, found by
 * the product code through its environment. Call it at the top of a test file. `callback` takes what WeChat
 * pushes; without one pushes go nowhere.
 */
export const withServices = (options: { readonly callback?: Handler } = {}): TestServices => {
  const table = withEngine();
  let folder = '';
  let server: Wechat | undefined;
  let saved = (): Promise<void> => Promise.resolve();
  const served: Served[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'services-'));
    const app = await openApp(join(folder, 'app.json'));
    const memory = await openMemory(join(folder, 'memory.json'));
    saved = memory.saved;
    const pushed = options.callback === undefined ? undefined : await serve(options.callback, 0, fail);
    const callback = pushed === undefined ? NO_CALLBACK : `${pushed.origin}/api/wechat/callback`;
    const made = wechat({ memory, app, callback, now: () => Date.now() });
    server = made;
    const keys = await openKeys(join(folder, 'keys.json'), {
      data: 'SYMMETRIC_DEFAULT',
      mac: 'HMAC_256',
      ballot: 'SYMMETRIC_DEFAULT',
      log: 'ECC_NIST_EDWARDS25519',
    });
    const services = [kmsService(keys), secretsService(new Map([['wechat', JSON.stringify(app)]]))];
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const aws = await serve(awsServices(services, { credentials, now: () => Date.now() }), 0, fail);
    const answer = wechatHandler(made);
    const wx = await serve((request, response) => answer(request, response).then(() => undefined), 0, fail);
    const files = await serveFiles(join(folder, 'files'));
    served.push(aws, wx, files, ...(pushed === undefined ? [] : [pushed]));
    Object.assign(process.env, {
      BUCKET_NAME: 'test',
      DATA_KEY_ID: 'data',
      MAC_KEY_ID: 'mac',
      BALLOT_KEY_ID: 'ballot',
      LOG_KEY_ID: 'log',
      WECHAT_SECRET_ID: 'wechat',
      WECHAT_API_BASE: wx.origin,
      PUBLIC_BASE_URL: 'http://127.0.0.1:8311',
      AWS_ENDPOINT_URL_KMS: aws.origin,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.origin,
      AWS_ENDPOINT_URL_S3: files.origin,
    });
  }, 30_000);
  afterAll(async () => {
    await server?.media.idle();
    await Promise.all(served.map((each) => each.close()));
    await saved();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    tableName: table.tableName,
    get endpoint() {
      return table.endpoint;
    },
    get wechat() {
      if (server === undefined) throw new Error('services start in beforeAll; use them inside a test');
      return server;
    },
  };
};

import { keys } from '@gongyi/functions/platform/table-shape';
import type { PREFIX, TABLE_SHAPE } from '@gongyi/functions/platform/table-shape';
import type { FunctionName } from './function-specs';

/**
 * What each function may do, and nothing more. The one list to change when a slice needs another right;
 * `grants.ts` makes statements of it, `policy-check.ts` judges calls by them.
 */
type PrefixName = keyof typeof PREFIX;
export type IndexName = (typeof TABLE_SHAPE)['indexes'][number]['name'];

export const READ_ACTIONS = ['GetItem', 'BatchGetItem', 'Query'] as const;
export const WRITE_ACTIONS = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'] as const;

/**
 * Folders of the media bucket: `incoming/` holds uploads and is emptied after a day, `media/` what was kept,
 * `imports/` the sheets of roll imports, emptied after thirty days; `exports/` lists taken out, after a day.
 */
type MediaFolder = 'incoming/' | 'media/' | 'imports/' | 'exports/';

export interface FunctionRights {
  /** Prefixes of partition keys it reads; what it writes it may also read. */
  readonly reads: readonly PrefixName[];
  readonly writes: readonly PrefixName[];
  readonly indexes: readonly IndexName[];
  readonly media: Readonly<Partial<Record<'GetObject' | 'PutObject' | 'DeleteObject', readonly MediaFolder[]>>>;
  /** Asks whether a file was uploaded: without the right to list, S3 answers 403 and not 404. */
  readonly mediaAbsence: boolean;
  /** Opening and sealing personal fields with the data key. */
  readonly dataKey: readonly ('GenerateDataKey' | 'Decrypt')[];
  /** Keyed hashes of phones, codes and tokens. */
  readonly macKey: boolean;
  /** The WeChat app's secret. */
  readonly wechatSecret: boolean;
  /** Consumes the table's stream, and so writes what fails for good into the failure bucket. */
  readonly stream: boolean;
}

/** The WeChat access token lies sealed under a lease, so whoever asks WeChat needs these three together. */
const ASKS_WECHAT = { dataKey: ['GenerateDataKey', 'Decrypt'], wechatSecret: true } as const;

export const FUNCTION_RIGHTS: Readonly<Record<FunctionName, FunctionRights>> = {
  api: {
    reads: ['owner', 'roll', 'figure', 'access'],
    writes: [
      'person',
      'phone',
      'signIn',
      'scan',
      'place',
      'list',
      'organisation',
      'served',
      'code',
      'claims',
      'members',
      'request',
      'media',
      'inbox',
      'job',
      'rate',
      'lease',
      'import',
      'template',
      'access',
      'topic',
      'session',
      'rules',
    ],
    indexes: ['queue'],
    media: {
      PutObject: ['incoming/', 'imports/', 'exports/'],
      GetObject: ['incoming/', 'media/', 'imports/', 'exports/'],
    },
    mediaAbsence: true,
    macKey: true,
    stream: false,
    ...ASKS_WECHAT,
  },
  'wechat-callback': {
    reads: [],
    writes: ['check', 'media'],
    indexes: [],
    media: {},
    mediaAbsence: false,
    dataKey: [],
    macKey: false,
    wechatSecret: true,
    stream: false,
  },
  stream: {
    reads: ['organisation', 'served', 'roll', 'owner', 'phone'],
    // Homes are matched when a roll names their owners, and a deleted account is cleared away.
    writes: [
      'person',
      'place',
      'claims',
      'members',
      'access',
      'request',
      'list',
      'inbox',
      'counted',
      'figure',
      'media',
      'check',
      'lease',
      'topic',
      'session',
    ],
    indexes: [],
    // A photo is copied out of the folder its form can write to, and WeChat is given an address to read the copy.
    media: { GetObject: ['incoming/', 'media/'], PutObject: ['media/'] },
    mediaAbsence: false,
    macKey: false,
    stream: true,
    ...ASKS_WECHAT,
  },
  schedule: {
    reads: ['organisation', 'served'],
    writes: ['request', 'topic', 'session', 'media', 'check', 'lease'],
    indexes: ['due'],
    media: { GetObject: ['incoming/', 'media/'], PutObject: ['media/'] },
    mediaAbsence: false,
    macKey: false,
    stream: false,
    ...ASKS_WECHAT,
  },
  jobs: {
    reads: [],
    writes: ['job', 'import', 'roll', 'owner', 'place', 'lease'],
    indexes: ['due'],
    media: { GetObject: ['imports/'] },
    mediaAbsence: false,
    dataKey: ['GenerateDataKey'],
    macKey: true,
    wechatSecret: false,
    stream: true,
  },
};

const prefixOf = (pk: string): string => pk.slice(0, pk.indexOf('#') + 1);

/** What partition keys of the indexes begin with: there `dynamodb:LeadingKeys` speaks of the index's own key. */
export const INDEX_PREFIX: Readonly<Record<IndexName, string>> = {
  queue: prefixOf(keys.queueOf('')),
  due: prefixOf(keys.due('', 0, '').duePk),
};

import { PREFIX, keys } from '@gongyi/functions/platform/table-shape';
import type { TABLE_SHAPE } from '@gongyi/functions/platform/table-shape';
import type { FunctionName } from './function-specs';

/**
 * What each function may do, and nothing more. The one list to change when a slice needs another right;
 * `grants.ts` makes statements of it, `policy-check.ts` judges calls by them.
 */
export type PrefixName = keyof typeof PREFIX;
export type IndexName = (typeof TABLE_SHAPE)['indexes'][number]['name'];

export const READ_ACTIONS = ['GetItem', 'BatchGetItem', 'Query'] as const;
export const WRITE_ACTIONS = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'] as const;
export type TableAction = (typeof READ_ACTIONS)[number] | (typeof WRITE_ACTIONS)[number];

/** Folders of the media bucket. `incoming/` holds uploads nobody has claimed yet; they vanish after a day. */
export const MEDIA_FOLDERS = ['incoming/', 'media/', 'imports/', 'exports/'] as const;
type MediaFolder = (typeof MEDIA_FOLDERS)[number];

export interface FunctionRights {
  /** Prefixes of partition keys it reads; what it writes it may also read. */
  readonly reads: readonly PrefixName[];
  readonly writes: readonly PrefixName[];
  readonly indexes: readonly IndexName[];
  readonly media: Readonly<Partial<Record<'GetObject' | 'PutObject' | 'DeleteObject', readonly MediaFolder[]>>>;
  /** Opening and sealing personal fields with the data key. */
  readonly dataKey: readonly ('GenerateDataKey' | 'Decrypt')[];
  /** Keyed hashes of phones, codes and tokens. */
  readonly macKey: boolean;
  /** The WeChat app's secret. */
  readonly wechatSecret: boolean;
  /** Consumes the table's stream, and so writes what fails for good into the failure bucket. */
  readonly stream: boolean;
}

export const FUNCTION_RIGHTS: { readonly [N in FunctionName]: FunctionRights } = {
  api: {
    reads: ['owner', 'roll', 'list', 'figure', 'check'],
    writes: [
      'person',
      'wechat',
      'scan',
      'place',
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
    ],
    indexes: ['queue'],
    media: {
      PutObject: ['incoming/', 'imports/', 'media/'],
      GetObject: ['incoming/', 'media/', 'imports/', 'exports/'],
    },
    dataKey: ['GenerateDataKey', 'Decrypt'],
    macKey: true,
    wechatSecret: true,
    stream: false,
  },
  'wechat-callback': {
    reads: ['request'],
    writes: ['check', 'media', 'wechat'],
    indexes: [],
    media: {},
    dataKey: [],
    macKey: false,
    wechatSecret: true,
    stream: false,
  },
  stream: {
    reads: ['person', 'place', 'organisation', 'served', 'members', 'wechat'],
    writes: ['request', 'list', 'inbox', 'counted', 'figure', 'media', 'check', 'lease'],
    indexes: [],
    // The content check is given a signed address to read the photo from.
    media: { GetObject: ['media/', 'incoming/'] },
    dataKey: [],
    macKey: false,
    wechatSecret: true,
    stream: true,
  },
  schedule: {
    reads: ['organisation', 'served', 'members', 'place'],
    writes: ['request', 'media', 'check', 'person', 'lease'],
    indexes: ['due'],
    media: {},
    dataKey: [],
    macKey: false,
    wechatSecret: false,
    stream: false,
  },
  jobs: {
    reads: ['organisation'],
    writes: ['job', 'import', 'roll', 'owner', 'place', 'lease'],
    indexes: ['due'],
    media: { GetObject: ['imports/', 'incoming/'], PutObject: ['exports/'] },
    dataKey: ['GenerateDataKey', 'Decrypt'],
    macKey: true,
    wechatSecret: false,
    stream: true,
  },
};

const prefixOf = (pk: string): string => pk.slice(0, pk.indexOf('#') + 1);

/** What partition keys of the indexes begin with: there `dynamodb:LeadingKeys` speaks of the index's own key. */
export const INDEX_PREFIX: { readonly [N in IndexName]: string } = {
  queue: prefixOf(keys.queueOf('')),
  due: prefixOf(keys.due('', 0, '').duePk),
};

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
export const WRITE_ACTIONS = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'BatchWriteItem'] as const;

/**
 * Folders of the media bucket: `incoming/` holds uploads and is emptied after a day, `media/` what was kept,
 * `imports/` the sheets of roll imports, emptied after thirty days; `exports/` lists taken out, after a day;
 * `votes/` what anybody needs to count a vote again, kept for good.
 */
type MediaFolder = 'incoming/' | 'media/' | 'imports/' | 'exports/' | 'votes/';

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
  /**
   * The key under which every vote's keys lie wrapped: unwrapping those that cast, or also making them and unwrapping
   * the one that opens choices. KMS holds a use to the context it was wrapped with.
   */
  readonly ballotKey: 'none' | 'cast' | 'count';
  /** The key of votes' logs: telling its public half, or also signing checkpoints. */
  readonly logKey: readonly ('GetPublicKey' | 'Sign')[];
  /** The WeChat app's secret. */
  readonly wechatSecret: boolean;
  /** Consumes the table's stream, and so writes what fails for good into the failure bucket. */
  readonly stream: boolean;
}

/** The WeChat access token lies sealed under a lease, so whoever asks WeChat needs these three together. */
const ASKS_WECHAT = { dataKey: ['GenerateDataKey', 'Decrypt'], wechatSecret: true } as const;

const NO_VOTE_KEYS = { ballotKey: 'none', logKey: [] } as const;

export const FUNCTION_RIGHTS: Readonly<Record<FunctionName, FunctionRights>> = {
  api: {
    reads: ['figure', 'access', 'ballot', 'voteLog'],
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
      'vote',
      'committeeVote',
      'repair',
      'handOver',
      'team',
      'volunteer',
      'shift',
      'wish',
      'certificate',
      // One line corrected while a vote is announced.
      'roll',
      'owner',
      'rollHold',
    ],
    indexes: ['queue'],
    media: {
      PutObject: ['incoming/', 'imports/', 'exports/'],
      GetObject: ['incoming/', 'media/', 'imports/', 'exports/', 'votes/'],
    },
    mediaAbsence: true,
    macKey: true,
    ...NO_VOTE_KEYS,
    stream: false,
    ...ASKS_WECHAT,
  },
  ballots: {
    // Members: nobody of the company that the owners hire is named for them.
    reads: ['person', 'phone', 'organisation', 'served', 'members'],
    writes: ['vote', 'ballot', 'voteLog', 'ballotJob', 'access', 'media'],
    indexes: [],
    // A register's photos are taken into use where they were uploaded, and shown to who counts.
    media: { GetObject: ['votes/', 'incoming/', 'media/'], PutObject: ['votes/'] },
    mediaAbsence: true,
    dataKey: [],
    macKey: true,
    ballotKey: 'cast',
    logKey: ['GetPublicKey'],
    wechatSecret: false,
    stream: false,
  },
  'ballots-work': {
    reads: ['phone', 'roll'],
    writes: ['vote', 'ballot', 'voteLog', 'ballotJob', 'rollHold', 'lease'],
    indexes: ['due'],
    media: { GetObject: ['votes/'], PutObject: ['votes/'] },
    mediaAbsence: true,
    dataKey: [],
    macKey: false,
    ballotKey: 'count',
    logKey: ['GetPublicKey', 'Sign'],
    wechatSecret: false,
    stream: true,
  },
  'wechat-callback': {
    reads: [],
    writes: ['check', 'media'],
    indexes: [],
    media: {},
    mediaAbsence: false,
    dataKey: [],
    macKey: false,
    ...NO_VOTE_KEYS,
    wechatSecret: true,
    stream: false,
  },
  stream: {
    reads: ['organisation', 'served', 'roll', 'owner', 'phone', 'rules'],
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
      'job',
      'counted',
      'figure',
      'media',
      'check',
      'lease',
      'topic',
      'session',
      'vote',
      'committeeVote',
      'repair',
      'team',
      'volunteer',
      'shift',
      'wish',
      'certificate',
    ],
    indexes: [],
    // A photo is copied out of the folder its form can write to, and WeChat is given an address to read the copy.
    media: { GetObject: ['incoming/', 'media/'], PutObject: ['media/'] },
    mediaAbsence: false,
    macKey: false,
    ...NO_VOTE_KEYS,
    stream: true,
    ...ASKS_WECHAT,
  },
  schedule: {
    reads: ['organisation', 'served'],
    writes: [
      'request',
      'topic',
      'session',
      'vote',
      'committeeVote',
      'repair',
      'media',
      'check',
      'lease',
      'team',
      'volunteer',
      'shift',
      'wish',
    ],
    indexes: ['due'],
    media: { GetObject: ['incoming/', 'media/'], PutObject: ['media/'] },
    mediaAbsence: false,
    macKey: false,
    ...NO_VOTE_KEYS,
    stream: false,
    ...ASKS_WECHAT,
  },
  jobs: {
    reads: ['vote'],
    // What concerns all owners of a compound is told by a job.
    writes: ['job', 'import', 'roll', 'rollHold', 'owner', 'place', 'lease', 'inbox'],
    indexes: ['due'],
    media: { GetObject: ['imports/'] },
    mediaAbsence: false,
    dataKey: ['GenerateDataKey'],
    macKey: true,
    ...NO_VOTE_KEYS,
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

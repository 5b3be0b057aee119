import type { Credentials } from '../sigv4/verify';

export const TABLE = 'gongyi';
export const BUCKET = 'gongyi-files';
export const SECRET_ID = 'gongyi/wechat';
export const KEY_IDS = {
  data: 'gongyi-data',
  mac: 'gongyi-mac',
  ballot: 'gongyi-ballot',
  log: 'gongyi-log',
} as const;

export interface Addresses {
  readonly app: string;
  readonly table: string;
  readonly s3: string;
  readonly services: string;
  readonly wechat: string;
}

/** A function's environment: the names it has in the cloud, with the stand-ins' addresses for the SDK. */
export const functionEnvironment = (
  name: string,
  memoryMb: number,
  at: Addresses,
  credentials: Credentials,
): Record<string, string> => ({
  TABLE_NAME: TABLE,
  BUCKET_NAME: BUCKET,
  DATA_KEY_ID: KEY_IDS.data,
  MAC_KEY_ID: KEY_IDS.mac,
  BALLOT_KEY_ID: KEY_IDS.ballot,
  LOG_KEY_ID: KEY_IDS.log,
  WECHAT_SECRET_ID: SECRET_ID,
  WECHAT_API_BASE: at.wechat,
  PUBLIC_BASE_URL: at.app,
  STAGE: 'local',
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: at.table,
  AWS_ENDPOINT_URL_S3: at.s3,
  AWS_ENDPOINT_URL_KMS: at.services,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: at.services,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  // The person's own AWS profile must not reach in here.
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  TZ: 'UTC',
});

/**
 * One call in AWS's JSON protocol. The engines read the header's form but check no signature, so the
 * poller and table set-up need no SDK; and records arrive as the JSON a Lambda function is given.
 */
export class AwsJsonError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = 'AwsJsonError';
  }
}

const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
};

const textAt = (value: unknown, key: string): string => {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : '';
};

/** `target` as in `DynamoDB_20120810.PutItem`. Throws `AwsJsonError` with the short code of a refusal. */
export const awsJson = async (endpoint: string, target: string, input: object): Promise<unknown> => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { ...HEADERS, 'x-amz-target': target },
    body: JSON.stringify(input),
  });
  const body: unknown = await answer.json();
  if (answer.ok) return body;
  const code = textAt(body, '__type').split('#').at(-1) ?? '';
  throw new AwsJsonError(code, textAt(body, 'message') || textAt(body, 'Message'));
};

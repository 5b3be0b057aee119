import * as z from 'zod/mini';
import type { Handler } from '../http/serve';
import { readBody } from '../http/serve';
import { signedParts } from '../sigv4/parts';
import type { Judge } from '../sigv4/verify';
import { NotAuthentic, verifyRequest } from '../sigv4/verify';

/** A refusal in AWS's JSON protocol; `code` as the service documents it. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** An operation: input as it came, output as it goes. */
export type Operation = (input: unknown) => object;

export interface Service {
  /** Name in a signature's scope: `kms`, `secretsmanager`. */
  readonly name: string;
  /** What stands before the operation in `X-Amz-Target`: `TrentService`. */
  readonly target: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

const BODY_LIMIT = 1024 * 1024;

const parse = (body: Buffer): unknown => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    throw new ServiceError('SerializationException', 'the body is not JSON');
  }
};

const refusal = (fault: unknown): ServiceError => {
  if (fault instanceof ServiceError) return fault;
  if (fault instanceof NotAuthentic) return new ServiceError('InvalidSignatureException', fault.message, 403);
  if (fault instanceof z.core.$ZodError) {
    return new ServiceError('ValidationException', 'the input does not have the documented shape');
  }
  throw fault;
};

/** Services in AWS's JSON 1.1 protocol on one origin, told apart by their target. Every call's signature is checked. */
export const awsServices = (services: readonly Service[], judge: Omit<Judge, 'service'>): Handler => {
  const operate = (target: string, input: unknown): object => {
    const [prefix, operation = ''] = target.split('.');
    const service = services.find((each) => each.target === prefix);
    const found = service && Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
    if (found === undefined) throw new ServiceError('UnknownOperationException', `${target} is not understood here`);
    return found(input);
  };
  return async (request, response) => {
    response.setHeader('date', new Date(judge.now()).toUTCString());
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    const body = await readBody(request, BODY_LIMIT);
    const target = String(request.headers['x-amz-target'] ?? '');
    try {
      const service = services.find((each) => target.startsWith(`${each.target}.`))?.name ?? '';
      verifyRequest(signedParts(request), body, { ...judge, service });
      const answer = JSON.stringify(operate(target, parse(body)));
      response.writeHead(200).end(answer);
    } catch (fault) {
      const { code, message, status } = refusal(fault);
      response.writeHead(status).end(JSON.stringify({ __type: code, message }));
    }
  };
};

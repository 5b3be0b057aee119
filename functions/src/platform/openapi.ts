import * as z from 'zod';
import { COMMON_REFUSALS } from '@gongyi/shared/kernel/define-route';
import type { Route } from '@gongyi/shared/kernel/define-route';
import { REFUSAL_STATUS } from '@gongyi/shared/kernel/refusal';

/** JSON schema of a contract part, in OpenAPI 3.0's dialect. */
const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' });

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

const parametersOf = (route: Route) =>
  (['path', 'query'] as const).flatMap((place) => {
    const schema: ObjectSchema = schemaOf(place === 'path' ? route.params : route.query, 'input');
    return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || (schema.required ?? []).includes(name),
      schema: property,
    }));
  });

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Names the operation: sent again, it is done once and answers the same.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
};

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const responsesOf = (route: Route) => {
  const codes = [...new Set([...COMMON_REFUSALS, ...route.refusals])];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) byStatus.set(REFUSAL_STATUS[code], [...(byStatus.get(REFUSAL_STATUS[code]) ?? []), code]);
  return {
    '200': { description: 'Done', content: { 'application/json': { schema: schemaOf(route.reply, 'output') } } },
    ...Object.fromEntries(
      [...byStatus].map(([status, names]) => [String(status), { description: names.join(', '), content: problem }]),
    ),
  };
};

const operationOf = (route: Route) => ({
  operationId: route.id,
  summary: route.summary,
  tags: [route.id.split('.')[0]],
  ...(route.access === 'anyone' ? { security: [] } : {}),
  'x-access': route.access,
  parameters: [...parametersOf(route), ...(route.method === 'GET' ? [] : [KEY_PARAMETER])],
  ...(route.method === 'GET'
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
  responses: responsesOf(route),
});

/** The OpenAPI document of a list of routes; made at build time from the contracts that serve. */
export const openApiOf = (routes: readonly Route[]) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Gongyi 共议',
      version: '0.1.0',
      description: 'Times are milliseconds since the epoch; areas hundredths of a square metre; money whole fen.',
    },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'facts'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string', enum: [...Object.keys(REFUSAL_STATUS), 'fault'] },
            facts: {
              type: 'object',
              additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
            },
          },
        },
      },
    },
  };
};

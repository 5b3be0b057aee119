import { COMMON_REFUSALS } from '@gongyi/shared/kernel/define-route';
import type { Route } from '@gongyi/shared/kernel/define-route';
import { REFUSAL_STATUS, isRefusalCode } from '@gongyi/shared/kernel/refusal';
import * as z from 'zod/mini';
import type { WireAnswer } from './wire';

const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

const json = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};

const judgeRefusal = (route: Route | undefined, answer: WireAnswer, body: unknown): string | undefined => {
  const problem = z.safeParse(Problem, body);
  if (!problem.success) return 'not problem details';
  if (!answer.contentType.startsWith('application/problem+json')) return `sent as ${answer.contentType}`;
  const { status, code } = problem.data;
  if (status !== answer.status) return `says ${String(status)}`;
  if (!isRefusalCode(code) || REFUSAL_STATUS[code] !== status) return `code ${code} is not of this status`;
  const declared: readonly string[] = [...COMMON_REFUSALS, ...(route?.refusals ?? [])];
  return declared.includes(code) ? undefined : `code ${code} is not declared`;
};

/** What is wrong with an answer of `route` (undefined: a path that is no route); undefined if nothing is. */
export const judge = (route: Route | undefined, answer: WireAnswer): string | undefined => {
  if (answer.status >= 500) return 'a fault';
  const body = json(answer.text);
  if (body === undefined) return 'not JSON';
  if (!/^\d{13}$/.test(answer.serverTime)) return 'without the server’s time';
  if (answer.status !== 200) return judgeRefusal(route, answer, body);
  if (route === undefined) return 'answered without a route';
  const parsed = z.safeParse(route.reply, body);
  return parsed.success ? undefined : `off schema: ${JSON.stringify(parsed.error.issues[0])}`;
};

/** The route that a path and method lead to, as the router takes them. */
export const routeFinder = (routes: readonly Route[]) => {
  const plainFirst = [...routes].sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  const patterns = plainFirst.map((route) => {
    const pattern = new RegExp(`^${route.path.replace(/\{\w+\}/g, '([^/]+)')}$`);
    return { route, pattern };
  });
  return (method: string, path: string): Route | undefined => {
    // As the gateway reads it: `/x/../y` is `/y`.
    const plain = new URL(path, 'http://gateway').pathname;
    return patterns.find(({ route, pattern }) => route.method === method && pattern.test(plain))?.route;
  };
};

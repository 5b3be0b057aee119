import * as z from 'zod/mini';
import * as district from '../district/contract';
import * as roll from '../district/roll-contract';
import * as media from '../media/contract';
import * as notices from '../notices/contract';
import * as people from '../people/contract';
import * as requests from '../requests/contract';
import * as votes from '../votes/contract';
import * as volunteers from '../volunteers/contract';
import * as command from '../command/contract';
import { AUTHORITY, isAction } from './authority';
import { isRefusalCode } from './refusal';

const RouteLike = z.object({
  id: z.string(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z.string(),
  access: z.string(),
  refusals: z.array(z.string()),
});
type RouteLike = z.output<typeof RouteLike>;

const exported: unknown[] = [district, roll, media, notices, people, requests, votes, volunteers, command].flatMap(
  Object.values,
);
const routes = exported.map((value) => z.safeParse(RouteLike, value)).flatMap(({ data }) => (data ? [data] : []));

it('finds the routes', () => {
  expect(routes.length).toBeGreaterThan(60);
});

it.each(routes)('$id is anyone’s, a signed-in person’s, or an action’s that somebody may do', ({ access }) => {
  if (access === 'anyone' || access === 'signed-in') return;
  expect(isAction(access) && AUTHORITY[access].length > 0).toBe(true);
});

it.each(routes)('$id refuses by codes that exist', ({ refusals }) => {
  expect(refusals.filter((code) => !isRefusalCode(code))).toEqual([]);
});

it('names and addresses each route once', () => {
  const shape = ({ method, path }: RouteLike) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
  expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  expect(new Set(routes.map(shape)).size).toBe(routes.length);
});

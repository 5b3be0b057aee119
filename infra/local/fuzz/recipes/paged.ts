import type { Route } from '@gongyi/shared/kernel/define-route';
import type { Prepared, Stage } from '../stage';
import type { Recipe } from './recipe';

/** A list read from its beginning and, by the cursor it gave, a little further. */
export const paged =
  (route: Route, prepare: (stage: Stage) => Omit<Prepared, 'route'>): Recipe =>
  async (stage) => {
    const prepared = { route, ...prepare(stage) };
    const limit = String(stage.random.pick([1, 2, 20, 50]));
    const { body } = await stage.call({ ...prepared, query: { ...prepared.query, limit } });
    const cursor = typeof body === 'object' && body !== null && 'cursor' in body ? body.cursor : undefined;
    if (typeof cursor === 'string') await stage.call({ ...prepared, query: { ...prepared.query, limit, cursor } });
  };

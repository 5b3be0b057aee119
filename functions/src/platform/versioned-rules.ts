import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import * as z from 'zod/mini';
import { getItem, putNew, queryAll, updateOf, writeTogether } from './table';
import { keys } from './table-shape';
import type { RulesKind } from './table-shape';

/** A rules template of a community: what stands, and every version with who made it so. */
export interface RulesVersion<R> {
  readonly version: number;
  readonly rules: R;
  readonly at: number;
  readonly byName: string;
  readonly reason: string;
  readonly op: string;
  readonly opHash: string;
}

export interface RulesChange<R> {
  readonly placeId: string;
  /** The version its maker saw. */
  readonly seen: number;
  readonly rules: R;
  readonly reason: string;
  readonly byName: string;
}

export interface RulesStore<R> {
  /** The template of a community as it stands; the default, version 0, until somebody changes it. */
  inForce(placeId: string): Promise<{ version: number; rules: R }>;
  /** The template in force and every version of it, newest first. */
  history(placeId: string): Promise<{
    placeId: string;
    version: number;
    rules: R;
    changes: Omit<RulesVersion<R>, 'op' | 'opHash'>[];
  }>;
  /** Makes the next version; whoever saw an older one hears that it changed meanwhile. */
  change(
    asked: RulesChange<R>,
    call: { readonly now: number; readonly op: string; readonly opHash: string },
  ): Promise<Refusal | undefined>;
}

/** The templates of one kind; what it is before anybody changed it is `standard`. */
export const rulesStore = <R extends object>(kind: RulesKind, schema: z.ZodMiniType<R>, standard: R): RulesStore<R> => {
  const Stored = z.object({
    version: z.int(),
    rules: schema,
    at: z.int(),
    byName: z.string(),
    reason: z.string(),
    op: z.string(),
    opHash: z.string(),
  });
  const Now = z.pick(Stored, { version: true, rules: true });

  const inForce: RulesStore<R>['inForce'] = async (placeId) => {
    const item = await getItem(keys.rulesNow(kind, placeId), { consistent: true });
    return item === undefined ? { version: 0, rules: standard } : z.parse(Now, item);
  };

  const versions = async (placeId: string): Promise<RulesVersion<R>[]> => {
    const { pk } = keys.rulesNow(kind, placeId);
    const items = await queryAll({ pk, prefix: 'V#', consistent: true, newestFirst: true });
    return items.map((item) => z.parse(Stored, item));
  };

  /** What stands now and the row of its history together. False if somebody else was first. */
  const write = async (placeId: string, next: RulesVersion<R>): Promise<boolean> => {
    const seen = next.version - 1;
    const { done } = await writeTogether([
      updateOf({
        key: keys.rulesNow(kind, placeId),
        set: { version: next.version, rules: next.rules },
        when: seen === 0 ? 'attribute_not_exists(pk)' : '#version = :seen',
        ...(seen === 0 ? {} : { names: { '#version': 'version' }, values: { ':seen': seen } }),
        op: next.op,
      }),
      putNew({ ...keys.rules(kind, placeId, next.version), ...next }),
    ]);
    return done;
  };

  return {
    inForce,
    async history(placeId) {
      const [{ version, rules }, all] = await Promise.all([inForce(placeId), versions(placeId)]);
      const changes = all.map(({ version: number, rules: then, at, byName, reason }) => ({
        version: number,
        rules: then,
        at,
        byName,
        reason,
      }));
      return { placeId, version, rules, changes };
    },
    async change({ placeId, seen, rules, reason, byName }, { now, op, opHash }) {
      const version = seen + 1;
      if (await write(placeId, { version, rules, at: now, byName, reason, op, opHash })) return undefined;
      const item = await getItem(keys.rules(kind, placeId, version), { consistent: true });
      const earlier = item && z.parse(Stored, item);
      if (earlier?.op !== op) return refuse('changed-meanwhile', { version: (await inForce(placeId)).version });
      return earlier.opHash === opHash ? undefined : refuse('key-reused');
    },
  };
};

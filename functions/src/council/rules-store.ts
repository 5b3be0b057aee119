import { CouncilRules, DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import type { RulesInForce } from '@gongyi/shared/council/council-rules';
import * as z from 'zod/mini';
import { getItem, putNew, queryAll, updateOf, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';

/** A version of a community's rules template: what it says, and who made it so. */
const StoredVersion = z.object({
  version: z.int(),
  rules: CouncilRules,
  at: z.int(),
  byName: z.string(),
  reason: z.string(),
  op: z.string(),
  opHash: z.string(),
});
export type StoredVersion = z.output<typeof StoredVersion>;

const Now = z.pick(StoredVersion, { version: true, rules: true });

/** The template of a community as it stands; the default until somebody changes it. */
export const rulesInForce = async (communityId: string): Promise<RulesInForce> => {
  const item = await getItem(keys.councilRulesNow(communityId), { consistent: true });
  return item === undefined ? { version: 0, rules: DEFAULT_COUNCIL_RULES } : z.parse(Now, item);
};

/** Every version, newest first. */
export const rulesVersions = async (communityId: string): Promise<StoredVersion[]> => {
  const { pk } = keys.councilRulesNow(communityId);
  const items = await queryAll({ pk, prefix: 'V#', consistent: true, newestFirst: true });
  return items.map((item) => z.parse(StoredVersion, item));
};

/**
 * Writes the version after the one its maker saw: what stands now and the row of its history together. False
 * if somebody else was first.
 */
export const writeRules = async (communityId: string, next: StoredVersion): Promise<boolean> => {
  const seen = next.version - 1;
  const { done } = await writeTogether([
    updateOf({
      key: keys.councilRulesNow(communityId),
      set: { version: next.version, rules: next.rules },
      when: seen === 0 ? 'attribute_not_exists(pk)' : '#version = :seen',
      ...(seen === 0 ? {} : { names: { '#version': 'version' }, values: { ':seen': seen } }),
      op: next.op,
    }),
    putNew({ ...keys.councilRules(communityId, next.version), ...next }),
  ]);
  return done;
};

/** The version of this number, if it was made. */
export const findVersion = async (communityId: string, version: number): Promise<StoredVersion | undefined> => {
  const item = await getItem(keys.councilRules(communityId, version), { consistent: true });
  return item && z.parse(StoredVersion, item);
};

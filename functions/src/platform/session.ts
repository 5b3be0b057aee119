import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { HomeBinding, RoleGrant } from '@gongyi/shared/people/role';
import type { Identity } from '@gongyi/shared/people/role';
import { keys } from './table-shape';
import { queryAll } from './table';

/**
 * Sessions. A token is `<person>.<256 random bits>`; only the hash of the random part is stored, under
 * the person's partition, so that one consistent query answers both "is this session good" and "what
 * is this person": grants and homes count from the very next request.
 */
export const newSecret = (): string => randomBytes(32).toString('base64url');
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

const StoredSession = z.object({ expiresAtMs: z.int() });
const StoredProfile = z.object({
  openid: z.string(),
  consents: z._default(z.array(z.object({ kind: z.string(), given: z.boolean() })), []),
});

/** Somebody signed in, as use cases see them. */
export interface SignedIn extends Identity {
  readonly openid: string;
  readonly sessionHash: string;
  readonly consents: readonly string[];
}

/** Who holds `token` at `now`; undefined if nobody does. One consistent query. */
export const whoIs = async (token: string, now: number): Promise<SignedIn | undefined> => {
  const dot = token.indexOf('.');
  const personId = token.slice(0, dot);
  const secret = token.slice(dot + 1);
  if (dot < 1 || !/^[a-z0-9]{1,40}$/.test(personId) || secret.length !== 43) return undefined;
  const sessionHash = secretHash(secret);
  const { pk, prefix } = keys.identity(personId);
  const items = await queryAll({ pk, prefix, consistent: true });
  const sessionKey = keys.session(personId, sessionHash).sk;
  const session = z.safeParse(
    StoredSession,
    items.find((item) => item['sk'] === sessionKey),
  );
  const profile = z.safeParse(
    StoredProfile,
    items.find((item) => item['sk'] === 'ID#PROFILE'),
  );
  if (!session.success || !profile.success || session.data.expiresAtMs <= now) return undefined;
  const under = (part: string) => items.filter((item) => String(item['sk']).startsWith(part));
  return {
    personId,
    sessionHash,
    openid: profile.data.openid,
    consents: profile.data.consents.filter(({ given }) => given).map(({ kind }) => kind),
    grants: under('ID#GRANT#').map((item) => z.parse(RoleGrant, item)),
    homes: under('ID#HOME#').map((item) => z.parse(HomeBinding, item)),
  };
};

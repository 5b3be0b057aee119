import { DAY } from '@gongyi/shared/kernel/time';
import { HOME_ROLES } from '@gongyi/shared/people/role';
import * as z from 'zod/mini';
import { secretHash } from '../platform/session';
import { keys } from '../platform/table-shape';
import { check, createOnce, getItem, updateOf } from '../platform/table';
import type { TransactItem } from '../platform/table';

/** Invitations into a home, under the hash of their code: they count once, for seven days. */
const LIFE = 7 * DAY;

const Invitation = z.object({
  homeId: z.string(),
  homeName: z.string(),
  gridId: z.optional(z.string()),
  relation: z.enum(HOME_ROLES),
  until: z.optional(z.int()),
  invitedBy: z.string(),
  expiresAtMs: z.int(),
  usedBy: z.optional(z.string()),
});
export type Invitation = z.output<typeof Invitation>;

const keyOf = (code: string) => keys.homeInvite(secretHash(code));

/** When it expires; undefined if another invitation was made under the same operation. */
export const newInvitation = async (
  code: string,
  invitation: Omit<Invitation, 'expiresAtMs'>,
  opHash: string,
  now: number,
): Promise<number | undefined> => {
  const expiresAtMs = now + LIFE;
  const expiresAt = Math.ceil((expiresAtMs + DAY) / 1000);
  const written = await createOnce({ ...keyOf(code), ...invitation, expiresAtMs, expiresAt, opHash });
  return written.done ? z.parse(Invitation, written.item).expiresAtMs : undefined;
};

export const findInvitation = async (code: string): Promise<Invitation | undefined> => {
  const item = await getItem(keyOf(code), { consistent: true });
  return item && z.parse(Invitation, item);
};

/** Uses it up, while it counts and what it gives would. */
export const usedInvitation = (code: string, personId: string, now: number, op: string): TransactItem =>
  updateOf({
    key: keyOf(code),
    set: { usedBy: personId },
    when: 'attribute_not_exists(usedBy) AND expiresAtMs > :now AND (attribute_not_exists(#until) OR #until > :now)',
    names: { '#until': 'until' },
    values: { ':now': now },
    op,
  });

/** Who invited still owns the home. */
export const stillOwner = ({ invitedBy, homeId }: Invitation): TransactItem =>
  check({
    key: keys.binding(invitedBy, homeId),
    when: '#state = :verified AND relation = :owner',
    names: { '#state': 'state' },
    values: { ':verified': 'verified', ':owner': 'owner' },
  });

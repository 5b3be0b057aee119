import { Shift } from '@gongyi/shared/volunteers/shift';
import { SignUp } from '@gongyi/shared/volunteers/sign-up';
import { Team } from '@gongyi/shared/volunteers/team';
import { Wish } from '@gongyi/shared/volunteers/wish';
import * as z from 'zod/mini';
import { getItem, getItems, queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';

/** What notices read of volunteers' items, by shared schemas. */
const parsed = <S extends z.core.$ZodType>(schema: S, item: unknown): z.output<S> | undefined => {
  const result = z.safeParse(schema, item);
  return result.success ? result.data : undefined;
};

export const findShift = async (shiftId: string) =>
  parsed(Shift, await getItem(keys.shift(shiftId), { consistent: true }));
export const findTeam = async (teamId: string) => parsed(Team, await getItem(keys.team(teamId), { consistent: true }));
export const findWish = async (wishId: string) => parsed(Wish, await getItem(keys.wish(wishId), { consistent: true }));

const Line = z.object({ volunteerId: z.string(), signUp: SignUp });

/** Everybody on a shift's list. */
export const rosterOf = async (shiftId: string): Promise<z.output<typeof Line>[]> => {
  const { pk } = keys.shift(shiftId);
  return (await queryAll({ pk, prefix: 'UP#', consistent: true })).flatMap((item) => parsed(Line, item) ?? []);
};

/** Those of them who have an account: staff keep the others' places and tell them by word of mouth. */
export const withAccounts = async (volunteerIds: readonly string[]): Promise<string[]> => {
  const unique = [...new Set(volunteerIds)];
  if (unique.length === 0) return [];
  const items = await getItems(unique.map((id) => keys.profile(id)));
  const known = new Set(items.map((item) => item['personId']));
  return unique.filter((id) => known.has(id));
};

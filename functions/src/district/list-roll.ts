import type { listRoll as route } from '@gongyi/shared/district/roll-contract';
import { homeName } from '@gongyi/shared/district/room-number';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import { mayUseRoll } from './roll-access';
import { ownersOf } from './roll-line';
import type { RollLine } from './roll-line';
import { maskedOwner } from './roll-masked';
import { findRollMeta, linesPage } from './roll-store';

const show = async (line: RollLine) => {
  const { homeId, area, status, changedAt } = line;
  return { homeId, name: homeName(line), area, status, owners: (await ownersOf(line)).map(maskedOwner), changedAt };
};

export const listRoll = async (
  { params: { compoundId }, query }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  if (!(await mayUseRoll('roll.read', compoundId, call))) return refuse('not-found');
  const list = `roll ${compoundId}`;
  const start = await readCursor(query.cursor, list, call.who.personId);
  if (isRefusal(start)) return start;
  const [page, totals] = await Promise.all([linesPage(compoundId, query.limit, start.after), findRollMeta(compoundId)]);
  const cursor = await makeCursor(page.lastKey, list, call.who.personId);
  return {
    items: await Promise.all(page.lines.map(show)),
    ...(cursor === undefined ? {} : { cursor }),
    ...(totals === undefined ? {} : { totals }),
  };
};

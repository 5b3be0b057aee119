import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { nextMembership } from '@gongyi/shared/volunteers/team';
import type { MemberAct } from '@gongyi/shared/volunteers/team';
import type { Call } from '../platform/router';
import { writeTogether } from '../platform/table';
import { findMember, memberWrites } from './team-store';

const TRIES = 8;

/**
 * Moves a membership on, if its state allows the act: what was read is the write's condition. A retry whose first try
 * was written finds the state it wanted by its own operation, or nothing left where that was the aim.
 */
export const moveMembership = async (
  teamId: string,
  volunteerId: string,
  act: MemberAct,
  { op, now }: Pick<Call, 'op' | 'now'>,
): Promise<Refusal | undefined> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const member = await findMember(teamId, volunteerId);
    if (member?.op === op) return undefined;
    const from = member?.state ?? 'none';
    const to = nextMembership(from, act);
    // Gone already, by whomever: what was asked for is so.
    if (to === undefined && from === 'none' && act !== 'accept' && act !== 'admit') return undefined;
    if (to === undefined) return refuse('move-not-allowed', { state: from });
    if ((await writeTogether(memberWrites({ teamId, volunteerId, from, to }, op, now))).done) return undefined;
    await sleep(Math.random() * 20);
  }
  return refuse('changed-meanwhile');
};

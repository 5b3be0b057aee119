import { CouncilSession } from '@gongyi/shared/council/session';
import * as z from 'zod/mini';
import { getItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/** A session of the council as notices read it, by its shared schema. */
export const findCouncilSession = async (sessionId: string): Promise<CouncilSession | undefined> => {
  const session = z.safeParse(CouncilSession, await getItem(keys.councilSession(sessionId), { consistent: true }));
  return session.success ? session.data : undefined;
};

const Made = z.object({ byId: z.string(), facts: z.object({ onPaper: z._default(z.boolean(), false) }) });

/** Who made a step of its record, for themself or from somebody's paper. */
export const makerOfSessionStep = async (
  sessionId: string,
  rev: number,
): Promise<{ readonly personId: string; readonly onPaper: boolean } | undefined> => {
  const step = z.safeParse(Made, await getItem(keys.sessionStep(sessionId, rev), { consistent: true }));
  return step.success ? { personId: step.data.byId, onPaper: step.data.facts.onPaper } : undefined;
};

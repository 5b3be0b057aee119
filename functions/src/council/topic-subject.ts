import type { Seat } from '@gongyi/shared/council/seats';
import type { Topic } from '@gongyi/shared/council/topic';
import { standingFor } from '@gongyi/shared/kernel/authority';
import type { Action, Standing } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import { councilSubject } from './standing';
import { mayReadCouncil } from './supervising';

/** A topic as authority sees it: its proposer's own, in the council of its compound. */
export const standingOn = (
  { compoundId, proposerId }: Pick<Topic, 'compoundId' | 'proposerId'>,
  seats: readonly Seat[],
  action: Action,
  who: Identity,
  now: number,
): Standing | undefined => standingFor(who, action, councilSubject(compoundId, seats, proposerId), now);

/** Whoever has a part in the council, and whoever looks after it from above. */
export const mayReadTopic = async (
  { compoundId, proposerId }: Pick<Topic, 'compoundId' | 'proposerId'>,
  seats: readonly Seat[],
  who: Identity,
  now: number,
): Promise<boolean> => mayReadCouncil(councilSubject(compoundId, seats, proposerId), { who, now });

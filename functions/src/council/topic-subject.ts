import type { Seat } from '@gongyi/shared/council/seats';
import type { Topic } from '@gongyi/shared/council/topic';
import { may, standingFor } from '@gongyi/shared/kernel/authority';
import type { Action, Standing } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import { councilSubject } from './standing';

/** A topic as authority sees it: its proposer's own, in the council of its compound. */
export const standingOn = (
  { compoundId, proposerId }: Pick<Topic, 'compoundId' | 'proposerId'>,
  seats: readonly Seat[],
  action: Action,
  who: Identity,
  now: number,
): Standing | undefined => standingFor(who, action, councilSubject(compoundId, seats, proposerId), now);

export const mayReadTopic = (
  { compoundId, proposerId }: Pick<Topic, 'compoundId' | 'proposerId'>,
  seats: readonly Seat[],
  who: Identity,
  now: number,
): boolean => may(who, 'topic.read', councilSubject(compoundId, seats, proposerId), now);

import type { Reaction } from '../platform/reaction';
import { countStep } from './figure-store';
import { eventOf, isEventKey, requestIdOf } from './request-item';

/** Adds what a step counts to the figures of the organisation that held the request. */
export const onStepCounted: Reaction = {
  name: 'requests/count-step',
  async on({ pk, sk, old, new: item }) {
    if (!isEventKey(pk, sk) || old !== undefined || item === undefined) return;
    const { rev, counts } = eventOf(item);
    if (counts.length > 0) await countStep(requestIdOf(pk), rev, counts);
  },
};

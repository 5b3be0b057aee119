import { REFUSAL_STATUS } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';

/** A refusal as RFC 9457 problem details. `code` and `facts` are what screens read. */
export const problemOf = (refusal: Refusal) => ({
  type: `urn:gongyi:refusal:${refusal.refused}`,
  title: refusal.refused.replaceAll('-', ' '),
  status: REFUSAL_STATUS[refusal.refused],
  code: refusal.refused,
  facts: refusal.facts,
});

/** What anyone sees of a fault: nothing of its inside. */
export const FAULT = { type: 'urn:gongyi:fault', title: 'fault', status: 500, code: 'fault', facts: {} } as const;

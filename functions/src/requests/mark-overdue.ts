import { nextDeadline, whenDue } from '@gongyi/shared/requests/effects-clock';
import type { Request } from '@gongyi/shared/requests/request';
import type { Due } from '../platform/due-walk';
import { derivedId } from '../platform/idempotency';
import { CLOCK } from './by-words';
import { isRequestKey, requestIdOf } from './request-item';
import { findRequest, writeStep } from './request-store';
import { levelsOf } from './serving';
import { settleEventWords, settleRequestWords } from './words-store';
import { putDueRight } from './due-store';

/** Steps one request may make at one look: a late first answer, the deadline itself, one level, its words. */
const MOST_STEPS = 8;

/** Makes the step of the deadline that has passed, if it is still the request's next one. */
const makeStep = async (request: Request, now: number): Promise<boolean> => {
  const deadline = nextDeadline(request);
  if (deadline === undefined || deadline.at > now) return false;
  if (deadline.kind === 'words') {
    await settleRequestWords(request, 'person');
    return true;
  }
  const effect = whenDue(request, deadline, now, await levelsOf(request));
  if (effect === undefined) return false;
  const op = derivedId('clock', request.id, String(request.rev), deadline.kind);
  await writeStep({ before: request, effect, maker: CLOCK, op, now });
  return true;
};

/**
 * Handles what fell due of one request or one step's words, each step by a write conditional on what was
 * read; what somebody moved on meanwhile is read again.
 */
export const handleDue = async ({ key, dueSk }: Due, now: number): Promise<void> => {
  const requestId = requestIdOf(key.pk);
  if (!isRequestKey(key.pk, key.sk)) {
    await settleEventWords(requestId, Number(key.sk.slice(3)), 'person');
    return;
  }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const request = await findRequest(requestId);
    if (request === undefined) return;
    if (!(await makeStep(request, now))) {
      await putDueRight(request, dueSk);
      return;
    }
  }
};

import { enforced } from '@gongyi/shared/council/topic-effects';
import { sessionDue } from '@gongyi/shared/council/session-effects';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { sessionDeadline } from '@gongyi/shared/council/session-rules';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Due } from '../platform/due-walk';
import { derivedId } from '../platform/idempotency';
import { PREFIX } from '../platform/table-shape';
import { CLOCK } from '../platform/record-item';
import { findSession, isSessionKey, sessionWrites, writeSteps } from './record-store';
import { agreedItems, withTopics } from './session-topics';
import { settleStepWords } from './step-words-store';

/** A session has two deadlines, and its topics may be moved on while it is handled. */
const MOST_STEPS = 8;

/** Makes the step of the deadline that has passed; the end of a notice puts its topics in force with it. */
const makeStep = async (session: CouncilSession, now: number): Promise<boolean> => {
  const deadline = sessionDeadline(session);
  if (deadline === undefined || deadline.at > now) return false;
  const op = derivedId('clock', session.id, String(session.rev), deadline.kind);
  const doing = { maker: CLOCK, op, now };
  const topicIds = deadline.kind === 'notice-end' ? agreedItems(session).map(({ topicId }) => topicId) : [];
  const planned = await withTopics(
    sessionDue(session, deadline, now),
    topicIds,
    (topic) => enforced(topic, now),
    doing,
  );
  if (isRefusal(planned)) throw new Error(`a deadline could not be handled: ${planned.refused}`);
  await writeSteps([...sessionWrites(session, planned.effect, doing), ...planned.also]);
  return true;
};

/** Handles what fell due of one session or of one step's words; what somebody moved meanwhile is read again. */
export const handleSessionDue = async ({ key }: Due, now: number): Promise<void> => {
  const sessionId = key.pk.slice(PREFIX.session.length);
  if (!isSessionKey(key.pk, key.sk)) {
    await settleStepWords('session', sessionId, Number(key.sk.slice(3)), 'person');
    return;
  }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const session = await findSession(sessionId);
    if (session === undefined || !(await makeStep(session, now))) return;
  }
};

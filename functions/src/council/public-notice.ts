import type { PublicNotice } from '@gongyi/shared/council/contract';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { SESSION_MOVE_ACTION, nextSessionStatus } from '@gongyi/shared/council/session-rules';
import type { Topic } from '@gongyi/shared/council/topic';
import { may } from '@gongyi/shared/kernel/authority';
import type { Identity } from '@gongyi/shared/people/role';
import type { StoredStep } from '../platform/record-item';
import { findTopic, stepsAfter } from './record-store';
import { sessionSubject } from './session-standing';
import { agreedItems } from './session-topics';
import { minutesSeen, resolutionSeen } from './session-words';
import { stepWords } from '../media/public';

type Notice = NonNullable<CouncilSession['notice']>;

/** Tasks as anybody may read them: whose they are by name, without ids of bodies. */
const tasksOf = (topic: Topic | undefined): Topic['tasks'] =>
  (topic?.tasks ?? []).map(({ bodyId: _, ...task }) => task);

const resolutionsOf = async (
  session: CouncilSession,
  steps: readonly StoredStep[],
): Promise<PublicNotice['resolutions']> => {
  const items = agreedItems(session);
  const topics = await Promise.all(items.map(({ topicId }) => findTopic(topicId)));
  return items.map((item, index) => ({
    topicId: item.topicId,
    title: item.title,
    words: resolutionSeen(item, steps),
    by: item.resolution?.by ?? 'consensus',
    tasks: tasksOf(topics[index]),
  }));
};

const objectionsOf = (steps: readonly StoredStep[], personId: string | undefined): PublicNotice['objections'] =>
  steps
    .filter(({ kind }) => kind === 'objected')
    .map((step) => {
      const answer = steps.find(
        ({ kind, facts }) => kind === 'objection-answered' && facts['objectionRev'] === step.rev,
      );
      const words = stepWords(step, personId);
      const answered = answer && stepWords(answer, personId);
      const signature = step.facts['signature'];
      return {
        rev: step.rev,
        at: step.at,
        signature: typeof signature === 'string' ? signature : '',
        ...(step.facts['onPaper'] === true ? { onPaper: true } : {}),
        ...(words === undefined ? {} : { words }),
        mine: personId !== undefined && step.byId === personId,
        ...(answer === undefined
          ? {}
          : { answer: { at: answer.at, ...(answered === undefined ? {} : { words: answered }) } }),
      };
    });

type Objecting = 'object' | 'object-for';
const mayMake = (
  move: Objecting,
  session: CouncilSession,
  { endsAt }: Notice,
  who: Identity | undefined,
  now: number,
): boolean =>
  who !== undefined &&
  now < endsAt &&
  nextSessionStatus(session.status, move) !== undefined &&
  may(who, SESSION_MOVE_ACTION[move], sessionSubject(session, who, now), now);

/** What a session put on public notice; undefined if it has not. */
export const publicNoticeOf = async (
  session: CouncilSession,
  who: Identity | undefined,
  now: number,
): Promise<PublicNotice | undefined> => {
  const { notice } = session;
  if (notice === undefined) return undefined;
  const steps = await stepsAfter('session', session.id);
  const { lockedWithout, fingerprint = '' } = session.minutes ?? {};
  return {
    sessionId: session.id,
    number: session.number,
    compoundId: session.compoundId,
    compoundName: session.compoundName,
    heldAt: session.openedAt ?? session.startsAt,
    ...notice,
    resolutions: await resolutionsOf(session, steps),
    minutes: minutesSeen(session, steps),
    ...(lockedWithout === undefined ? {} : { lockedWithout }),
    fingerprint,
    objections: objectionsOf(steps, who?.personId),
    mayObject: mayMake('object', session, notice, who, now),
    mayObjectFor: mayMake('object-for', session, notice, who, now),
    rev: session.rev,
  };
};

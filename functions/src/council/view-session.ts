import type { SessionView } from '@gongyi/shared/council/contract';
import { SESSION_EVENT_KINDS } from '@gongyi/shared/council/session';
import type { CouncilSession } from '@gongyi/shared/council/session';
import {
  confirmableFor,
  lockableFrom,
  quorumOf,
  signInsAt,
  silentParty,
  unconfirmedOf,
} from '@gongyi/shared/council/session-rules';
import type { Identity } from '@gongyi/shared/people/role';
import { stepWords } from '../media/public';
import type { StoredStep } from '../platform/record-item';
import { stepsAfter } from './record-store';
import { sessionMovesOpen } from './session-moves-open';
import { sessionRowOf } from './session-row';
import { mayChair, speakingFor } from './session-standing';
import { agendaSeen, isNoticeChecked, minutesSeen } from './session-words';
import { shownSteps } from './shown-steps';

interface Viewer {
  readonly who: Identity;
  readonly now: number;
}

/** Drafts of minutes are in the record by their fingerprint alone, for those outside. */
const withoutDraft = (step: StoredStep): StoredStep => {
  if (step.kind !== 'minutes-edited') return step;
  const { words: _, ...rest } = step;
  return rest;
};

/** Drafts are between the chair and the parties; everybody reads the minutes once they are locked. */
const minutesFor = (
  session: CouncilSession,
  steps: readonly StoredStep[],
  isInside: boolean,
): CouncilSession['minutes'] => {
  const { minutes } = session;
  if (minutes === undefined || isInside) return minutes;
  return minutes.lockedAt === undefined ? undefined : { ...minutes, words: minutesSeen(session, steps) };
};

/** What there is only sometimes. */
const sometimes = ({ followedBy, openedAt, endedAt, resumesAt, minutesDueAt, notice }: CouncilSession) => ({
  ...(followedBy === undefined ? {} : { followedBy }),
  ...(openedAt === undefined ? {} : { openedAt }),
  ...(endedAt === undefined ? {} : { endedAt }),
  ...(resumesAt === undefined ? {} : { resumesAt }),
  ...(minutesDueAt === undefined ? {} : { minutesDueAt }),
  ...(notice === undefined ? {} : { notice }),
});

/** Whom the minutes wait for, where that is one party that is only silent. */
const silentSeen = (session: CouncilSession): Pick<SessionView, 'silent'> => {
  const party = session.status === 'confirming' ? silentParty(session) : undefined;
  return party === undefined ? {} : { silent: { party, lockableFrom: lockableFrom(session) } };
};

/** Who is there now; once all is said, who was there on any day. */
const attendanceSeen = (session: CouncilSession, now: number): CouncilSession['attendance'] => {
  const once = new Map(signInsAt(session, now).map((one) => [`${one.party} ${one.personId ?? one.name}`, one]));
  return [...once.values()];
};

/** Ids of people only for who chairs, to whom they matter. */
const peopleOf = (session: CouncilSession, { who: { personId }, now }: Viewer, chairs: boolean) => ({
  delegates: session.delegates.map(({ personId: id, ...rest }) => ({
    ...rest,
    mine: id === personId,
    ...(chairs ? { personId: id } : {}),
  })),
  attendance: attendanceSeen(session, now).map(({ personId: id, ...rest }) => ({
    ...rest,
    ...(chairs && id !== undefined ? { personId: id } : {}),
  })),
});

/** Why it was cancelled or adjourned repeats that step's words. */
const closedReasonSeen = (steps: readonly StoredStep[], personId: string): string | undefined => {
  const step = steps.findLast(({ kind }) => kind === 'cancelled' || kind === 'adjourned');
  return step && stepWords(step, personId);
};

/** A session with its record for somebody who may read it; what of it is shown is decided here. */
export const viewSession = async (session: CouncilSession, viewer: Viewer): Promise<SessionView> => {
  const { personId } = viewer.who;
  const steps = await stepsAfter('session', session.id);
  const chairs = mayChair(session, viewer.who, viewer.now);
  const myParty = speakingFor(session, viewer.who, viewer.now);
  const isInside = chairs || myParty !== undefined;
  const minutes = minutesFor(session, steps, isInside);
  const noticeWaits = session.status === 'confirmed' && !isNoticeChecked(session, steps);
  const { present, needed, reached } = quorumOf(session, viewer.now);
  const closedReason = session.closedReason && (isInside ? session.closedReason : closedReasonSeen(steps, personId));
  return {
    ...sessionRowOf(session),
    rules: session.rules,
    calledAt: session.calledAt,
    chairName: session.chairName,
    seats: session.seats,
    ...peopleOf(session, viewer, chairs),
    observers: session.observers,
    quorum: { present: [...present], needed, reached },
    agenda: isInside ? session.agenda : agendaSeen(session.agenda, steps),
    ...sometimes(session),
    ...(closedReason === undefined ? {} : { closedReason }),
    ...(minutes === undefined ? {} : { minutes }),
    unconfirmed: session.minutes === undefined ? [] : unconfirmedOf(session),
    confirmableFor: chairs && session.status === 'confirming' ? confirmableFor(session) : [],
    ...silentSeen(session),
    objections: session.objections,
    openObjections: session.openObjections,
    ...(myParty === undefined ? {} : { myParty }),
    signedInByMe: signInsAt(session, viewer.now).some((one) => one.personId === personId),
    chairedByMe: chairs,
    timeline: await shownSteps(isInside ? steps : steps.map(withoutDraft), SESSION_EVENT_KINDS, personId),
    fingerprint: session.fingerprint,
    ...(noticeWaits ? { noticeWaits } : {}),
    moves: sessionMovesOpen(session, viewer).filter((move) => move !== 'publish' || !noticeWaits),
  };
};

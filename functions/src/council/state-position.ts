import type { statePosition as route } from '@gongyi/shared/council/contract';
import { speaksAs } from '@gongyi/shared/council/seats';
import { positionStated } from '@gongyi/shared/council/agenda-effects';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { mayBeTakenDown, partyOf, signInsAt } from '@gongyi/shared/council/session-rules';
import type { Party } from '@gongyi/shared/district/organisation';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { mayChair } from './session-standing';

interface Speaker {
  readonly party: Party;
  readonly byName: string;
  readonly byChair: boolean;
}

/** A delegate who is there speaks for their own party. */
const delegateOf = (session: CouncilSession, personId: string): Speaker | Refusal => {
  const party = partyOf(session, personId);
  if (party === undefined) return refuse('not-a-delegate');
  const there = session.attendance.find((one) => one.personId === personId);
  return there === undefined ? refuse('not-signed-in', { party }) : { party, byName: there.name, byChair: false };
};

/** The chair writes down what a party has said whose people are there without a phone; a party that can speaks itself. */
const takenDown = (session: CouncilSession, party: Party, topicId: string): Speaker | Refusal => {
  const there = session.attendance.filter((one) => speaksAs(session.seats, one.party) === party);
  if (there.length === 0) return refuse('not-signed-in', { party });
  const entered = there.find(({ by }) => by === 'chair');
  const item = session.agenda.find((one) => one.topicId === topicId);
  if (item === undefined) return refuse('topic-unknown');
  return entered !== undefined && mayBeTakenDown(session, item, party)
    ? { party, byName: entered.name, byChair: true }
    : refuse('party-not-yours', { party });
};

const speakerOf = (
  session: CouncilSession,
  { party: named, topicId }: Pick<RouteInput<typeof route>['body'], 'party' | 'topicId'>,
  { who, now }: Call,
): Speaker | Refusal => {
  const party = named && speaksAs(session.seats, named);
  if (party === undefined || party === partyOf(session, who.personId)) return delegateOf(session, who.personId);
  return mayChair(session, who, now) ? takenDown(session, party, topicId) : refuse('party-not-yours', { party });
};

/** How a party stands to the topic that is open, and why. */
export const statePosition = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'state-position', sessionId: params.sessionId, rev: body.rev }, call, (session) => {
    const there = { ...session, attendance: signInsAt(session, call.now) };
    const speaker = speakerOf(there, body, call);
    if (isRefusal(speaker)) return speaker;
    const { topicId, stance, reasons } = body;
    return positionStated(session, { ...speaker, topicId, stance, reasons }, call.now);
  });

import { SESSION_EVENT_KINDS } from '@gongyi/shared/council/session';
import type { CouncilSession } from '@gongyi/shared/council/session';
import { speaksAs } from '@gongyi/shared/council/seats';
import { partiesOfSession } from '@gongyi/shared/council/session-rules';
import type { Party } from '@gongyi/shared/district/organisation';
import { ancestorOf } from '@gongyi/shared/district/place';
import * as z from 'zod/mini';
import { membersOf } from '../people/public';
import type { Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { findCouncilSession, makerOfSessionStep } from './session-recipient-store';
import { SESSION_TELLINGS, partiesNamed } from './session-tellings';
import type { SessionAudience } from './session-tellings';
import { tell } from './tell';
import { tellOfAdjourning } from './tell-of-adjourning';

/** What notices read of a step of a session's record. */
const Step = z.object({
  rev: z.int(),
  kind: z.enum(SESSION_EVENT_KINDS),
  at: z.int(),
  byId: z.optional(z.string()),
  facts: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
});
type Step = z.output<typeof Step>;

/** Who called it, as long as they are in office; else whoever may chair now. */
const chairsOf = async ({ compoundId, chairId }: CouncilSession, now: number): Promise<string[]> => {
  const community = ancestorOf(compoundId, 'community');
  const members = community === undefined ? [] : await membersOf(community, now);
  const chairs = members.filter(({ role }) => role === 'community-secretary').map(({ personId }) => personId);
  return chairs.includes(chairId) || chairs.length === 0 ? [chairId] : chairs;
};

const officersOf = async ({ compoundId }: CouncilSession, now: number): Promise<string[]> => {
  const street = ancestorOf(compoundId, 'street');
  const members = street === undefined ? [] : await membersOf(street, now);
  return members.filter(({ role }) => role === 'street-officer').map(({ personId }) => personId);
};

/** People of these parties. */
const peopleOfParties = ({ seats, delegates }: CouncilSession, parties: readonly Party[]): string[] =>
  delegates.filter(({ party }) => parties.includes(speaksAs(seats, party))).map(({ personId }) => personId);

/** Who sent the objection that is answered; `onPaper`: who entered one that was handed in. */
const objectorOf = async ({ id }: CouncilSession, { facts }: Step, onPaper: boolean): Promise<string[]> => {
  const rev = facts['objectionRev'];
  const made = typeof rev === 'number' ? await makerOfSessionStep(id, rev) : undefined;
  return made?.onPaper === onPaper ? [made.personId] : [];
};

const peopleOf = async (
  audience: SessionAudience,
  session: CouncilSession,
  step: Step,
  now: number,
): Promise<string[]> => {
  switch (audience) {
    case 'delegates':
      return session.delegates.map(({ personId }) => personId);
    case 'there':
      return peopleOfParties(session, partiesOfSession(session));
    case 'named':
      return peopleOfParties(session, partiesNamed(step.facts));
    case 'chair':
      return chairsOf(session, now);
    case 'street':
      return officersOf(session, now);
    case 'objector':
      return objectorOf(session, step, false);
    case 'enterer':
      return objectorOf(session, step, true);
    case 'substitute':
      // Told once for each session, so that whoever was named before hears nothing new.
      return session.delegates.filter(({ substitute }) => substitute).map(({ personId }) => personId);
  }
};

/** One cause a step; a substitute is told of the session once, by whichever step brought them in. */
const causeOf = (audience: SessionAudience, { id }: CouncilSession, { rev, kind }: Step): string =>
  audience === 'substitute' ? `${id}.substitute` : `${id}.${String(rev)}.${kind}`;

const tellStep = async (session: CouncilSession, step: Step, now: number): Promise<void> => {
  // Nobody hears of what they did themselves, nor twice of one step.
  const told = new Set(step.byId === undefined ? [] : [step.byId]);
  for (const telling of SESSION_TELLINGS[step.kind] ?? []) {
    if (telling.when?.(session) === false) continue;
    const found = await peopleOf(telling.to, session, step, now);
    const personIds = found.filter((personId) => !told.has(personId));
    personIds.forEach((personId) => told.add(personId));
    await tell(
      {
        personIds,
        causeId: causeOf(telling.to, session, step),
        kind: telling.kind,
        title: telling.title,
        words: telling.words(session, step.facts),
        subject: { kind: telling.ofNotice === true ? 'public-notice' : 'session', id: session.id },
      },
      now,
    );
  }
  if (step.kind === 'adjourned') await tellOfAdjourning(session, step, told, now);
};

/** A step was added to the record of a session. */
export const onSession: Reaction = {
  name: 'notices/on-session',
  async on({ pk, sk, old, new: item }) {
    if (!pk.startsWith(PREFIX.session) || !sk.startsWith('EV#') || old !== undefined) return;
    const step = z.safeParse(Step, item);
    if (!step.success || SESSION_TELLINGS[step.data.kind] === undefined) return;
    const session = await findCouncilSession(pk.slice(PREFIX.session.length));
    if (session !== undefined) await tellStep(session, step.data, Date.now());
  },
};

import { ancestorOf } from '@gongyi/shared/district/place';
import { HoursEntry } from '@gongyi/shared/volunteers/hours';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { HOLDS_TIME } from '@gongyi/shared/volunteers/sign-up-rules';
import { VolunteerDay } from '@gongyi/shared/volunteers/sign-up';
import { TeamMember } from '@gongyi/shared/volunteers/team';
import { WISH_STEP_KINDS } from '@gongyi/shared/volunteers/wish';
import type { Wish } from '@gongyi/shared/volunteers/wish';
import * as z from 'zod/mini';
import { membersOf } from '../people/public';
import type { Change, Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { tell } from './tell';
import { findShift, findTeam, findWish, rosterOf, withAccounts } from './volunteer-recipient-store';
import { WISH_TELLINGS, messageTold, reminderTold, shiftPush, signUpTold, teamName } from './volunteer-tellings';
import type { WishAudience } from './volunteer-tellings';

const Clock = z.object({
  shiftId: z.string(),
  slotId: z.string(),
  fired: z.enum(['day', 'hours']),
  firedAt: z.int(),
});

/** Somebody's own sign-ups changed: they are told what it means for them, once each. */
const onDay = async ({ old, new: item, pk }: Change, now: number): Promise<void> => {
  const day = z.safeParse(VolunteerDay, item);
  if (!day.success) return;
  const earlier = z.safeParse(VolunteerDay, old);
  const before = earlier.success ? earlier.data.signUps : {};
  const [personId] = await withAccounts([pk.slice(PREFIX.volunteer.length)]);
  if (personId === undefined) return;
  for (const [key, signUp] of Object.entries(day.data.signUps)) {
    const was = before[key];
    if (was?.state === signUp.state && was.since === signUp.since) continue;
    const shift = await findShift(signUp.shiftId);
    const told = shift && signUpTold(shift, was, signUp);
    if (shift === undefined || told === undefined) continue;
    const { kind, title, words, phrase } = told;
    await tell(
      {
        personIds: [personId],
        causeId: `${key}.${signUp.state}.${String(signUp.since)}`,
        kind,
        title,
        words,
        subject: { kind: 'shift', id: shift.id },
        push: phrase === undefined ? undefined : shiftPush(phrase, shift, signUp.startsAt),
      },
      now,
    );
  }
};

/** The clock gave a reminder: everybody with a place in the slot hears it. */
const onClock = async ({ old, new: item }: Change, now: number): Promise<void> => {
  const clock = z.safeParse(Clock, item);
  if (!clock.success || old?.['firedAt'] === clock.data.firedAt) return;
  const { shiftId, slotId, fired, firedAt } = clock.data;
  const shift = await findShift(shiftId);
  const slot = shift?.slots.find(({ id }) => id === slotId);
  if (shift === undefined || slot === undefined || shift.status !== 'open') return;
  const lines = (await rosterOf(shiftId)).filter(({ signUp }) => signUp.slotId === slotId && signUp.state === 'placed');
  const told = reminderTold(shift, slot.startsAt);
  await tell(
    {
      personIds: await withAccounts(lines.map(({ volunteerId }) => volunteerId)),
      causeId: `${shiftId}.${slotId}.reminder.${fired}.${String(firedAt)}`,
      kind: told.kind,
      title: told.title,
      words: told.words,
      subject: { kind: 'shift', id: shiftId },
      push: shiftPush(told.phrase ?? '', shift, slot.startsAt),
    },
    now,
  );
};

const Message = z.object({
  rev: z.int(),
  kind: z.literal('message'),
  words: z.string(),
  wordsCheck: z.literal('clear'),
  facts: z._default(z.object({ slotId: z.optional(z.string()) }), {}),
});

/** The leader's words were cleared: everybody signed up reads them, and nobody's number was needed. */
const onMessage = async ({ pk, old, new: item }: Change, now: number): Promise<void> => {
  const message = z.safeParse(Message, item);
  if (!message.success || old?.['wordsCheck'] === 'clear') return;
  const shift = await findShift(pk.slice(PREFIX.shift.length));
  if (shift === undefined) return;
  const { rev, words, facts } = message.data;
  const lines = (await rosterOf(shift.id)).filter(
    ({ signUp }) => HOLDS_TIME.includes(signUp.state) && (facts.slotId === undefined || facts.slotId === signUp.slotId),
  );
  const told = messageTold(shift, words);
  await tell(
    {
      personIds: await withAccounts(lines.map(({ volunteerId }) => volunteerId)),
      causeId: `${shift.id}.${String(rev)}.message`,
      kind: told.kind,
      title: told.title,
      words: told.words,
      subject: { kind: 'shift', id: shift.id },
    },
    now,
  );
};

const HOURS_TITLE = { served: '时长记下了', 'by-hand': '补记了时长', correction: '时长更正了' } as const;

const onHours = async ({ old, new: item }: Change, now: number): Promise<void> => {
  const entry = z.safeParse(HoursEntry, item);
  if (old !== undefined || !entry.success) return;
  const { id, volunteerId, kind, minutes, marks } = entry.data;
  const by =
    kind === 'correction'
      ? minutes < 0
        ? `减少 ${hoursWords(-minutes)}`
        : `增加 ${hoursWords(minutes)}`
      : hoursWords(minutes);
  const note = marks.includes('closed-by-clock') ? '（没有签退，按结束时间记）' : '';
  const why = kind === 'served' ? '' : '，原因请看我的时长';
  await tell(
    {
      personIds: await withAccounts([volunteerId]),
      causeId: `hours.${id}`,
      kind: kind === 'served' ? 'hours-written' : 'hours-corrected',
      title: HOURS_TITLE[kind],
      words: `志愿服务时长${by}${note}${why}。`,
      subject: { kind: 'hours', id },
    },
    now,
  );
};

/** Somebody asks to join, is invited or admitted. */
const onMember = async ({ old, new: item }: Change, now: number): Promise<void> => {
  const member = z.safeParse(TeamMember, item);
  if (!member.success || old?.['state'] === member.data.state) return;
  const { teamId, volunteerId, state, since } = member.data;
  const team = await findTeam(teamId);
  if (team === undefined) return;
  const name = teamName(team);
  const asked = old?.['state'] === 'asked';
  const [title, words, to] =
    state === 'asked'
      ? ['有人想加入', `有人想加入${name}，请答复。`, team.leaderIds]
      : state === 'invited'
        ? ['邀请您加入', `${name}邀请您加入，请答复。`, [volunteerId]]
        : state === 'leader'
          ? ['请您当队长', `您是${name}的队长了。`, [volunteerId]]
          : asked
            ? ['加入了服务队', `您加入了${name}。`, [volunteerId]]
            : ['', '', []];
  if (to.length === 0) return;
  await tell(
    {
      personIds: await withAccounts(to),
      causeId: `${teamId}.${volunteerId}.${state}.${String(since)}`,
      kind: 'team-member',
      title,
      words,
      subject: { kind: 'team', id: teamId },
    },
    now,
  );
};

const WishStep = z.object({ rev: z.int(), kind: z.enum(WISH_STEP_KINDS), byId: z.optional(z.string()) });

const peopleIn = async (placeId: string | undefined, roles: readonly string[], now: number): Promise<string[]> =>
  placeId === undefined
    ? []
    : (await membersOf(placeId, now)).filter(({ role }) => roles.includes(role)).map(({ personId }) => personId);

const peopleOf = async (audience: WishAudience, wish: Wish, now: number): Promise<string[]> => {
  const community = ancestorOf(wish.compoundId, 'community');
  switch (audience) {
    case 'wisher':
      return [wish.wisherId ?? wish.recordedById].flatMap((id) => id ?? []);
    case 'makers':
      return [wish.lead, ...wish.helpers].flatMap((maker) => maker?.personId ?? []);
    case 'verifiers':
      return peopleIn(community, ['community-worker', 'community-secretary'], now);
    case 'grid-team':
      return [
        ...(await peopleIn(wish.gridId, ['grid-worker'], now)),
        ...(await peopleIn(community, ['community-worker', 'community-secretary'], now)),
      ];
  }
};

const onWishStep = async ({ pk, old, new: item }: Change, now: number): Promise<void> => {
  const step = z.safeParse(WishStep, item);
  if (old !== undefined || !step.success) return;
  const wish = await findWish(pk.slice(PREFIX.wish.length));
  if (wish === undefined) return;
  const told = new Set([step.data.byId ?? '']);
  for (const telling of WISH_TELLINGS[step.data.kind]) {
    const personIds = (await peopleOf(telling.to, wish, now)).filter((id) => !told.has(id));
    personIds.forEach((id) => told.add(id));
    await tell(
      {
        personIds,
        causeId: `${wish.id}.${String(step.data.rev)}.${step.data.kind}`,
        kind: telling.kind,
        title: telling.title,
        words: telling.words(wish),
        subject: { kind: 'wish', id: wish.id },
      },
      now,
    );
  }
};

/** Teams, shifts, hours and wishes: who hears of what happens. */
export const onVolunteers: Reaction = {
  name: 'notices/on-volunteers',
  async on(change) {
    const { pk, sk } = change;
    const now = Date.now();
    if (pk.startsWith(PREFIX.volunteer) && sk.startsWith('DAY#')) await onDay(change, now);
    else if (pk.startsWith(PREFIX.volunteer) && sk.startsWith('HOURS#')) await onHours(change, now);
    else if (pk.startsWith(PREFIX.shift) && sk.startsWith('CLOCK#')) await onClock(change, now);
    else if (pk.startsWith(PREFIX.shift) && sk.startsWith('EV#')) await onMessage(change, now);
    else if (pk.startsWith(PREFIX.team) && sk.startsWith('MEMBER#')) await onMember(change, now);
    else if (pk.startsWith(PREFIX.wish) && sk.startsWith('EV#')) await onWishStep(change, now);
  },
};

import { HOLDS_TIME, nextSignUpState } from '@gongyi/shared/volunteers/sign-up-rules';
import type { Wish, WishMaker } from '@gongyi/shared/volunteers/wish';
import { NOBODY } from '../people/public';
import { CLOCK } from '../platform/record-item';
import { deletedPersonOf } from '../platform/reaction';
import type { Reaction } from '../platform/reaction';
import { changeOnce, writeTogether } from '../platform/table';
import { keys } from '../platform/table-shape';
import { certificatesOf } from './certificate-store';
import { daysPage } from './day-store';
import { forgetCertificate, forgetVolunteer } from './forget-store';
import { listedPage } from '../platform/list-rows';
import { MY_WISHES } from './lists';
import { findTeam, findWish, moveWrites, stepsAfter } from './record-store';
import { moveSignUp, promoteWaiting } from './sign-up-store';
import { memberWrites, teamsOfVolunteer } from './team-store';
import { ListedWish } from './wish-lists';

const AT_ONCE = 25;
const TRIES = 6;

/** What somebody had promised is given back, so that others may come. */
const giveBack = async (volunteerId: string, now: number): Promise<void> => {
  let after: Record<string, unknown> | undefined;
  do {
    const { days, lastKey } = await daysPage(volunteerId, '', false, AT_ONCE, after);
    for (const signUp of days.flatMap(({ signUps }) => Object.values(signUps))) {
      if (!HOLDS_TIME.includes(signUp.state) || signUp.startsAt <= now) continue;
      if (nextSignUpState(signUp.state, 'cancel') === undefined) continue;
      const { shiftId, slotId, startsAt, endsAt } = signUp;
      const op = `deleted.${volunteerId}`;
      await moveSignUp({ volunteerId, shiftId, slotId, startsAt, endsAt, move: 'cancel', op, now });
      await promoteWaiting(signUp, now);
    }
    after = lastKey;
  } while (after !== undefined);
};

/** Out of every team; a team whose last leader is gone is the community's to give a new one. */
const leaveTeams = async (volunteerId: string, now: number): Promise<void> => {
  for (const { teamId, state } of await teamsOfVolunteer(volunteerId)) {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const team = await findTeam(teamId);
      const op = `deleted.${volunteerId}`;
      const leaves = memberWrites({ teamId, volunteerId, from: state, to: 'none' }, op, now);
      if (team?.leaderIds.includes(volunteerId) !== true) {
        await writeTogether(leaves);
        break;
      }
      const changes = { leaderIds: team.leaderIds.filter((id) => id !== volunteerId) };
      const step = { changes, event: { kind: 'leader-dismissed' } };
      const written = await writeTogether([
        ...moveWrites<typeof team>('team')(team, step, { maker: CLOCK, op, now }),
        ...leaves,
      ]);
      if (written.done) break;
    }
  }
};

const nameless = (maker: WishMaker, personId: string): WishMaker =>
  maker.personId === personId ? { ...maker, name: NOBODY } : maker;

/** Out of a wish: one's name goes, and what one had promised is open for others again. */
const leaveWish = async (wishId: string, personId: string, now: number): Promise<void> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const wish = await findWish(wishId);
    if (wish === undefined) return;
    const leads = wish.status === 'claimed' && wish.lead?.personId === personId;
    const changes: Partial<Wish> = {
      ...(wish.wisherId === personId ? { wisherName: NOBODY, homeId: undefined, homeName: undefined } : {}),
      ...(leads
        ? { status: 'open', since: now, lead: undefined, helpers: [], surfacesAt: now, surfacedAt: undefined }
        : {
            ...(wish.lead === undefined ? {} : { lead: nameless(wish.lead, personId) }),
            helpers: wish.helpers
              .filter((helper) => helper.personId !== personId || wish.status === 'fulfilled')
              .map((helper) => nameless(helper, personId)),
          }),
      ...(wish.wisherId === personId && ['posted', 'returned', 'open'].includes(wish.status)
        ? { status: 'withdrawn' }
        : {}),
    };
    const event = { kind: leads ? 'released' : 'amended' };
    const doing = { maker: CLOCK, op: `deleted.${personId}`, now };
    if ((await stepsAfter('wish', wishId)).some(({ op }) => op === doing.op)) break;
    if ((await writeTogether(moveWrites<Wish>('wish')(wish, { changes, event }, doing))).done) break;
  }
  const values = { ':personId': personId };
  const own = (await stepsAfter('wish', wishId)).filter(({ byId }) => byId === personId);
  for (const { rev } of own) {
    const key = keys.wishStep(wishId, rev);
    await changeOnce({ key, set: { byName: '' }, when: 'byId = :personId', values, op: `forgotten.${personId}` });
  }
};

const leaveWishes = async (personId: string, now: number): Promise<void> => {
  let after: Record<string, unknown> | undefined;
  do {
    const page = await listedPage(ListedWish, { list: MY_WISHES, ownerId: personId, limit: AT_ONCE, after });
    for (const { id } of page.rows) await leaveWish(id, personId, now);
    after = page.lastKey;
  } while (after !== undefined);
};

/**
 * Who deletes their account leaves nothing under their name: sign-ups are given back, teams and wishes go on without
 * them, record, certificates and points are removed. Sums of teams and kinds stand: they name nobody.
 */
export const onPersonDeleted: Reaction = {
  name: 'volunteers/person-deleted',
  async on(change) {
    const personId = deletedPersonOf(change);
    if (personId === undefined) return;
    const now = Date.now();
    await giveBack(personId, now);
    await leaveTeams(personId, now);
    await leaveWishes(personId, now);
    for (const { code } of await certificatesOf(personId)) await forgetCertificate(code);
    await forgetVolunteer(personId);
  },
};

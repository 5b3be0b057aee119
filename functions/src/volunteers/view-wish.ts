import type { Identity } from '@gongyi/shared/people/role';
import { inTerm } from '@gongyi/shared/people/role';
import { may } from '@gongyi/shared/kernel/authority';
import type { WishView } from '@gongyi/shared/volunteers/contract';
import { WISH_STEP_KINDS } from '@gongyi/shared/volunteers/wish';
import type { Wish, WishMaker } from '@gongyi/shared/volunteers/wish';
import { WISH_MOVES, fitsWish, nextWishStatus, shows } from '@gongyi/shared/volunteers/wish-rules';
import { photoViews, shownSteps } from '../media/public';
import { CLOCK } from '../platform/record-item';
import type { StoredStep } from '../platform/record-item';
import { findTeam, stepsAfter } from './record-store';
import { part } from './shown';
import { teamsOfVolunteer } from './team-store';
import { seesWishWords, wishRow } from './wish-row';
import { mayMove, seesAll, seesContact } from './wish-standing';

interface Viewer {
  readonly who: Identity;
  readonly now: number;
}

const AS: Readonly<Record<string, string | undefined>> = {
  wisher: '许愿人',
  recorder: '社区代录',
  community: '社区',
  lead: '牵头',
  helper: '帮忙',
  [CLOCK.as]: '系统',
};

/** A person of it, as everybody may read them. */
const personOf = ({ name, body, party = false, at }: WishMaker) => ({ name, ...part('body', body), party, at });

/** Steps that tell who the wisher is or what they want are shown as the wish itself is. */
const WISHER_STEPS = ['posted', 'amended', 'thanked', 'withdrawn'];

const byOf =
  (named: boolean) =>
  ({ as, byName, kind }: StoredStep): string => {
    const role = AS[as] ?? '';
    return WISHER_STEPS.includes(kind) && !named ? role : `${role} ${byName}`.trim();
  };

/** Teams and units that somebody may claim for. */
const claimFor = async ({ who, now }: Viewer): Promise<WishView['claimFor']> => {
  const led = (await teamsOfVolunteer(who.personId)).filter(({ state }) => state === 'leader');
  const teams = await Promise.all(led.map(({ teamId }) => findTeam(teamId)));
  const units = who.grants.filter(
    (grant) =>
      inTerm(grant, now) &&
      grant.organisationId !== undefined &&
      may(who, 'wish.claim-for-unit', { organisationIds: [grant.organisationId] }, now),
  );
  return [
    ...teams.flatMap((team) =>
      team?.status === 'active' ? [{ kind: 'team' as const, id: team.id, name: team.name }] : [],
    ),
    ...units.map(({ organisationId = '', scopeName }) => ({
      kind: 'organisation' as const,
      id: organisationId,
      name: scopeName,
    })),
  ];
};

/** A wish with its steps, for somebody who may see that it is there; what of it is shown is decided here. */
export const viewWish = async (wish: Wish, viewer: Viewer): Promise<WishView> => {
  const { who, now } = viewer;
  const { personId } = who;
  const all = seesAll(wish, who, now);
  const isAuthor = wish.wisherId === personId || wish.recordedById === personId;
  const worded = seesWishWords(wish, all, isAuthor);
  const named = all || shows(wish, 'name');
  const moves = WISH_MOVES.filter(
    (move) =>
      nextWishStatus(wish.status, move) !== undefined &&
      fitsWish(wish, move, personId) &&
      mayMove(wish, move, who, now),
  );
  const pictured = all || shows(wish, 'photos');
  const [photos, steps, claims] = await Promise.all([
    pictured && wish.photos.length > 0 ? photoViews(wish.photos, personId) : [],
    stepsAfter('wish', wish.id),
    moves.includes('claim') ? claimFor(viewer) : [],
  ]);
  const shown = await shownSteps({ steps, kinds: WISH_STEP_KINDS, textKinds: [], personId, byOf: byOf(named) });
  // What others write of a private wish tells of it too.
  const mayRead = all || shows(wish, 'words');
  return {
    ...wishRow(wish, personId, all),
    rev: wish.rev,
    ...part('words', worded ? wish.words : undefined),
    wordsState: wish.wordsCheck,
    photos,
    ...part('homeName', all ? wish.homeName : undefined),
    shows: wish.shows,
    mine: wish.wisherId === personId,
    recordedByMe: wish.recordedById === personId,
    ...part('lead', wish.lead && personOf(wish.lead)),
    helpersList: wish.helpers.map(personOf),
    ...part('closedReason', all ? wish.closedReason : undefined),
    ...part('surfacesAt', all ? wish.surfacesAt : undefined),
    timeline: shown.map(({ rev, kind, at, by, mine, words, wordsState, photos: pictures }) => ({
      rev,
      kind,
      at,
      by,
      mine,
      ...part('words', mine || mayRead ? words : undefined),
      ...part('wordsState', wordsState),
      photos: mine || pictured ? pictures : [],
    })),
    moves,
    claimFor: claims,
    maySeeContact: seesContact(wish, who, now),
  };
};

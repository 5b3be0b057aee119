import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY } from '@gongyi/shared/kernel/time';
import type {
  amendWish as amendRoute,
  claimWish as claimRoute,
  closeWish as closeRoute,
  fulfilWish as fulfilRoute,
  helpWish as helpRoute,
  progressWish as progressRoute,
  releaseWish as releaseRoute,
  returnWish as returnRoute,
  stopHelpingWish as stopRoute,
  thankForWish as thankRoute,
  verifyWish as verifyRoute,
  withdrawWish as withdrawRoute,
} from '@gongyi/shared/volunteers/contract';
import { MOST_HELPERS } from '@gongyi/shared/volunteers/wish';
import type { Wish, WishMaker } from '@gongyi/shared/volunteers/wish';
import { findOrganisation } from '../district/public';
import { requireOwnPhotos } from '../media/public';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import { settingsOf } from './kinds-store';
import { makeWishMove } from './make-wish-move';
import { wishText } from './post-wish';
import { findTeam } from './record-store';
import { findVolunteer } from './volunteer-store';
import { communityOf } from './wish-standing';

/** The moves of a wish, one after another; what they have in common is in `make-wish-move.ts`. */
const newPhotos = (photos: readonly string[], known: readonly string[], wish: Wish, { who, now }: Call) => {
  const fresh = photos.filter((id) => !known.includes(id));
  return fresh.length === 0 ? undefined : requireOwnPhotos(fresh, who.personId, wish.id, now);
};

/** Words it anew; the words are checked and the community verifies it again. */
export const amendWish = ({ params, body }: RouteInput<typeof amendRoute>, call: Call) =>
  makeWishMove({ move: 'amend', id: params.wishId, rev: body.rev }, call, async (wish) => {
    const { rev: _rev, ...draft } = body;
    const photos = [...new Set(draft.photos)];
    const unknown = await newPhotos(photos, wish.photos, wish, call);
    if (unknown !== undefined) return unknown;
    const shows = draft.private ? [...new Set(draft.shows)] : [];
    return {
      effect: {
        changes: { ...draft, photos, shows, status: 'posted', since: call.now, closedReason: undefined },
        event: { kind: 'amended', words: wishText(draft), photos },
        text: true,
      },
    };
  });

export const withdrawWish = ({ params, body }: RouteInput<typeof withdrawRoute>, call: Call) =>
  makeWishMove({ move: 'withdraw', id: params.wishId, rev: body.rev }, call, () => ({
    effect: { changes: { status: 'withdrawn', since: call.now }, event: { kind: 'withdrawn' } },
  }));

/** The community has looked into it: from now on somebody may claim it, and it surfaces if nobody does. */
export const verifyWish = ({ params, body }: RouteInput<typeof verifyRoute>, call: Call) =>
  makeWishMove({ move: 'verify', id: params.wishId, rev: body.rev }, call, async (wish) => {
    if (wish.wisherId === call.who.personId) return refuse('own-wish');
    if (wish.wordsCheck !== 'clear') return refuse('content-unchecked', { state: wish.wordsCheck });
    const { wishDays } = await settingsOf(communityOf(wish));
    const surfacesAt = call.now + wishDays * DAY;
    return {
      effect: { changes: { status: 'open', since: call.now, surfacesAt }, event: { kind: 'verified' } },
    };
  });

export const returnWish = ({ params, body }: RouteInput<typeof returnRoute>, call: Call) =>
  makeWishMove({ move: 'return', id: params.wishId, rev: body.rev }, call, () => ({
    effect: {
      changes: { status: 'returned', since: call.now, closedReason: body.reason },
      event: { kind: 'returned', words: body.reason },
    },
  }));

/** Who makes it come true, as everybody may read them. */
const wishMaker = async ({ who, now }: Call): Promise<WishMaker> => {
  const [names, volunteer] = await Promise.all([namesOf([who.personId]), findVolunteer(who.personId)]);
  const party = volunteer?.party?.shown === true;
  return { personId: who.personId, name: maskName(names.get(who.personId)), at: now, ...(party ? { party } : {}) };
};

/** The team or unit that somebody claims for, if they may speak for it. */
const bodyFor = async (
  { teamId, organisationId }: RouteInput<typeof claimRoute>['body'],
  { who, now }: Call,
): Promise<Partial<WishMaker> | Refusal> => {
  if (teamId !== undefined) {
    const team = await findTeam(teamId);
    const leads = team?.status === 'active' && team.leaderIds.includes(who.personId);
    return leads ? { teamId, body: team.name } : refuse('not-yours-to-claim-for');
  }
  if (organisationId === undefined) return {};
  const organisation = await findOrganisation(organisationId);
  const works = may(who, 'wish.claim-for-unit', { organisationIds: [organisationId] }, now);
  return organisation !== undefined && works
    ? { organisationId, body: organisation.name }
    : refuse('not-yours-to-claim-for');
};

/** Promises to make it come true: one lead, whoever is first. */
export const claimWish = ({ params, body }: RouteInput<typeof claimRoute>, call: Call) =>
  makeWishMove({ move: 'claim', id: params.wishId, rev: body.rev }, call, async (wish) => {
    if (!call.who.consents.includes('privacy')) return refuse('privacy-consent-needed');
    if (wish.wisherId === call.who.personId) return refuse('own-wish');
    const named = await bodyFor(body, call);
    if (isRefusal(named)) return named;
    const lead = { ...(await wishMaker(call)), ...named };
    return { effect: { changes: { status: 'claimed', since: call.now, lead }, event: { kind: 'claimed' } } };
  });

/** The lead gives it up; it is open again and surfaces anew after its time. */
export const releaseWish = ({ params, body }: RouteInput<typeof releaseRoute>, call: Call) =>
  makeWishMove({ move: 'release', id: params.wishId, rev: body.rev }, call, async (wish) => {
    const { wishDays } = await settingsOf(communityOf(wish));
    const changes = {
      status: 'open' as const,
      since: call.now,
      lead: undefined,
      helpers: [],
      surfacedAt: undefined,
      surfacesAt: call.now + wishDays * DAY,
    };
    return { effect: { changes, event: { kind: 'released', words: body.reason } } };
  });

export const helpWish = ({ params, body }: RouteInput<typeof helpRoute>, call: Call) =>
  makeWishMove({ move: 'help', id: params.wishId, rev: body.rev }, call, async (wish) => {
    const { personId, consents } = call.who;
    if (!consents.includes('privacy')) return refuse('privacy-consent-needed');
    if (wish.wisherId === personId) return refuse('own-wish');
    const others = [wish.lead, ...wish.helpers];
    if (others.some((one) => one?.personId === personId)) return refuse('already-helping');
    if (wish.helpers.length >= MOST_HELPERS) return refuse('helpers-full', { most: MOST_HELPERS });
    const helpers = [...wish.helpers, await wishMaker(call)];
    return { effect: { changes: { helpers }, event: { kind: 'helper-joined' } } };
  });

export const stopHelpingWish = ({ params, body }: RouteInput<typeof stopRoute>, call: Call) =>
  makeWishMove({ move: 'stop-helping', id: params.wishId, rev: body.rev }, call, (wish) => ({
    effect: {
      changes: { helpers: wish.helpers.filter((one) => one.personId !== call.who.personId) },
      event: { kind: 'helper-left' },
    },
  }));

export const progressWish = ({ params, body }: RouteInput<typeof progressRoute>, call: Call) =>
  makeWishMove({ move: 'progress', id: params.wishId, rev: body.rev }, call, async (wish) => {
    const photos = [...new Set(body.photos)];
    const unknown = await newPhotos(photos, [], wish, call);
    return unknown ?? { effect: { changes: {}, event: { kind: 'progress', words: body.words, photos } } };
  });

/** It has come true: with a photo, so that others see it too. */
export const fulfilWish = ({ params, body }: RouteInput<typeof fulfilRoute>, call: Call) =>
  makeWishMove({ move: 'fulfil', id: params.wishId, rev: body.rev }, call, async (wish) => {
    const photos = [...new Set(body.photos)];
    if (photos.length === 0) return refuse('proof-needed');
    const unknown = await newPhotos(photos, [], wish, call);
    if (unknown !== undefined) return unknown;
    return {
      effect: {
        changes: { status: 'fulfilled', since: call.now },
        event: { kind: 'fulfilled', words: body.words, photos },
      },
    };
  });

export const thankForWish = ({ params, body }: RouteInput<typeof thankRoute>, call: Call) =>
  makeWishMove({ move: 'thank', id: params.wishId, rev: body.rev }, call, () => ({
    effect: { changes: { thankedAt: call.now }, event: { kind: 'thanked', words: body.words } },
  }));

export const closeWish = ({ params, body }: RouteInput<typeof closeRoute>, call: Call) =>
  makeWishMove({ move: 'close', id: params.wishId, rev: body.rev }, call, () => ({
    effect: {
      changes: { status: 'closed', since: call.now, closedReason: body.reason },
      event: { kind: 'closed', words: body.reason },
    },
  }));

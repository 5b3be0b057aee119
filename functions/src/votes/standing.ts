import { standingFor } from '@gongyi/shared/kernel/authority';
import type { Action, Standing, Subject } from '@gongyi/shared/kernel/authority';
import type { Vote } from '@gongyi/shared/votes/vote';
import { VOTE_MOVE_ACTION } from '@gongyi/shared/votes/vote-rules';
import type { VoteMove } from '@gongyi/shared/votes/vote-rules';
import { HOME_ROLES } from '@gongyi/shared/people/role';
import type { Identity, Role } from '@gongyi/shared/people/role';
import { serving } from '../district/public';

/** Who asks, and when. */
export interface Viewer {
  readonly who: Identity | undefined;
  readonly now: number;
}

/** Votes of a compound's owners as authority sees them. */
export const votesSubject = async (compoundId: string, personId?: string): Promise<Subject> => {
  const companies = (await serving(compoundId)).filter(({ kind }) => kind === 'property-company');
  return {
    placeId: compoundId,
    organisationIds: companies.map(({ id }) => id),
    ...(personId === undefined ? {} : { personId }),
  };
};

export const mayOn = (subject: Subject, action: Action, { who, now }: Viewer): boolean =>
  who !== undefined && standingFor(who, action, subject, now) !== undefined;

/** Announced: from here on it hangs in the compound for everybody to read. */
export const isPublic = ({ noticeAt }: Pick<Vote, 'noticeAt'>): boolean => noticeAt !== undefined;

/** Owners are the ones who speak before the notice: their petition and their nominations. */
const isOwners = ({ petition, status }: Pick<Vote, 'petition' | 'status'>): boolean =>
  petition !== undefined || status === 'nominating';

export const mayReadVote = (
  vote: Pick<Vote, 'noticeAt' | 'petition' | 'status' | 'startedBy'>,
  subject: Subject,
  viewer: Viewer,
): boolean =>
  isPublic(vote) ||
  vote.startedBy === viewer.who?.personId ||
  mayOn(subject, isOwners(vote) ? 'vote.read' : 'vote.prepare', viewer);

/** Before a petition has reached its share it is its beginner's to change. */
const isBeginners = (vote: Pick<Vote, 'status'>, move: VoteMove): boolean =>
  vote.status === 'collecting' && (move === 'amend' || move === 'withdraw');

export const standingOn = (
  vote: Pick<Vote, 'status' | 'startedBy'>,
  subject: Subject,
  move: VoteMove,
  { who, now }: Viewer,
): Standing | undefined => {
  if (who === undefined) return undefined;
  if (isBeginners(vote, move)) return vote.startedBy === who.personId ? { role: 'person' } : undefined;
  return standingFor(who, VOTE_MOVE_ACTION[move], subject, now);
};

const BODIES: Partial<Record<Role, string>> = {
  'owners-committee-director': 'owners-committee',
  'owners-committee-member': 'owners-committee',
  'community-worker': 'committee-of-residents',
  'community-secretary': 'committee-of-residents',
  'street-officer': 'street',
  manager: 'property-company',
};
const BODY_NAMES: Readonly<Record<string, string | undefined>> = {
  'owners-committee': '业委会',
  'committee-of-residents': '居委会',
  'property-company': '物业',
  street: '街道',
  clock: '系统',
};

/** As what somebody acts in votes: a resident, or for the body their role is of. */
export const actsAs = ({ role }: Standing): string =>
  HOME_ROLES.some((one) => one === role) || role === 'person' ? 'resident' : (BODIES[role] ?? role);

/** 业委会 李*; a resident by building and masked name alone. */
export const byWords = ({ as, byName }: { readonly as: string; readonly byName: string }): string =>
  `${BODY_NAMES[as] ?? ''} ${byName}`.trim();

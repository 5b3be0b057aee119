import type { CommitteeRow, CommitteeView } from '@gongyi/shared/votes/contract';
import {
  COMMITTEE_MOVES,
  committeeEndsAt,
  committeePublishBy,
  committeeQuorate,
  committeeTally,
  isMember,
  nextCommitteeStatus,
  takesPart,
} from '@gongyi/shared/votes/committee-vote';
import type { CommitteeMove, CommitteeVote } from '@gongyi/shared/votes/committee-vote';
import { HOUR } from '@gongyi/shared/kernel/time';
import { mayOn, votesSubject } from './standing';
import type { Viewer } from './standing';

/** Members come a little before. */
export const ATTEND_FROM = HOUR;

const CALLERS_MOVES: readonly CommitteeMove[] = ['open', 'close', 'publish', 'cancel'];

const part = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};

export const committeeRow = (vote: CommitteeVote): CommitteeRow => ({
  id: vote.id,
  number: vote.number,
  rev: vote.rev,
  status: vote.status,
  compoundId: vote.compoundId,
  compoundName: vote.compoundName,
  title: vote.title,
  meetsAt: vote.meetsAt,
  ...part('publishBy', vote.closedAt && committeePublishBy(vote, vote.closedAt)),
  ...part('publishedAt', vote.publishedAt),
});

/** Published, it is everybody's; before, the members' and of those who call meetings or look after them. */
export const mayReadCommittee = async (vote: CommitteeVote, viewer: Viewer): Promise<boolean> => {
  if (vote.status === 'published' || isMember(vote, viewer.who?.personId)) return true;
  const subject = await votesSubject(vote.compoundId);
  return mayOn(subject, 'committee-vote.call', viewer) || mayOn(subject, 'repair.check', viewer);
};

const fits = (vote: CommitteeVote, move: CommitteeMove, { who, now }: Viewer): boolean => {
  const mine = who?.personId ?? '';
  const takes = who !== undefined && takesPart(vote, who, now);
  switch (move) {
    case 'attend':
      return takes && !vote.attending.includes(mine) && now >= vote.meetsAt - ATTEND_FROM;
    case 'state':
      return (
        takes &&
        now < committeeEndsAt(vote) &&
        vote.attending.includes(mine) &&
        vote.matters.some(({ id }) => vote.positions[id]?.[mine] === undefined)
      );
    case 'open':
      return now >= vote.meetsAt && committeeQuorate(vote);
    case 'close':
      return vote.matters.every(({ id }) =>
        vote.attending.every((member) => vote.positions[id]?.[member] !== undefined),
      );
    case 'publish':
    case 'cancel':
      return true;
  }
};

const mattersOf = (vote: CommitteeVote, personId: string): CommitteeView['matters'] => {
  const counted = vote.closedAt !== undefined;
  return vote.matters.map(({ id, title, words }) => {
    const positions = vote.positions[id] ?? {};
    return {
      id,
      title,
      words,
      stated: Object.keys(positions).length,
      ...part('myChoice', positions[personId]),
      ...(counted
        ? {
            tally: committeeTally(vote, id),
            // By name, as the law wants it; choices are nobody's before the close.
            rollCall: vote.members.map((member) => ({
              name: member.name,
              ...part('choice', positions[member.personId]),
            })),
          }
        : {}),
    };
  });
};

/** A committee's vote for somebody who may read it. */
export const viewCommittee = async (vote: CommitteeVote, viewer: Viewer): Promise<CommitteeView> => {
  const { who, now } = viewer;
  const personId = who?.personId ?? '';
  const calls = mayOn(await votesSubject(vote.compoundId), 'committee-vote.call', viewer);
  const moves = COMMITTEE_MOVES.filter(
    (move) =>
      nextCommitteeStatus(vote.status, move) !== undefined &&
      fits(vote, move, viewer) &&
      (!CALLERS_MOVES.includes(move) || calls),
  );
  return {
    ...committeeRow(vote),
    legalForce: vote.rulesInForce.rules.legalForce,
    venue: vote.venue,
    calledAt: vote.calledAt,
    members: vote.members.map(({ personId: id, name, director }) => ({
      name,
      director,
      attending: vote.attending.includes(id),
      mine: id === personId,
      ...(calls ? { personId: id } : {}),
    })),
    formerMember: who !== undefined && isMember(vote, who.personId) && !takesPart(vote, who, now),
    quorate: committeeQuorate(vote),
    matters: mattersOf(vote, personId),
    endsAt: committeeEndsAt(vote),
    ...part('openedAt', vote.openedAt),
    ...part('closedAt', vote.closedAt),
    fingerprint: vote.fingerprint,
    moves,
  };
};

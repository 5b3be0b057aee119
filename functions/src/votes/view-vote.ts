import { DAY } from '@gongyi/shared/kernel/time';
import type { MatterView, VoteView } from '@gongyi/shared/votes/contract';
import { shareOf } from '@gongyi/shared/votes/apportionment';
import { committeeSize } from '@gongyi/shared/votes/election-rules';
import { inScope } from '@gongyi/shared/votes/electorate';
import { MATTER_WORDS, THRESHOLD_WORDS, articleOf, thresholdOf } from '@gongyi/shared/votes/matters';
import type { Matter, Vote } from '@gongyi/shared/votes/vote';
import { VOTE_MOVES, challengeEnd, nextVoteStatus, petitionRuns } from '@gongyi/shared/votes/vote-rules';
import type { VoteMove } from '@gongyi/shared/votes/vote-rules';
import { UNLISTED_STEPS, VOTE_STEPS } from '@gongyi/shared/votes/vote-steps';
import type { Subject } from '@gongyi/shared/kernel/authority';
import type { RollHomeEntry } from '../district/public';
import { photoViews, shownSteps, stepWords } from '../media/public';
import type { StoredStep } from '../platform/record-item';
import { scopeNamesOf } from './scope-names';
import { headsOf, myRollHomes } from './my-homes';
import { hasSigned } from './petition-store';
import { byWords, mayOn, standingOn, votesSubject } from './standing';
import type { Viewer } from './standing';
import { UNSEEN, voteRow, wordsShown } from './vote-row';
import { voteStepsAt } from './vote-store';

const LISTED = VOTE_STEPS.filter((kind) => !UNLISTED_STEPS.includes(kind));
const TEXT_STEPS = ['drafted', 'petitioned', 'amended'];

interface Seen {
  readonly vote: Vote;
  readonly subject: Subject;
  readonly viewer: Viewer;
  /** Whether the asker writes it, and so sees what is not checked yet. */
  readonly writes: boolean;
  /** The asker's homes among those that decide. */
  readonly homes: readonly RollHomeEntry[];
  readonly signedByMe: boolean;
}

const myShareOf = ({ fund }: Matter, { vote: { electorate }, homes }: Seen): MatterView['myShare'] => {
  if (fund === undefined || electorate === undefined || homes.length === 0) return undefined;
  const mine = { homes: homes.length, area: homes.reduce((sum, { area }) => sum + area, 0) };
  return { ...mine, ...shareOf(fund, mine, electorate) };
};

const matterView = async (matter: Matter, seen: Seen): Promise<MatterView> => {
  const { id, kind, title, words, attachments, fund, election } = matter;
  const shown = wordsShown(seen.vote, seen.writes);
  const share = myShareOf(matter, seen);
  const threshold = thresholdOf(kind);
  return {
    id,
    kind,
    title: shown ? title : UNSEEN,
    ...(shown ? { words } : {}),
    matterWords: MATTER_WORDS[kind].words,
    article: articleOf(kind),
    threshold,
    thresholdWords: THRESHOLD_WORDS[threshold],
    attachments: attachments.length === 0 ? [] : await photoViews(attachments, seen.viewer.who?.personId),
    ...(fund === undefined || !shown ? {} : { fund }),
    ...(share === undefined ? {} : { myShare: share }),
    ...(election === undefined
      ? {}
      : {
          election: {
            seats: election.seats,
            size: committeeSize(election),
            alternates: election.alternates,
            candidates: election.candidates.map(({ id: cid, name, about, by }) => ({ id: cid, name, about, by })),
          },
        }),
  };
};

/** What the vote itself allows beyond its status: no button is shown that would be refused. */
const fits = ({ vote, viewer, homes, signedByMe }: Seen, move: VoteMove): boolean => {
  switch (move) {
    case 'sign':
      return homes.length > 0 && !signedByMe && petitionRuns(vote, viewer.now);
    case 'call-nominations':
      return vote.matters.some(({ election }) => election !== undefined);
    default:
      return true;
  }
};

const movesOf = (seen: Seen): VoteMove[] =>
  VOTE_MOVES.filter(
    (move) =>
      nextVoteStatus(seen.vote.status, move) !== undefined &&
      fits(seen, move) &&
      standingOn(seen.vote, seen.subject, move, seen.viewer) !== undefined,
  );

/** Reasons repeat words of a step: they are shown exactly where that step's words are. */
const withdrawnReason = ({ withdrawnReason: reason }: Vote, steps: readonly StoredStep[], personId?: string) => {
  const step = steps.findLast(({ kind }) => kind === 'withdrawn');
  return step === undefined ? reason : stepWords(step, personId);
};

/** Who is missing is public at once, and for good; why, where the step's own words are. */
const unsignedIn = ({ unsigned }: Vote, steps: readonly StoredStep[], personId?: string): VoteView['unsigned'] => {
  if (unsigned === undefined) return undefined;
  const step = steps.find(({ rev }) => rev === unsigned.rev);
  const shown = step !== undefined && stepWords(step, personId) !== undefined;
  return { names: unsigned.names, ...part('reason', shown ? unsigned.reason : undefined) };
};

const part = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};

const seenBy = async (vote: Vote, viewer: Viewer): Promise<Seen> => {
  const [subject, mine] = await Promise.all([votesSubject(vote.compoundId), myRollHomes(vote.compoundId, viewer)]);
  const homes = mine.filter(({ homeId }) => inScope(vote.scope, homeId));
  const writes = mayOn(subject, 'vote.prepare', viewer) || vote.startedBy === viewer.who?.personId;
  const signedByMe = vote.petition === undefined ? false : await hasSigned(vote.id, headsOf(homes));
  return { vote, subject, viewer, writes, homes, signedByMe };
};

/** A vote for somebody who may read it; what of it is shown is decided here. */
export const viewVote = async (vote: Vote, viewer: Viewer): Promise<VoteView> => {
  const personId = viewer.who?.personId;
  const listed = vote.listed ?? [];
  const [seen, found, scopeNames] = await Promise.all([
    seenBy(vote, viewer),
    // How the counting ended is told also when newer steps have taken its place in the timeline.
    voteStepsAt(vote.id, [...listed, ...(vote.unsigned === undefined ? [] : [vote.unsigned.rev])]),
    scopeNamesOf(vote),
  ]);
  const steps = found.filter(({ rev }) => listed.includes(rev));
  const [matterList, timeline] = await Promise.all([
    Promise.all(vote.matters.map((matter) => matterView(matter, seen))),
    shownSteps({ steps, kinds: LISTED, textKinds: TEXT_STEPS, personId, byOf: byWords }),
  ]);
  const { subject, writes } = seen;
  const { rules } = vote.rulesInForce;
  const { publishedAt } = vote;
  return {
    ...voteRow(vote, writes),
    startedByName: vote.startedByName,
    wordsState: vote.wordsCheck ?? 'clear',
    scope: vote.scope,
    scopeNames,
    matterList,
    ...part('topicId', vote.topicId),
    rules: vote.rulesInForce,
    scrutineers: vote.scrutineers.map(({ personId: id, name }) => ({
      name,
      mine: id === personId,
      ...(writes ? { personId: id } : {}),
    })),
    ...part('unsigned', unsignedIn(vote, found, personId)),
    doorCallers: vote.doorCallers.filter((one) => writes || one.personId === personId),
    ...part('closedFirstAt', vote.closedFirstAt),
    ...part('electorate', vote.electorate),
    ...part('openedAt', vote.openedAt),
    ...part('sealedAt', vote.sealedAt),
    ...part('withdrawnReason', withdrawnReason(vote, steps, personId)),
    signedByMe: seen.signedByMe,
    ...part('result', vote.result),
    ...part('resultNoticeUntil', publishedAt && publishedAt + rules.resultNoticeDays * DAY),
    ...part('challengeUntil', publishedAt && challengeEnd(vote.rulesInForce, publishedAt)),
    objections: vote.objections ?? 0,
    timeline: timeline.map(({ hidden: _, ...step }) => step),
    fingerprint: vote.fingerprint,
    moves: movesOf(seen),
    mayInspect: mayOn(subject, 'vote.inspect', viewer),
  };
};

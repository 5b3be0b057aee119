import type {
  getBallotPapers as papersRoute,
  getResultSheet as resultRoute,
  getVoteSheet as noticeRoute,
} from '@gongyi/shared/votes/contract';
import { questionsOf } from '@gongyi/shared/votes/ballot';
import type { Matter, Vote } from '@gongyi/shared/votes/vote';
import { within } from '@gongyi/shared/district/place';
import { formatArea } from '@gongyi/shared/kernel/area';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { fingerprintOf } from '@gongyi/shared/kernel/record';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findPlace } from '../district/public';
import { env } from '../platform/env';
import type { Call, OpenCall } from '../platform/router';
import type { BallotHead } from './ballot-item';
import { findHead, nosBelow, wholeLinesAt } from './ballot-store';
import { isPublic, mayReadVote, votesSubject } from './standing';
import { scopeNamesOf } from './scope-names';
import { freeSerials } from './serial-store';
import { forceWords, noticeWords, resultWords, timeWords, titled, voteAddress } from './sheet-words';
import type { VoteSheet } from './sheet-words';
import type { BallotPapers, PaperMatter } from './sheets';
import { findVote } from './vote-store';

/** The same paper for everybody: made once for what it says, whoever asks. */
const addressOf = async (voteId: string, sheet: VoteSheet): Promise<{ readonly url: string }> => {
  const id = `vote-${voteId}-${fingerprintOf(JSON.stringify(sheet)).slice(0, 32)}`;
  const { exportOnce } = await import('../platform/exported-file');
  const make = async (): Promise<Uint8Array> => (await import('./sheets')).drawVoteSheet(sheet);
  return { url: await exportOnce({ id, type: 'pdf', name: sheet.title, inline: true }, make) };
};

export const getVoteSheet = async (
  { params }: RouteInput<typeof noticeRoute>,
  _call: OpenCall,
): Promise<RouteReply<typeof noticeRoute> | Refusal> => {
  const vote = await findVote(params.voteId);
  if (vote === undefined || !isPublic(vote)) return refuse('not-found');
  return addressOf(vote.id, noticeWords(vote, await scopeNamesOf(vote), env().PUBLIC_BASE_URL));
};

export const getResultSheet = async (
  { params }: RouteInput<typeof resultRoute>,
  _call: OpenCall,
): Promise<RouteReply<typeof resultRoute> | Refusal> => {
  const vote = await findVote(params.voteId);
  if (vote?.result === undefined || vote.publishedAt === undefined) return refuse('not-found');
  return addressOf(vote.id, resultWords(vote, vote.result, env().PUBLIC_BASE_URL));
};

/** Papers of one part of a compound: more than a handful of sheets is printed entrance by entrance. */
const MOST_PAPERS = 300;

/** More in favour than this spoil the paper (`choiceProblem`). */
const limitWords = ({ title, election }: Matter): Pick<PaperMatter, 'limit'> => {
  if (election === undefined) return {};
  const seats = String(election.seats);
  return { limit: `${title}：应选 ${seats} 名，最多同意 ${seats} 人，同意超过 ${seats} 人的，整张票作废。` };
};

/** Matters as the paper asks them, their questions numbered throughout. */
const matterWords = ({ matters }: Vote): PaperMatter[] => {
  const order = questionsOf(matters).map(({ id }) => id);
  return matters.map((matter) => ({
    ...limitWords(matter),
    questions: questionsOf([matter]).map(({ id, candidateId }) => {
      const candidate = matter.election?.candidates.find((one) => one.id === candidateId);
      const what = candidate === undefined ? '' : `　候选人：${candidate.name}`;
      return `${String(order.indexOf(id) + 1)}．${matter.title}${what}`;
    }),
  }));
};

/** Papers of these lines, in their order, each under a number of its own; none where one came back and stands. */
const papersOf = async (head: BallotHead, nos: readonly number[]): Promise<BallotPapers['papers']> => {
  const lines = (await wholeLinesAt(head.voteId, nos)).filter(({ line }) => line.returnedAt === undefined);
  const serials = await freeSerials(
    head.voteId,
    head.lines,
    lines.map(({ line }) => line.no),
  );
  return lines.map(({ line, homes }) => ({
    serial: serials.get(line.no) ?? 0,
    homes: homes.map(({ name }) => name).join('、'),
    area: `${formatArea(line.area)} 平方米`,
  }));
};

/** Numbered papers, once the lines are there; for who keeps the registers. */
export const getBallotPapers = async (
  { params: { voteId }, query: { placeId } }: RouteInput<typeof papersRoute>,
  call: Call,
): Promise<RouteReply<typeof papersRoute> | Refusal> => {
  const vote = await findVote(voteId);
  if (vote === undefined) return refuse('not-found');
  const subject = await votesSubject(vote.compoundId);
  if (!mayReadVote(vote, subject, call)) return refuse('not-found');
  const head = vote.status === 'open' ? await findHead(voteId, { consistent: true }) : undefined;
  if (!may(call.who, 'ballot.register', subject, call.now) || head === undefined) {
    return refuse('move-not-allowed', { rev: vote.rev, status: vote.status });
  }
  const place = within(placeId, vote.compoundId) ? await findPlace(placeId) : undefined;
  if (place === undefined) return refuse('place-unknown', { placeId });
  const nos = [...new Set((await nosBelow(voteId, placeId)).map(({ no }) => no))].sort((a, b) => a - b);
  if (nos.length === 0) return refuse('place-unknown', { placeId });
  if (nos.length > MOST_PAPERS) return refuse('too-many-papers', { most: MOST_PAPERS });
  const papers = await papersOf(head, nos);
  if (papers.length === 0) return refuse('already-returned');
  const title = titled(vote, '票');
  const content: BallotPapers = {
    title,
    number: vote.number,
    force: forceWords(vote),
    until: timeWords(vote.closesAt),
    matters: matterWords(vote),
    address: voteAddress(vote, env().PUBLIC_BASE_URL),
    papers,
  };
  const id = `papers-${voteId}-${fingerprintOf(JSON.stringify(content)).slice(0, 32)}`;
  const { exportOnce } = await import('../platform/exported-file');
  const make = async (): Promise<Uint8Array> => (await import('./sheets')).drawBallotPapers(content);
  const file = { id, type: 'pdf', name: `${title} ${place.name}`, inline: true } as const;
  return { url: await exportOnce(file, make), papers: papers.length };
};

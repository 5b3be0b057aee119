import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { participates } from '@gongyi/shared/votes/assembly-rules';
import type { getBallotsState as route } from '@gongyi/shared/votes/contract-ballots';
import { permille } from '@gongyi/shared/votes/turnout-rules';
import type { Vote } from '@gongyi/shared/votes/vote';
import { findJob, isStalled } from '../platform/jobs';
import type { OpenCall } from '../platform/router';
import { countingState } from './counting-state';
import { shownTurnout } from './turnout-store';
import { voteJobId } from './vote-clock';
import { findVote } from './vote-store';

type Reply = RouteReply<typeof route>;

const WORK = {
  opening: ['vote-open', 'opening'],
  sealing: ['vote-seal', 'sealing'],
  tallying: ['vote-tally', 'tallying'],
} as const;
const isWork = (status: string): status is keyof typeof WORK => Object.hasOwn(WORK, status);

const progressOf = async ({ id, status }: Vote): Promise<Pick<Reply, 'progress'>> => {
  if (!isWork(status)) return {};
  const [kind, work] = WORK[status];
  const job = await findJob(voteJobId(kind, id), 'ballots');
  return job === undefined ? {} : { progress: { work, ...job.progress, stalled: isStalled(job) } };
};

const turnoutOf = async ({ id, electorate, status }: Vote): Promise<Pick<Reply, 'turnout' | 'reached'>> => {
  const shown = electorate && (await shownTurnout(id));
  if (electorate === undefined || shown === undefined) return {};
  const { area, heads } = electorate;
  const { at, tookPart } = shown;
  const areaPermille = permille(tookPart.area, area);
  return {
    turnout: {
      at,
      // While it runs to 0.1 %: the exact area of a step would name its homes.
      tookPart: status === 'open' ? { ...tookPart, area: Math.floor((area * areaPermille) / 1000) } : tookPart,
      areaPermille,
      headsPermille: permille(tookPart.heads, heads),
    },
    reached: participates({ all: { area, heads }, tookPart }),
  };
};

/** How a vote stands, for everybody, from its notice on. */
export const getBallotsState = async (
  { params: { voteId } }: RouteInput<typeof route>,
  _call: OpenCall,
): Promise<Reply | Refusal> => {
  const vote = await findVote(voteId);
  if (vote?.noticeAt === undefined) return refuse('not-found');
  return {
    status: vote.status,
    legalForce: vote.rulesInForce.rules.legalForce,
    opensAt: vote.opensAt,
    closesAt: vote.closesAt,
    ...(vote.electorate === undefined
      ? {}
      : { electorate: { area: vote.electorate.area, heads: vote.electorate.heads } }),
    ...(await progressOf(vote)),
    ...(await turnoutOf(vote)),
    ...(vote.status === 'counting' ? { counting: await countingState(vote) } : {}),
  };
};

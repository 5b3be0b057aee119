import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { bindingCounts } from '@gongyi/shared/people/role';
import type { MyLine, disownPaper as disownRoute } from '@gongyi/shared/votes/contract-ballots';
import type {
  RegisterLine,
  deliverPaper as deliverRoute,
  returnPaper as returnRoute,
  settlePaper as settleRoute,
} from '@gongyi/shared/votes/contract-paper';
import type { VoteStatus } from '@gongyi/shared/votes/vote';
import { findPerson } from '../people/public';
import type { Call } from '../platform/router';
import { putNew } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { countOf, countedOn } from './count-store';
import { editLine } from './edit-line';
import type { EditSpec, Found } from './edit-line';
import { isOnRoll } from './line-people';
import { tellHomes } from './line-telling';
import { viewLine } from './my-lines';
import { castIsLearned } from './note-look';
import { findSerial } from './serial-store';
import { mayKeep, registerView, takePhotos } from './register';
import { paperCount, paperCounted } from './turnout-store';

/** Paper ballots while a vote runs: out, back, and 不是我投的. What they say nobody enters before the close. */
const register = async (spec: EditSpec, call: Call): Promise<RegisterLine | Refusal> => {
  const found = await editLine(spec, call);
  return isRefusal(found) ? found : registerView(found);
};

/** Whether the home's paper is the one of this number, and still good. */
const holds = ({ paper }: Found['line'], serial: number): boolean =>
  paper?.serial === serial && paper.settled?.keep !== false;

/** Numbers void once this one is given out: another that the home had until now is good for nothing any more. */
const voidedBy = ({ paper }: Found['line'], serial: number): number[] => {
  if (paper === undefined) return [];
  return paper.serial === serial ? paper.voided : [...paper.voided, paper.serial];
};

export const deliverPaper = ({ params, body }: RouteInput<typeof deliverRoute>, call: Call) =>
  register(
    {
      voteId: params.voteId,
      no: params.line,
      allowed: mayKeep(call),
      // Papers go out to every door; that one is not needed any more is not told.
      castOrNot: true,
      plan: async ({ vote, line }) => {
        if (line.returnedAt !== undefined) return refuse('already-returned');
        const holder = await findSerial(vote.id, body.serial);
        // A number replaced or voided is good for nothing any more, not even for the same home.
        if (holder !== undefined && !(holder === line.no && holds(line, body.serial))) return refuse('serial-taken');
        const photos = await takePhotos(body.photos, params.voteId, call);
        if (photos !== undefined) return photos;
        const { serial, way } = body;
        // A lost paper is replaced by another number.
        const number = { ...keys.ballotPaper(vote.id, serial), no: line.no };
        return {
          set: { paper: { serial, way, deliveredAt: call.now, photos: [], voided: voidedBy(line, serial) } },
          event: { kind: 'delivered', reason: String(serial), photos: body.photos },
          also: holder === undefined ? [putNew(number)] : [],
        };
      },
    },
    call,
  );

export const returnPaper = ({ params, body }: RouteInput<typeof returnRoute>, call: Call) =>
  register(
    {
      voteId: params.voteId,
      no: params.line,
      allowed: mayKeep(call),
      learned: castIsLearned,
      plan: async (found) => {
        const { vote, line } = found;
        if (line.returnedAt !== undefined) return refuse('already-returned');
        if (line.paper === undefined || !holds(line, body.serial)) return refuse('serial-unknown');
        const { serial, way, deliveredAt, voided } = line.paper;
        const paper = { serial, way, deliveredAt, voided, returnedAt: call.now, handedInBy: body.by, photos: [] };
        return {
          set: { paper, returnedAt: call.now },
          event: { kind: 'returned', reason: String(serial) },
          also: [
            paperCounted(vote.id, await paperCount(vote.id), { heads: 1, area: line.area }, call.op),
            tellHomes('paper-returned', found, call),
          ],
        };
      },
    },
    call,
  );

/** While papers can still be settled. */
const SETTLING: readonly VoteStatus[] = ['open', 'sealing', 'counting'];

const uncounted = ({ vote, line }: Found): Refusal | undefined =>
  SETTLING.includes(vote.status) && line.paper?.confirmedBy === undefined ? undefined : refuse('already-counted');

/** Who lives in a home of the line, or owns it by the frozen roll. */
const concernsThem =
  ({ who, now }: Call) =>
  async ({ homes }: Found): Promise<Refusal | undefined> =>
    who.homes.some((binding) => bindingCounts(binding, now) && homes.some(({ homeId }) => homeId === binding.homeId)) ||
    isOnRoll(homes, (await findPerson(who.personId))?.phoneHash)
      ? undefined
      : refuse('not-found');

/** 不是我投的: the paper stands until staff have settled it, and cannot be counted before. */
export const disownPaper = async (
  { params, body }: RouteInput<typeof disownRoute>,
  call: Call,
): Promise<MyLine | Refusal> => {
  const found = await editLine(
    {
      voteId: params.voteId,
      no: params.line,
      afterClose: true,
      allowed: concernsThem(call),
      plan: async (seen) => {
        const { paper, returnedAt } = seen.line;
        if (paper?.returnedAt === undefined || returnedAt === undefined) return refuse('not-returned');
        if (paper.disownedAt !== undefined) return refuse('already-disowned');
        const why = uncounted(seen);
        if (why !== undefined) return why;
        // A first reading is begun anew once the paper is in doubt.
        return {
          set: { paper: { ...paper, entry: undefined, disownedAt: call.now, disownedWords: body.words } },
          event: { kind: 'disowned', reason: body.words },
          also: [
            ...(paper.entry === undefined
              ? []
              : [countedOn(params.voteId, await countOf(params.voteId), { entered: -1 }, call.op)]),
            tellHomes('paper-disowned', seen, call),
          ],
        };
      },
    },
    call,
  );
  if (isRefusal(found)) return found;
  return (await viewLine(found.head, found, call)) ?? refuse('not-found');
};

/**
 * A paper less in the box. While it is counted that may be what was left of it: scrutineers have their days from then,
 * as from any other paper's counting.
 */
const takenOut = async ({ vote, line }: Found, { op, now }: Call): Promise<TransactItem[]> => [
  paperCounted(vote.id, await paperCount(vote.id), { heads: -1, area: -line.area }, op),
  ...(vote.status === 'counting' ? [countedOn(vote.id, await countOf(vote.id), { lastAt: now }, op)] : []),
];

export const settlePaper = ({ params, body }: RouteInput<typeof settleRoute>, call: Call) =>
  register(
    {
      voteId: params.voteId,
      no: params.line,
      afterClose: true,
      allowed: mayKeep(call),
      plan: async (found) => {
        const { paper } = found.line;
        if (paper?.disownedAt === undefined || paper.settled !== undefined) return refuse('not-disowned');
        const why = uncounted(found);
        if (why !== undefined) return why;
        const { keep, reason } = body;
        const settled = { ...paper, entry: undefined, settled: { keep, reason, at: call.now } };
        return {
          set: { paper: settled, ...(keep ? {} : { returnedAt: undefined }) },
          event: { kind: 'settled', reason },
          also: [
            ...(keep ? [] : await takenOut(found, call)),
            tellHomes(keep ? 'paper-kept' : 'paper-voided', found, call),
          ],
        };
      },
    },
    call,
  );

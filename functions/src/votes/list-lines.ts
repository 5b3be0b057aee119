import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { standingFor } from '@gongyi/shared/kernel/authority';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { within } from '@gongyi/shared/district/place';
import type {
  listBallotEvents as eventsRoute,
  listParticipation as participationRoute,
} from '@gongyi/shared/votes/contract-log';
import type {
  RegisterLine,
  findRegisterLine as findRoute,
  listDoors as doorsRoute,
  listRegister as registerRoute,
} from '@gongyi/shared/votes/contract-paper';
import type { Vote } from '@gongyi/shared/votes/vote';
import { makeCursor, readCursor } from '../platform/cursor';
import type { Call } from '../platform/router';
import type { BallotHead, BallotLine } from './ballot-item';
import { findHead, lineNosOf, linesAt, nosBelow, wholeLines, wholeLinesAt } from './ballot-store';
import type { WholeLine } from './ballot-store';
import { findForLine } from './edit-line';
import { eventsPage } from './line-change-store';
import type { BallotEvent } from './line-change-store';
import { electorsOf, linesAreLearned, noteLooks } from './note-look';
import { mayKeep, registerView, registerViews } from './register';
import { mayOn, votesSubject } from './standing';
import { findVote } from './vote-store';

/** As many lines as one page looks at for those that it wants. */
const LOOKED_AT = 800;
/** Items of a line: itself and its homes, seldom more than one. */
const ITEMS_A_LINE = 3;

interface LinePage {
  readonly lines: WholeLine[];
  /** The number of the last line looked at; undefined at the end. */
  readonly last: number | undefined;
}

const linesAfter = async (
  head: BallotHead,
  after: number,
  limit: number,
  wanted: (line: BallotLine) => boolean,
): Promise<LinePage> => {
  const lines: WholeLine[] = [];
  let last = after;
  for await (const whole of wholeLines(head, after, limit * ITEMS_A_LINE)) {
    last = whole.line.no;
    if (wanted(whole.line)) lines.push(whole);
    if (lines.length >= limit || last - after >= LOOKED_AT) break;
  }
  return { lines, last: last >= head.lines ? undefined : last };
};

/** Nobody holds it, on the phone or on paper. */
const isUnheld = ({ elector, returnedAt }: BallotLine): boolean => elector === undefined && returnedAt === undefined;

const FILTERS: Readonly<Record<RouteInput<typeof registerRoute>['query']['filter'], (line: BallotLine) => boolean>> = {
  all: () => true,
  'no-elector': isUnheld,
  'paper-out': ({ paper, returnedAt }) => paper?.deliveredAt !== undefined && returnedAt === undefined,
  'paper-back': ({ returnedAt }) => returnedAt !== undefined,
  disowned: ({ paper }) => paper?.disownedAt !== undefined && paper.settled === undefined,
};

/** A page of lines for somebody who may: goes on after the line its cursor names. */
const pageOf = async (
  head: BallotHead,
  list: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  { who }: Call,
  wanted: (line: BallotLine) => boolean,
) => {
  const read = await readCursor(cursor, list, who.personId);
  if (isRefusal(read)) return read;
  const { lines, last } = await linesAfter(head, Number(read.after?.['no'] ?? 0), limit, wanted);
  const next = last === undefined ? undefined : await makeCursor({ no: last }, list, who.personId);
  return { lines, cursor: next };
};

/** A line that nobody holds was not cast by phone, however it was come upon; the published result tells it anyway. */
const unheldAreLearned = async (vote: Vote, lines: readonly WholeLine[], call: Call): Promise<void> => {
  const unheld = lines.filter(({ line }) => isUnheld(line));
  if (vote.publishedAt === undefined) await linesAreLearned(vote, unheld, call);
};

export const listRegister = async (
  { params: { voteId }, query }: RouteInput<typeof registerRoute>,
  call: Call,
): Promise<RouteReply<typeof registerRoute> | Refusal> => {
  const [vote, head] = await Promise.all([findVote(voteId), findHead(voteId, { consistent: true })]);
  if (vote === undefined) return refuse('not-found');
  const denied = await mayKeep(call)({ vote });
  if (denied !== undefined) return denied;
  if (head === undefined) return { items: [] };
  const page = await pageOf(head, `register.${voteId}.${query.filter}`, query, call, FILTERS[query.filter]);
  if (isRefusal(page)) return page;
  await unheldAreLearned(vote, page.lines, call);
  return { items: await registerViews(vote, page.lines), cursor: page.cursor };
};

export const findRegisterLine = async (
  { params: { voteId, homeId } }: RouteInput<typeof findRoute>,
  call: Call,
): Promise<RegisterLine | Refusal> => {
  const [no] = await lineNosOf(voteId, [homeId]);
  const found = no === undefined ? undefined : await findForLine(voteId, no);
  if (found === undefined) return refuse('not-found');
  const denied = await mayKeep(call)(found);
  if (denied !== undefined) return denied;
  await unheldAreLearned(found.vote, [found], call);
  return registerView(found);
};

/** Home by home whether it took part, once the vote is published and where its rules show it. */
export const listParticipation = async (
  { params: { voteId }, query }: RouteInput<typeof participationRoute>,
  call: Call,
): Promise<RouteReply<typeof participationRoute> | Refusal> => {
  const [vote, head] = await Promise.all([findVote(voteId), findHead(voteId, { consistent: true })]);
  if (vote === undefined || !mayOn(await votesSubject(vote.compoundId), 'vote.inspect', call))
    return refuse('not-found');
  const shown = vote.status === 'published' && vote.rulesInForce.rules.showParticipation;
  if (head === undefined || !shown) return refuse('move-not-allowed', { status: vote.status });
  const page = await pageOf(head, `participation.${voteId}`, query, call, () => true);
  if (isRefusal(page)) return page;
  const items = page.lines.map(({ line, homes }) => ({
    line: line.no,
    homes: homes.map(({ homeId, name }) => ({ homeId, name })),
    area: line.area,
    tookPart: line.ballot !== undefined,
  }));
  return { items, cursor: page.cursor };
};

/** Entries of the registers; once the vote is published also when owners came to their lines, often by casting them. */
export const listBallotEvents = async (
  { params: { voteId }, query }: RouteInput<typeof eventsRoute>,
  call: Call,
): Promise<RouteReply<typeof eventsRoute> | Refusal> => {
  const vote = await findVote(voteId);
  if (vote === undefined) return refuse('not-found');
  const denied = await mayKeep(call)({ vote });
  if (denied !== undefined) return denied;
  const list = `ballot-events.${voteId}`;
  const read = await readCursor(query.cursor, list, call.who.personId);
  if (isRefusal(read)) return read;
  const shown = ({ kind }: BallotEvent): boolean => kind !== 'elector-claimed' || vote.publishedAt !== undefined;
  const { events, lastKey } = await eventsPage(voteId, query.limit, read.after, shown);
  const items = events.map(({ id, kind, line, at, by, reason }) => ({ id, kind, line, at, by, reason }));
  return { items, cursor: await makeCursor(lastKey, list, call.who.personId) };
};

/** Homes of a building that have not voted: for who was assigned to call there, while the vote runs. */
export const listDoors = async (
  { params: { voteId }, query: { placeId } }: RouteInput<typeof doorsRoute>,
  call: Call,
): Promise<RouteReply<typeof doorsRoute> | Refusal> => {
  const [vote, head] = await Promise.all([findVote(voteId), findHead(voteId, { consistent: true })]);
  const assigned = vote?.doorCallers.some(
    (caller) => caller.personId === call.who.personId && within(placeId, caller.placeId),
  );
  if (vote === undefined || head?.status !== 'open' || assigned !== true) return refuse('not-found');
  // Whose term in committee or community is over calls at no door any more.
  const standing = standingFor(call.who, 'ballot.register', await votesSubject(vote.compoundId), call.now);
  if (standing === undefined) return refuse('not-found');
  const homes = await nosBelow(voteId, placeId);
  const lines = await linesAt(voteId, [...new Set(homes.map(({ no }) => no))]);
  const waiting = new Map(
    lines.filter((line) => line.ballot === undefined && line.returnedAt === undefined).map((line) => [line.no, line]),
  );
  await noteLooks(voteId, electorsOf([...waiting.values()]), { role: standing.role, place: vote.compoundName }, call);
  const doors = homes.filter(({ no }) => waiting.has(no));
  const whole = await wholeLinesAt(voteId, [...waiting.keys()]);
  const names = new Map(whole.flatMap((one) => one.homes.map(({ homeId, name }) => [homeId, name])));
  const items = doors.map(({ homeId, no }) => ({
    homeId,
    name: names.get(homeId) ?? '',
    line: no,
    paperOut: waiting.get(no)?.paper?.deliveredAt !== undefined,
  }));
  return { items, voted: homes.length - doors.length, homes: homes.length };
};

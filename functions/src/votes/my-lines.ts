import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { bindingCounts } from '@gongyi/shared/people/role';
import { within } from '@gongyi/shared/district/place';
import type { MyLine, getMyLines as route } from '@gongyi/shared/votes/contract-ballots';
import { CHOICES_SEALED } from '@gongyi/shared/votes/vote-rules';
import { maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import type { BallotHead, BallotLine } from './ballot-item';
import { findHead, findWholeLine, lineNosOf } from './ballot-store';
import type { WholeLine } from './ballot-store';
import { castAnswer } from './cast-answer';
import { claimLine } from './claim-line';
import { ownersOfHomes } from './line-people';
import { entrustedLineNos } from './entrusted-store';
import { findVote } from './vote-store';

type Who = Pick<Call, 'who' | 'now'>;

/** How somebody stands to a line: what they are shown of it follows. */
const standing = ({ line, homes }: WholeLine, { who, now }: Who) => {
  const bound = who.homes.filter(
    (binding) => bindingCounts(binding, now) && homes.some(({ homeId }) => homeId === binding.homeId),
  );
  return {
    household: bound.length > 0,
    owner: bound.some(({ relation }) => relation === 'owner'),
    elector: line.elector === who.personId,
  };
};

const stateOf = (head: BallotHead, line: BallotLine, owner: boolean, { who, now }: Who): MyLine['state'] => {
  if (line.ballot !== undefined && line.ballot.way !== 'paper')
    return head.mayChange && line.elector === who.personId && head.status === 'open' && now < head.closesAt
      ? 'may-change'
      : 'cast';
  if (line.returnedAt !== undefined || line.ballot !== undefined) return 'paper';
  if (now < head.opensAt || head.status === 'opening') return 'not-open';
  if (head.status !== 'open' || now >= head.closesAt) return 'ended';
  if (line.elector === who.personId) return 'may-cast';
  if (line.elector !== undefined) return 'other-elector';
  if (line.coOwners > 1) return 'voter-unnamed';
  return line.coOwners === 1 && owner ? 'elector-unknown' : 'other-elector';
};

const paperOf = (head: BallotHead, { paper }: BallotLine, household: boolean): Pick<MyLine, 'paper'> => {
  if (paper === undefined) return {};
  const { serial, deliveredAt, returnedAt, disownedAt, settled } = paper;
  const open = CHOICES_SEALED.includes(head.status) && paper.confirmedBy === undefined;
  return {
    paper: {
      serial,
      deliveredAt,
      returnedAt,
      disownedAt,
      settled,
      mayDisown: household && returnedAt !== undefined && disownedAt === undefined && open,
    },
  };
};

const namingOf = async (
  { line, homes }: WholeLine,
  owner: boolean,
  { who, now }: Who,
): Promise<Pick<MyLine, 'naming'>> => {
  if (line.coOwners < 2 || !owner) return {};
  const people = await ownersOfHomes(homes, now);
  const names = await namesOf(people);
  const shown = people.map((personId) => ({
    personId,
    name: maskName(names.get(personId)),
    mine: personId === who.personId,
  }));
  return {
    naming: {
      people: shown,
      named: Object.keys(line.named).length,
      needed: line.coOwners,
      namedByMe: line.named[who.personId],
    },
  };
};

/** A line as its asker may see it; undefined for whom it does not concern. */
export const viewLine = async (head: BallotHead, whole: WholeLine, call: Who): Promise<MyLine | undefined> => {
  const { line, homes } = whole;
  const { household, owner, elector } = standing(whole, call);
  if (!household && !elector) return undefined;
  const names = line.elector === undefined ? new Map<string, string>() : await namesOf([line.elector]);
  return {
    line: line.no,
    homes: homes.map(({ homeId, name, area }) => ({ homeId, name, area })),
    area: line.area,
    coOwners: line.coOwners,
    state: stateOf(head, line, owner, call),
    ...(line.elector === undefined
      ? {}
      : {
          elector: {
            name: elector ? (names.get(line.elector) ?? '') : maskName(names.get(line.elector)),
            mine: elector,
            by: line.electorBy ?? 'roll',
          },
        }),
    asProxy: elector && line.electorBy === 'proxy',
    // A household sees that its ballot is cast; the receipt is for who cast it.
    ...(line.ballot !== undefined && elector ? { ballot: castAnswer(head.voteId, line) } : {}),
    ...paperOf(head, line, household),
    ...(await namingOf(whole, owner, call)),
  };
};

const ownLine = async (head: BallotHead, no: number, call: Call): Promise<MyLine | undefined> => {
  const whole = await findWholeLine(head.voteId, no);
  if (whole === undefined) return undefined;
  const view = await viewLine(head, whole, call);
  // First look of an owner who signed in after the opening: the line becomes theirs, if it is theirs alone.
  if (view?.state !== 'elector-unknown') return view;
  if ((await claimLine(head.voteId, whole.line, call)) !== 'mine') return view;
  const claimed = await findWholeLine(head.voteId, no);
  return claimed && viewLine(head, claimed, call);
};

/** What is counted for the asker in a vote: lines of their homes, and those they hold an authorisation for. */
export const getMyLines = async (
  { params: { voteId } }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const [vote, head] = await Promise.all([findVote(voteId), findHead(voteId, { consistent: true })]);
  if (vote?.noticeAt === undefined) return refuse('not-found');
  if (head === undefined) return { status: vote.status, lines: [] };
  const fresh = { ...head, closesAt: Math.max(head.closesAt, vote.closesAt ?? 0) };
  const homes = call.who.homes.filter(
    (binding) => bindingCounts(binding, call.now) && within(binding.homeId, head.compoundId),
  );
  const nos = new Set([
    ...(await lineNosOf(
      voteId,
      homes.map(({ homeId }) => homeId),
    )),
    ...(await entrustedLineNos(voteId, call.who.personId)),
  ]);
  const lines = await Promise.all([...nos].map((no) => ownLine(fresh, no, call)));
  return { status: vote.status, lines: lines.filter((line) => line !== undefined) };
};

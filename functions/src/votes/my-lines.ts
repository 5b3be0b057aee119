import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { bindingCounts } from '@gongyi/shared/people/role';
import { within } from '@gongyi/shared/district/place';
import type { MyLine, getMyLines as route } from '@gongyi/shared/votes/contract-ballots';
import { CHOICES_SEALED } from '@gongyi/shared/votes/vote-rules';
import { findPerson, maskName, namesOf } from '../people/public';
import type { Call } from '../platform/router';
import type { BallotHead, BallotLine } from './ballot-item';
import { findHead, findWholeLine, lineNosOf, ownedLineNos } from './ballot-store';
import type { WholeLine } from './ballot-store';
import { castAnswer } from './cast-answer';
import { claimLine } from './claim-line';
import { isOnRoll, ownersOnRoll } from './line-people';
import { entrustedLineNos } from './entrusted-store';
import { findVote } from './vote-store';

/** Who asks, with the keyed hash of the number they have proven. */
interface Asker extends Pick<Call, 'who' | 'now'> {
  readonly phoneHash: string | undefined;
}

const askerOf = async ({ who, now }: Pick<Call, 'who' | 'now'>): Promise<Asker> => ({
  who,
  now,
  phoneHash: (await findPerson(who.personId))?.phoneHash,
});

/** How somebody stands to a line: what they are shown of it follows. */
const standing = ({ line, homes }: WholeLine, { who, now, phoneHash }: Asker) => {
  const bound = who.homes.filter(
    (binding) => bindingCounts(binding, now) && homes.some(({ homeId }) => homeId === binding.homeId),
  );
  return {
    household: new Set(bound.map(({ homeId }) => homeId)),
    /** Owns a home of it today, whatever the frozen roll says. */
    ownsNow: bound.some(({ relation }) => relation === 'owner'),
    owner: isOnRoll(homes, phoneHash),
    elector: line.elector === who.personId,
  };
};

const stateOf = (head: BallotHead, line: BallotLine, owner: boolean, { who, now }: Asker): MyLine['state'] => {
  if (line.ballot !== undefined && line.ballot.way !== 'paper')
    return head.mayChange && line.elector === who.personId && head.status === 'open' && now < head.closesAt
      ? 'may-change'
      : 'cast';
  if (line.returnedAt !== undefined || line.ballot !== undefined) return 'paper';
  if (now < head.opensAt || head.status === 'opening') return 'not-open';
  if (head.status !== 'open' || now >= head.closesAt) return 'ended';
  if (line.elector === who.personId) return 'may-cast';
  if (line.elector !== undefined) return 'other-elector';
  if (line.coOwners === 0) return 'other-elector';
  return line.coOwners > 1 && owner ? 'voter-unnamed' : 'elector-unknown';
};

const paperOf = (head: BallotHead, { paper }: BallotLine, theirs: boolean): Pick<MyLine, 'paper'> => {
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
      mayDisown: theirs && returnedAt !== undefined && disownedAt === undefined && open,
    },
  };
};

const namingOf = async (
  { line, homes }: WholeLine,
  owner: boolean,
  { who }: Asker,
): Promise<Pick<MyLine, 'naming'>> => {
  if (line.coOwners < 2 || !owner) return {};
  const people = (await ownersOnRoll(homes)).map(({ personId }) => personId);
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

/**
 * The part of a line that people of its homes see, who are no owners of it by the frozen roll: their own homes alone.
 * Who owns one today is told how it stands and whom to turn to; others of the household hear only of a paper that came
 * back for it, so that they can say 不是我投的. What else belongs to the head, and to whom, is not theirs to see.
 */
const householdView = (head: BallotHead, { line, homes }: WholeLine, asker: Asker): MyLine | undefined => {
  const { household, ownsNow } = standing({ line, homes }, asker);
  if (household.size === 0 || (!ownsNow && line.paper?.returnedAt === undefined)) return undefined;
  const own = homes.filter(({ homeId }) => household.has(homeId));
  const state = stateOf(head, line, false, asker);
  return {
    line: line.no,
    homes: own.map(({ homeId, name, area }) => ({ homeId, name, area })),
    area: own.reduce((sum, { area }) => sum + area, 0),
    state: ownsNow || state === 'paper' ? state : 'other-elector',
    asProxy: false,
    ...paperOf(head, line, true),
  };
};

/** A line as its asker may see it; undefined for whom it does not concern. */
const viewFor = async (head: BallotHead, whole: WholeLine, asker: Asker): Promise<MyLine | undefined> => {
  const { line, homes } = whole;
  const { household, owner, elector } = standing(whole, asker);
  if (!owner && !elector) return householdView(head, whole, asker);
  const names = line.elector === undefined ? new Map<string, string>() : await namesOf([line.elector]);
  return {
    line: line.no,
    homes: homes.map(({ homeId, name, area }) => ({ homeId, name, area })),
    area: line.area,
    coOwners: line.coOwners,
    state: stateOf(head, line, owner, asker),
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
    // Every owner sees that their ballot is cast; the receipt is for who cast it.
    ...(line.ballot !== undefined && elector ? { ballot: castAnswer(head.voteId, line) } : {}),
    ...paperOf(head, line, owner || household.size > 0),
    ...(await namingOf(whole, owner, asker)),
  };
};

export const viewLine = async (
  head: BallotHead,
  whole: WholeLine,
  call: Pick<Call, 'who' | 'now'>,
): Promise<MyLine | undefined> => viewFor(head, whole, await askerOf(call));

const ownLine = async (head: BallotHead, no: number, call: Call, asker: Asker): Promise<MyLine | undefined> => {
  const whole = await findWholeLine(head.voteId, no);
  if (whole === undefined) return undefined;
  const view = await viewFor(head, whole, asker);
  // First look of an owner who signed in after the opening: the line becomes theirs, if it is theirs alone.
  if (view?.state !== 'elector-unknown') return view;
  if ((await claimLine(head.voteId, whole.line, call)) !== 'mine') return view;
  const claimed = await findWholeLine(head.voteId, no);
  return claimed && viewFor(head, claimed, asker);
};

/**
 * What is counted for the asker in a vote: the lines that are theirs by the frozen roll, those of the homes they live
 * in or own by now, and those they hold an authorisation for.
 */
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
  const asker = await askerOf(call);
  const nos = new Set([
    ...(asker.phoneHash === undefined ? [] : await ownedLineNos(voteId, asker.phoneHash)),
    ...(await lineNosOf(
      voteId,
      homes.map(({ homeId }) => homeId),
    )),
    ...(await entrustedLineNos(voteId, call.who.personId)),
  ]);
  const lines = await Promise.all([...nos].map((no) => ownLine(fresh, no, call, asker)));
  return { status: vote.status, lines: lines.filter((line) => line !== undefined) };
};

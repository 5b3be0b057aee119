import type { Readiness, ReadinessCheck } from '@gongyi/shared/votes/contract';
import { electorateOf } from '@gongyi/shared/votes/electorate';
import type { Electorate } from '@gongyi/shared/votes/electorate';
import { inScope } from '@gongyi/shared/votes/electorate';
import { timeProblem } from '@gongyi/shared/votes/vote-rules';
import type { Vote } from '@gongyi/shared/votes/vote';
import { earliestClose, earliestOpening } from '@gongyi/shared/votes/voting-rules';
import { findRollHold, findRollMeta, rollHomes } from '../district/public';
import type { RollHomeEntry } from '../district/public';
import { nominationsOf } from './nomination-store';
import { barredAmong } from './scrutineers';

type Facts = ReadinessCheck['facts'];
const fine = (check: ReadinessCheck['check'], facts: Facts = {}): ReadinessCheck => ({ check, state: 'fine', facts });
const blocks = (check: ReadinessCheck['check'], facts: Facts = {}): ReadinessCheck => ({
  check,
  state: 'blocks',
  facts,
});
const warns = (check: ReadinessCheck['check'], facts: Facts = {}): ReadinessCheck => ({ check, state: 'warns', facts });
const when = (good: boolean, check: ReadinessCheck['check'], facts: Facts = {}): ReadinessCheck =>
  good ? fine(check, facts) : blocks(check, facts);

export interface Times {
  readonly opensAt: number;
  readonly closesAt: number;
}

const timeChecks = (vote: Vote, times: Times, now: number): ReadinessCheck[] => {
  const { rules } = vote.rulesInForce;
  const problem = timeProblem(rules, times, now);
  const facts = problem === undefined ? {} : { earliest: problem.earliest };
  return [
    when(problem?.why !== 'opens-too-early', 'notice-days', { days: rules.noticeDays, ...facts }),
    when(problem?.why !== 'closes-too-early', 'voting-days', { days: rules.votingDays, ...facts }),
  ];
};

type RollTotals = Awaited<ReturnType<typeof findRollMeta>>;

/** The roll is whole: brought in, with no import under way, every area positive, every home of a head. */
const rollChecks = async (vote: Vote, meta: RollTotals, roll: readonly RollHomeEntry[], electorate: Electorate) => {
  const { imports } = await findRollHold(vote.compoundId);
  const area = roll.reduce((sum, home) => sum + home.area, 0);
  const settled =
    imports.size === 0 &&
    meta?.homes === roll.length &&
    meta.area === area &&
    roll.every(({ changedAt }) => changedAt <= meta.at);
  const inVote = roll.filter(({ homeId }) => inScope(vote.scope, homeId));
  const withoutArea = inVote.filter((home) => home.area <= 0).length;
  const withoutHead = inVote.filter(
    (home) => home.head === '' || (home.status === 'owned' && home.owners === 0),
  ).length;
  return [
    when(roll.length > 0, 'roll', { homes: roll.length }),
    when(settled, 'roll-import'),
    when(withoutArea === 0, 'areas', { homes: withoutArea }),
    when(withoutHead === 0, 'heads', { homes: withoutHead }),
    when(electorate.homes > 0, 'scope', { homes: electorate.homes }),
  ];
};

const electionChecks = async (vote: Vote): Promise<ReadinessCheck[]> => {
  const elections = vote.matters.filter(({ election }) => election !== undefined);
  if (elections.length === 0) return [];
  // What somebody was nominated for and is not asked any more needs no check, and can have none.
  const asked = new Set(elections.map(({ id }) => id));
  const unchecked = (await nominationsOf(vote.id)).filter(
    ({ checked, matterId }) => checked === undefined && asked.has(matterId),
  ).length;
  const short = elections.find(({ election }) => (election?.candidates.length ?? 0) < (election?.seats ?? 0));
  return [
    when(unchecked === 0, 'nominations', { unchecked }),
    short === undefined
      ? fine('candidates')
      : (short.election?.candidates.length ?? 0) === 0
        ? blocks('candidates', { matterId: short.id, seats: short.election?.seats ?? 0, candidates: 0 })
        : warns('candidates', {
            matterId: short.id,
            seats: short.election?.seats ?? 0,
            candidates: short.election?.candidates.length ?? 0,
          }),
  ];
};

/** What stands for and against announcing a vote, and the roll by whose revision that was found. */
interface Found {
  readonly readiness: Readiness;
  readonly rollRev: number;
}

/** Somebody watches, and none of them was hired by the property company, or became a candidate, since they were named. */
const scrutineersCheck = async (vote: Vote, now: number): Promise<ReadinessCheck> => {
  const named = vote.scrutineers.length;
  const barred = await barredAmong(vote, vote.scrutineers, now);
  return barred === undefined
    ? when(named > 0, 'scrutineers', { named })
    : blocks('scrutineers', { named, name: barred.name, why: barred.why.refused });
};

/** Everything that is looked at before a vote is announced, for these times. */
export const readinessOf = async (
  vote: Vote,
  asked: { readonly opensAt?: number | undefined; readonly closesAt?: number | undefined },
  now: number,
): Promise<Found> => {
  // Before the lines: whoever writes lines after this raises it.
  const meta = await findRollMeta(vote.compoundId);
  const roll = await rollHomes(vote.compoundId);
  const electorate = electorateOf(vote.scope, roll);
  const { rules } = vote.rulesInForce;
  const earliest = earliestOpening(rules, now);
  const opensAt = asked.opensAt ?? earliest;
  const times = { opensAt, closesAt: asked.closesAt ?? earliestClose(rules, opensAt) };
  const checks = [
    // The template is part of the vote from its beginning; a designation names its document.
    when(rules.legalForce === 'consultative' || rules.designatedBy !== undefined, 'rules', {
      version: vote.rulesInForce.version,
      legalForce: rules.legalForce,
    }),
    ...timeChecks(vote, times, now),
    ...(await rollChecks(vote, meta, roll, electorate)),
    when(vote.wordsCheck === undefined || vote.wordsCheck === 'clear', 'words', { state: vote.wordsCheck ?? 'clear' }),
    ...(await electionChecks(vote)),
    await scrutineersCheck(vote, now),
    electorate.coOwned === 0 ? fine('co-owners', { heads: 0 }) : warns('co-owners', { heads: electorate.coOwned }),
  ];
  const readiness = {
    ready: checks.every(({ state }) => state !== 'blocks'),
    checks,
    electorate,
    earliestOpening: earliest,
    earliestClose: earliestClose(rules, opensAt),
  };
  return { readiness, rollRev: meta?.rev ?? 0 };
};

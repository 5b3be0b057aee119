import type { Tally } from './assembly-rules';
import { verdictOf } from './assembly-rules';

/**
 * Electing the owners' committee, or replacing members of it (Civil Code art. 278 para. 1 item 3; 业主大会和业主委员会
 * 指导规则 arts 31, 32: a committee of five to eleven members, an odd number). A whole election fills all its seats; a
 * second vote after level candidates, a vacancy or a replacement as few as one.
 */
export const COMMITTEE_SIZE = { least: 5, most: 11 } as const;

export interface Seats {
  /** How many are elected by this vote. */
  readonly seats: number;
  /** Members of the whole committee; left out where all are elected. */
  readonly size?: number | undefined;
}

export const committeeSize = ({ seats, size = seats }: Seats): number => size;

export const seatsLawful = (election: Seats): boolean => {
  const size = committeeSize(election);
  const { least, most } = COMMITTEE_SIZE;
  const lawfulSize = Number.isInteger(size) && size >= least && size <= most && size % 2 === 1;
  return lawfulSize && Number.isInteger(election.seats) && election.seats >= 1 && election.seats <= size;
};

/** Of how many members how many are elected, as screens and papers say it. */
export const seatsWords = (election: Seats): string => {
  const size = committeeSize(election);
  return election.seats === size
    ? `应选 ${String(size)} 名`
    : `补选 ${String(election.seats)} 名（业委会共 ${String(size)} 名委员）`;
};

export interface CandidateTally {
  readonly candidateId: string;
  readonly tally: Tally;
}

export interface ElectionOutcome {
  readonly outcome: 'elected' | 'too-few' | 'tie' | 'no-quorum';
  /** In order of votes. */
  readonly elected: readonly string[];
  readonly alternates: readonly string[];
  /** Candidates who stand level for the last seats or places; those seats stay empty until a second vote. */
  readonly tied: readonly string[];
}

const byVotes = (a: CandidateTally, b: CandidateTally): number =>
  b.tally.for.heads - a.tally.for.heads || b.tally.for.area - a.tally.for.area;

/** The first `places` of `ranked`, leaving out those level with the first one that no longer fits. */
const fill = (ranked: readonly CandidateTally[], places: number): { in: CandidateTally[]; tied: CandidateTally[] } => {
  const next = ranked[places];
  const last = ranked[places - 1];
  if (places === 0 || next === undefined || last === undefined || byVotes(last, next) !== 0)
    return { in: ranked.slice(0, places), tied: [] };
  const level = ranked.filter((one) => byVotes(one, last) === 0);
  return { in: ranked.slice(0, places).filter((one) => !level.includes(one)), tied: level };
};

/**
 * Who is elected: every candidate needs more than half of those taking part, by area and by heads; those who
 * have it are ranked by heads, then by area. Candidates standing level for the last seat are elected by nobody.
 */
export const electionOutcome = (
  candidates: readonly CandidateTally[],
  seats: number,
  alternates: number,
): ElectionOutcome => {
  const ids = (list: readonly CandidateTally[]): string[] => list.map(({ candidateId }) => candidateId);
  const verdicts = candidates.map(({ tally }) => verdictOf('committee-election', tally).outcome);
  if (verdicts.every((outcome) => outcome === 'no-quorum'))
    return { outcome: 'no-quorum', elected: [], alternates: [], tied: [] };
  const ranked = candidates.filter((_, index) => verdicts[index] === 'passed').sort(byVotes);
  const seated = fill(ranked, seats);
  if (seated.tied.length > 0)
    return { outcome: 'tie', elected: ids(seated.in), alternates: [], tied: ids(seated.tied) };
  const next = fill(ranked.slice(seated.in.length), alternates);
  return {
    outcome: seated.in.length < seats ? 'too-few' : 'elected',
    elected: ids(seated.in),
    alternates: ids(next.in),
    tied: ids(next.tied),
  };
};

/**
 * Steps of the record of an assembly vote, in the order they can come. What owners see of them is counted or
 * told in words; signatures, looks and choices are nobody's to list.
 */
export const VOTE_STEPS = [
  'drafted',
  'petitioned',
  'amended',
  'signed',
  /** A fifth of all heads demand the vote. */
  'petition-reached',
  'petition-lapsed',
  'nominations-called',
  'nominated',
  'nomination-checked',
  'nominations-closed',
  'announced',
  'roll-corrected',
  'callers-assigned',
  'opening',
  'opened',
  'extended',
  'sealing',
  'sealed',
  'counted',
  'published',
  'objected',
  'objection-answered',
  'withdrawn',
] as const;
export type VoteStep = (typeof VOTE_STEPS)[number];

/** Counted, not listed. */
export const UNLISTED_STEPS: readonly VoteStep[] = ['signed'];

/** As many steps as a vote's timeline shows; those before stand in its record. */
export const TIMELINE_STEPS = 20;

/** The steps its timeline lists once one more was made: an unlisted one changes nothing. */
export const listedAfter = (listed: readonly number[], rev: number, kind: VoteStep): number[] =>
  UNLISTED_STEPS.includes(kind) ? [...listed] : [...listed, rev].slice(-TIMELINE_STEPS);

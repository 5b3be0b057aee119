import type { Party } from '../district/organisation';

/** How a party stands to a topic: in favour, against, or neither (保留意见). */
export const STANCES = ['agree', 'object', 'reserve'] as const;
export type Stance = (typeof STANCES)[number];

/** Who could speak, who was there, and what each said last. */
export interface Said {
  /** Parties whose bodies make up this council (`speakingParties`). */
  readonly speaking: readonly Party[];
  /** Those of them that have signed in. */
  readonly present: readonly Party[];
  readonly stances: Readonly<Partial<Record<Party, Stance>>>;
}

export interface Outcome {
  readonly agreed: boolean;
  /** Consensus of all present, or one vote per party. */
  readonly by: 'consensus' | 'vote';
  readonly agreeing: readonly Party[];
  readonly objecting: readonly Party[];
}

/** Parties present that have not yet said how they stand. */
export const silentOf = ({ present, stances }: Said): Party[] =>
  present.filter((party) => stances[party] === undefined);

const partiesWith = ({ present, stances }: Said, stance: Stance): Party[] =>
  present.filter((party) => stances[party] === stance);

/** All present agree. */
export const isConsensus = (said: Said): boolean =>
  said.present.length > 0 && partiesWith(said, 'agree').length === said.present.length;

/**
 * One vote per party (product rules §4): agreed when no party objects, or, where the template says so, when
 * three of four agree. With three bodies, or three present, all must agree. Silence is never agreement.
 */
export const outcomeOf = (said: Said, by: Outcome['by'], threeOfFourDecides: boolean): Outcome => {
  const agreeing = partiesWith(said, 'agree');
  const objecting = partiesWith(said, 'object');
  const all = agreeing.length === said.present.length;
  const few = said.speaking.length < 4 || said.present.length < 4;
  const agreed =
    said.present.length >= 3 &&
    silentOf(said).length === 0 &&
    (by === 'consensus' || few
      ? all
      : (objecting.length === 0 && agreeing.length > 0) || (threeOfFourDecides && agreeing.length >= 3));
  return { agreed, by, agreeing, objecting };
};

/**
 * Who casts a head's one ballot. A head is one buyer with all their homes; where a home is owned by several,
 * they have one designated voter 共有人投票代表 (业主大会和业主委员会指导规则 art. 25).
 */
export interface Electable {
  /** Owners that the roll names; 0 while the developer holds the homes. */
  readonly coOwners: number;
  readonly elector?: string | undefined;
  /** Which co-owner named whom. */
  readonly named: Readonly<Record<string, string>>;
}

/**
 * The person to whom the roll itself gives the ballot: the one owner, if exactly one person is bound as owner
 * to the head's homes. Undefined where somebody has to decide.
 */
export const electorByRoll = (
  line: Pick<Electable, 'coOwners'>,
  ownerPersons: readonly string[],
): string | undefined => {
  const distinct = [...new Set(ownerPersons)];
  return line.coOwners === 1 && distinct.length === 1 ? distinct[0] : undefined;
};

/** Whom all co-owners named, each by themself: as many of them as the roll counts, and all the same person. */
export const electorByCoOwners = ({ coOwners, named }: Pick<Electable, 'coOwners' | 'named'>): string | undefined => {
  const choices = Object.values(named);
  const [first] = choices;
  return coOwners > 1 && choices.length === coOwners && choices.every((one) => one === first) ? first : undefined;
};

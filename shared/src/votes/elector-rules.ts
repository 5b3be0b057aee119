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
 * The person to whom the frozen roll itself gives the ballot: the one owner it names, if exactly one person has proven
 * a number that it has for them. Undefined where somebody has to decide.
 */
export const electorByRoll = (
  line: Pick<Electable, 'coOwners'>,
  ownerPersons: readonly string[],
): string | undefined => {
  const distinct = [...new Set(ownerPersons)];
  return line.coOwners === 1 && distinct.length === 1 ? distinct[0] : undefined;
};

/**
 * Whom all co-owners named, each by themself: as many people as the roll counts owners, none of the owners left out,
 * and all the same person. Two people with numbers of one owner are one owner's word; who has none any more has none.
 */
export const electorByCoOwners = (
  { coOwners, named }: Pick<Electable, 'coOwners' | 'named'>,
  ownersOf: (personId: string) => readonly string[],
): string | undefined => {
  const words = Object.entries(named)
    .map(([personId, choice]) => ({ choice, owners: ownersOf(personId) }))
    .filter(({ owners }) => owners.length > 0);
  const spoken = new Set(words.flatMap(({ owners }) => owners));
  const [first] = words;
  const agreed = words.every(({ choice }) => choice === first?.choice);
  return coOwners > 1 && words.length >= coOwners && spoken.size >= coOwners && agreed ? first?.choice : undefined;
};

import type { OrganisationCard } from '../district/contract';
import type { OrganisationKind } from '../district/organisation';
import { CATEGORIES } from './category';
import type { Category, CategoryKey } from './category';

/**
 * Who holds a request first, and who is above. `serving`: the organisations that serve its compound and the
 * places above it, nearest first (`district`'s `organisationsServing`).
 */
export type Serving = readonly OrganisationCard[];

const nearest = (serving: Serving, kind: OrganisationKind): OrganisationCard | undefined =>
  serving.find((card) => card.kind === kind);

/**
 * The category's own kind; where a compound has no property company, the street property office; where it
 * has none of the kind at all, the residents' committee; then the street office. Undefined: nobody serves it.
 */
export const firstHolder = (serving: Serving, category: CategoryKey): OrganisationCard | undefined => {
  const { holder, utility }: Category = CATEGORIES[category];
  const own =
    holder === 'utility'
      ? serving.find((card) => card.kind === 'utility' && card.utility === utility)
      : nearest(serving, holder);
  const standIn = holder === 'property-company' ? nearest(serving, 'street-property-office') : undefined;
  return own ?? standIn ?? nearest(serving, 'committee-of-residents') ?? nearest(serving, 'street-office');
};

/** The levels of escalation, lowest first: community, street, district. */
const LEVELS: readonly (readonly OrganisationKind[])[] = [
  ['committee-of-residents'],
  ['street-property-office', 'street-office'],
  ['command-centre'],
];

const levelOf = (kind: OrganisationKind): number => LEVELS.findIndex((kinds) => kinds.includes(kind));

/** Whether an organisation of that kind decides whose a request is, so that it may give it to anyone. */
export const decides = (kind: OrganisationKind): boolean => levelOf(kind) >= 0;

/** The levels above a holder that exist there, lowest first. A department answers to the district alone. */
export const levelsAbove = (serving: Serving, holderKind: OrganisationKind | undefined): OrganisationCard[] => {
  const own = holderKind === undefined ? -1 : holderKind === 'department' ? 1 : levelOf(holderKind);
  return LEVELS.slice(own + 1).flatMap((kinds) => {
    const found = kinds.map((kind) => nearest(serving, kind)).find((card) => card !== undefined);
    return found === undefined ? [] : [found];
  });
};

/** The levels a request was not yet brought to, lowest first: above the last it reached, wherever its holder is. */
export const levelsLeft = (
  serving: Serving,
  holder: { readonly id: string; readonly kind?: OrganisationKind | undefined },
  escalatedTo: string | undefined,
): OrganisationCard[] => {
  const levels = levelsAbove(serving, undefined);
  const reached = levels.findIndex(({ id }) => id === escalatedTo);
  const open = levelsAbove(serving, holder.kind).filter(({ id }) => id !== holder.id);
  return open.filter((card) => levels.indexOf(card) > reached);
};

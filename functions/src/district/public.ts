/** The door of `district` for other slices. */
export { findHolder } from './find-holder';
export { homesByPhone } from './homes-by-phone';
export { cardsAlong as organisationsServing } from './list-organisations';
export { cardOf } from './organisation-card';
export { findOrganisation, findOrganisations } from './organisation-store';
export { matchOwner, matchOwnerHashes, ownerNameHash } from './owner-match';
export type { RollMatch } from './owner-match';
export { findGridOf, findPlaceWithPath, shortNameOf } from './place-path';
export { chainOf, findPlace, findPlaces, placesDirectlyBelow } from './place-store';
export { propertyCompanyIdsOf } from './property-companies';
export { readSheets } from './read-sheet';
export { commonPlaceOf } from './served-area';
export { serving } from './serving';

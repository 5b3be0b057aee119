/** The door of `people` for other slices. */
export { logAccess } from './access-store';
export { phoneOf } from './contact';
export { copyRoute } from './copy-my-data';
export type { CopySource } from './copy-my-data';
export { makerOf } from './maker-of';
export { maskName } from './mask-name';
export { membersOf } from './members';
export type { Member } from './members';
export { namesOf } from './names';
export { findPerson, findPersons, hasWithdrawn, personIdOf } from './person-store';
export { findHolderOfPhone, phoneHashOf } from './phone-store';
export { findPersonByPhone, ownerIdsOf, residentIdsOf } from './residents';
export { rulesMaker } from './rules-maker';
export { NOBODY, signatureIn } from './signature';

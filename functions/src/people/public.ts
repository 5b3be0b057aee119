/** The door of `people` for other slices. */
export { logAccess } from './access-store';
export { phoneOf } from './contact';
export { maskName } from './mask-name';
export { membersOf } from './members';
export type { Member } from './members';
export { namesOf } from './names';
export { findPerson, findPersons, hasWithdrawn, personIdOf } from './person-store';
export { phoneHashOf } from './phone-store';
export { findPersonByPhone, residentIdsOf } from './residents';
export { NOBODY, signatureIn } from './signature';

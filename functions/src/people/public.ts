/** The door of `people` for other slices. */
export { membersOf } from './members';
export { namesOf } from './names';

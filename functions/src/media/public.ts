/** The door of media for other slices. */
export { checkWords } from './check-words';
export { contentWaiting } from './content-waiting';
export { photoChangeOf } from './media-change';
export type { PhotoChange } from './media-change';
export { photosToDecide, photoViews } from './photo-views';
export { readOwnFile } from './read-own-file';
export { requireOwnPhotos } from './require-own-photos';
export { setPhotoVerdict } from './set-photo-verdict';
export { shownSteps, stepWords } from './shown-steps';
export {
  checkedTogether,
  putWaiting,
  removeWaiting,
  waitingPage,
  wordsKey,
  wordsOf as waitingWords,
} from './waiting-store';
export type { Waiting } from './waiting-store';

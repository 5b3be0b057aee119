/** The only door to the device and the server. */
export { requireSignIn } from './ask-sign-in';
export { call, type CallInput, type Outcome } from './api-client';
export { addToCalendar } from './calendar';
export { serverNow, useServerNow } from './clock';
export { PRIVACY_VERSION } from './consent';
export {
  callPhone,
  canScan,
  canShowMap,
  copyWords,
  openPhotos,
  scanCode,
  scrollTo,
  showOnMap,
  topInsets,
  whereAmI,
} from './device';
export { useDraft } from './drafts';
export { FileDrop } from './file-drop';
export { fetchWords } from './fetch-words';
export { keepFile } from './keep-file';
export { keepFromUrl } from './keep-from-url';
export { newKey } from './key';
export { useLookChoice } from './look-choice';
export { back, open, openInstead, switchTab, usePageParams } from './navigate';
export { useOnline } from './network';
export { dismissSent, submit, useOutbox } from './outbox';
export { LoadState } from './load-state';
export { OutboxLines } from './outbox-lines';
export { Page } from './page';
export { PhoneButton } from './phone-button';
export { canPrint, printPage } from './print';
export { openSheet } from './open-sheet';
export { codeAt, codeIn, scannedCode } from './rotating-code';
export { useShareCard } from './share-card';
export { SpeakWords } from './speak-words';
export { pickSheet } from './pick-sheet';
export { ReadAloud } from './read-aloud';
export { usePullToRefresh } from './pull-to-refresh';
export { codeInAddress, codeInParams } from './printed-code';
export { outcomeWords, refusalWords } from './refusal-copy';
export {
  chooseCompound,
  chooseStanding,
  refreshMe,
  setMe,
  signOut,
  useCompoundId,
  useMe,
  useSignedIn,
  useStanding,
  type Standing,
} from './session';
export { PrivacyWords } from './sign-in-sheet';
export { TellMe } from './tell-me';
export { pickText } from './text-file';
export { uploadFile } from './upload';
export { useAct, type Act } from './use-act';
export { useChecked } from './use-checked';
export { useKept } from './use-kept';
export { useLoad, type Load } from './use-load';
export { useMoves } from './use-moves';
export { usePagedList } from './use-paged-list';
export { usePoll } from './use-poll';
export { usePhotos, type Photos } from './use-photos';
export { useRotatingCodes } from './use-rotating-codes';
export { useSubmission, type Submission } from './use-submission';
export { canVerify, verifyFile } from './verifier';
export { webOrigin } from './web-origin';
export { canWitness, findWitnessKey, makeWitnessKey, type WitnessKey } from './witness-key';

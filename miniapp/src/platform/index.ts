/** The only door to the device and the server. */
export { requireSignIn } from './ask-sign-in';
export { call, type CallInput } from './api-client';
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
  showOnMap,
  topInsets,
  whereAmI,
} from './device';
export { useDraft } from './drafts';
export { newKey } from './key';
export { useLookChoice } from './look-choice';
export { back, open, openInstead, switchTab, usePageParams } from './navigate';
export { useOnline } from './network';
export { dismissSent, submit, useOutbox } from './outbox';
export { OutboxLines } from './outbox-lines';
export { Page } from './page';
export { PhoneButton } from './phone-button';
export { canPrint, printPage } from './print';
export { openSheet } from './open-sheet';
export { useShareCard } from './share-card';
export { SpeakWords } from './speak-words';
export { pickSheet } from './pick-sheet';
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
export { useSubscriptions } from './subscribe';
export { uploadFile } from './upload';
export { useAct, type Act } from './use-act';
export { useKept } from './use-kept';
export { useLoad } from './use-load';
export { usePagedList } from './use-paged-list';
export { usePoll } from './use-poll';
export { usePhotos, type Photos } from './use-photos';
export { webOrigin } from './web-origin';

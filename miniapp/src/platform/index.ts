/** The only door to the device and the server. */
export { requireSignIn } from './ask-sign-in';
export { call, type CallInput, type Outcome } from './api-client';
export { serverNow, useServerNow } from './clock';
export { PRIVACY_VERSION } from './consent';
export { callPhone, canScan, canShowMap, copyWords, openPhotos, scanCode, showOnMap, topInsets, whereAmI } from './device';
export { useDraft, type Draft } from './drafts';
export { newKey } from './key';
export { useLookChoice } from './look-choice';
export { back, open, openInstead, switchTab, usePageParams } from './navigate';
export { isOnline, useOnline } from './network';
export { dismissSent, resendNow, submit, useOutbox, type OutboxEntry } from './outbox';
export { OutboxLines } from './outbox-lines';
export { Page } from './page';
export { PhoneButton } from './phone-button';
export { canPrint, printPage } from './print';
export { type PickedFile } from './photo-file';
export { openSheet } from './open-sheet';
export { useShareCard, type ShareCard } from './share-card';
export { SpeakWords } from './speak-words';
export { pickSheet } from './pick-sheet';
export { usePullToRefresh } from './pull-to-refresh';
export { codeInAddress, codeInParams } from './printed-code';
export { NO_ANSWER, outcomeWords, refusalWords } from './refusal-copy';
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
export { useSubscriptions, type Subscriptions } from './subscribe';
export { uploadFile } from './upload';
export { useAct, type Act } from './use-act';
export { useKept } from './use-kept';
export { useLoad, type Load } from './use-load';
export { usePagedList } from './use-paged-list';
export { usePhotos, type Photos } from './use-photos';

import { openDeepLink } from './deep-link';
import { startLook } from './look-choice';
import { startNetwork } from './network';
import { startOutbox } from './outbox';
import { startSession } from './session';
import { startWechatPrivacy } from './wechat-privacy';

/** What must be there before the first page: called once, at the top of the app. */
export const startPlatform = (): void => {
  openDeepLink();
  startLook();
  startNetwork();
  startSession();
  startOutbox();
  startWechatPrivacy();
};

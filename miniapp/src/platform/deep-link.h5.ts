import { codeInAddress } from './printed-code';

/**
 * `/q/<code>` is the form with the place filled in; what cannot be a code opens 首页. Called before the router
 * reads the address.
 */
export const openDeepLink = (): void => {
  const { pathname } = window.location;
  if (!pathname.startsWith('/q/')) return;
  const code = codeInAddress(pathname);
  const page = code === undefined ? '/' : `/requests/pages/file/index?code=${encodeURIComponent(code)}`;
  window.history.replaceState(null, '', page);
};

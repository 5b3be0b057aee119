import { codeInAddress } from './printed-code';

/** `/q/<code>` is the form with the place filled in. Called before the router reads the address. */
export const openDeepLink = (): void => {
  const code = codeInAddress(window.location.pathname);
  if (code === undefined) return;
  window.history.replaceState(null, '', `/requests/pages/file/index?code=${encodeURIComponent(code)}`);
};

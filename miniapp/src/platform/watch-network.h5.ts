/** Tells whether there is a network, now and at every change. Browsers name the kind of a network even when it is gone. */
export const watchNetwork = (tell: (online: boolean) => void): void => {
  window.addEventListener('online', () => tell(true));
  window.addEventListener('offline', () => tell(false));
  tell(navigator.onLine);
};

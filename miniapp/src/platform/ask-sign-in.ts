import { createStore } from './store';
import { meStore, refreshMe } from './session';
import { privacyGiven } from './consent';
import { sessionStore } from './session-token';

/** Whoever waits for the sheet's end. */
export const signInAsked = createStore<((signedIn: boolean) => void) | undefined>(undefined);

const ready = async (): Promise<boolean> => {
  if (!sessionStore.get()) return false;
  return privacyGiven(meStore.get() ?? (await refreshMe()));
};

/**
 * Called at the first act that needs a person. True once somebody is signed in and has agreed to the privacy
 * words; false after 暂不, and the screen stays as it is.
 */
export const requireSignIn = async (): Promise<boolean> => {
  if (await ready()) return true;
  return new Promise<boolean>((resolve) => {
    signInAsked.get()?.(false);
    signInAsked.set(resolve);
  });
};

export const endSignIn = (signedIn: boolean): void => {
  const waiting = signInAsked.get();
  signInAsked.set(undefined);
  waiting?.(signedIn);
};

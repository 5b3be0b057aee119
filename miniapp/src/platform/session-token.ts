import * as z from 'zod/mini';
import { createStore } from './store';
import { readStored, removeStored, writeStored } from './storage';

const Session = z.object({
  token: z.string(),
  renewAfter: z.number(),
  expiresAt: z.number(),
  personId: z.string(),
});
export type Session = z.output<typeof Session>;

const KEY = 'session';

/** Who is signed in on this device. The token is opaque; who it stands for, only the server knows. */
export const sessionStore = createStore<Session | undefined>(undefined);

/** Read once when the app starts. */
export const restoreSession = (): void => sessionStore.set(readStored(KEY, Session));

export const keepSession = (session: Session): void => {
  const { token, renewAfter, expiresAt, personId } = session;
  writeStored(KEY, { token, renewAfter, expiresAt, personId });
  sessionStore.set({ token, renewAfter, expiresAt, personId });
};

export const forgetSession = (): void => {
  removeStored(KEY);
  sessionStore.set(undefined);
};

export const sessionToken = (): string | undefined => sessionStore.get()?.token;

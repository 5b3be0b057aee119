import * as z from 'zod/mini';
import { endSession, getMe, renewSession } from '@gongyi/shared/people/contract';
import type { Me } from '@gongyi/shared/people/contract';
import { ancestorOf } from '@gongyi/shared/district/place';
import { call } from './api-client';
import { serverNow } from './clock';
import { forgetSession, keepSession, restoreSession, sessionStore } from './session-token';
import { readStored, writeStored } from './storage';
import { createStore, useStore } from './store';

/**
 * In which quality somebody acts now. One person is often owner, steward and staff; the choice is remembered.
 * `visitor`: not signed in, or without a home or role.
 */
const Standing = z.union([
  z.object({ kind: z.literal('visitor') }),
  z.object({ kind: z.literal('home'), homeId: z.string() }),
  z.object({ kind: z.literal('grant'), grantId: z.string() }),
]);
export type Standing = z.output<typeof Standing>;

export const meStore = createStore<Me | undefined>(undefined);
const standingStore = createStore<Standing>({ kind: 'visitor' });
/** The compound that is looked at; anyone may choose one. */
const compoundStore = createStore<string | undefined>(undefined);

export const useMe = (): Me | undefined => useStore(meStore);
export const useSignedIn = (): boolean => useStore(sessionStore) !== undefined;
export const useStanding = (): Standing => useStore(standingStore);
export const useCompoundId = (): string | undefined => useStore(compoundStore);

export const chooseStanding = (standing: Standing): void => {
  writeStored('standing', standing);
  standingStore.set(standing);
  if (standing.kind === 'home') chooseCompound(ancestorOf(standing.homeId, 'compound'));
};

export const chooseCompound = (compoundId: string | undefined): void => {
  writeStored('compound', compoundId ?? '');
  compoundStore.set(compoundId === '' ? undefined : compoundId);
};

/** The first standing that still holds: the one chosen, else the first verified home, else the first role. */
const standingFor = (me: Me, wanted: Standing): Standing => {
  const homes = me.homes.filter((home) => home.state === 'verified');
  if (wanted.kind === 'home' && homes.some((home) => home.homeId === wanted.homeId)) return wanted;
  if (wanted.kind === 'grant' && me.grants.some((grant) => grant.id === wanted.grantId)) return wanted;
  const home = homes[0];
  if (home) return { kind: 'home', homeId: home.homeId };
  const grant = me.grants[0];
  return grant ? { kind: 'grant', grantId: grant.id } : { kind: 'visitor' };
};

/** A screen that got a fresh `Me` from a reply hands it over. */
export const setMe = (me: Me): void => {
  meStore.set(me);
  const standing = standingFor(me, standingStore.get());
  if (JSON.stringify(standing) !== JSON.stringify(standingStore.get())) chooseStanding(standing);
};

export const refreshMe = async (): Promise<Me | undefined> => {
  if (!sessionStore.get()) return undefined;
  const outcome = await call(getMe, {});
  if (outcome.ok) setMe(outcome.value);
  return meStore.get();
};

/** Exchanges a token that is due for a fresh one; both count for a while, so a lost answer does no harm. */
export const renewIfDue = async (): Promise<void> => {
  const session = sessionStore.get();
  if (!session || serverNow() < session.renewAfter) return;
  const outcome = await call(renewSession, {});
  if (outcome.ok) keepSession(outcome.value);
};

export const signOut = async (): Promise<void> => {
  await call(endSession, {});
  forgetSession();
};

/** Called once when the app starts. */
export const startSession = (): void => {
  restoreSession();
  standingStore.set(readStored('standing', Standing) ?? { kind: 'visitor' });
  const compound = readStored('compound', z.string());
  compoundStore.set(compound === '' ? undefined : compound);
  // When the session goes, what is known of the person goes with it.
  sessionStore.subscribe(() => {
    if (!sessionStore.get()) {
      meStore.set(undefined);
      standingStore.set({ kind: 'visitor' });
    }
  });
  void renewIfDue().then(refreshMe);
};

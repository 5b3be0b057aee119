import { createStore, useStore } from './store';
import { watchNetwork } from './watch-network';

const onlineStore = createStore(true);

/** Whether the device says it has a network; it may be wrong, so it never stops a call, only explains one. */
export const isOnline = (): boolean => onlineStore.get();
export const useOnline = (): boolean => useStore(onlineStore);

export const whenOnline = (then: () => void): (() => void) =>
  onlineStore.subscribe(() => {
    if (onlineStore.get()) then();
  });

/** Called once when the app starts. */
export const startNetwork = (): void => watchNetwork((online) => onlineStore.set(online));

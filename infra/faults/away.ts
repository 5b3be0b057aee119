import { AsyncLocalStorage } from 'node:async_hooks';

/** Lets a part of this process live at another time, as a session does that begins days after its call. */
const shift = new AsyncLocalStorage<number>();
const machineNow = Date.now.bind(Date);

export const liveLater = <T>(ms: number, run: () => Promise<T>): Promise<T> => {
  Date.now = () => machineNow() + (shift.getStore() ?? 0);
  return shift.run(ms, run);
};

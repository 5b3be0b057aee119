import { useEffect, useState } from 'react';

/**
 * Server time. Deadlines are counted from it, not from the phone's clock, which may be hours off. Every reply
 * brings `x-server-time`; half the round trip is taken as the way back.
 */
let offset = 0;

export const tellServerTime = (serverMs: number, sentAt: number, receivedAt: number): void => {
  offset = serverMs + (receivedAt - sentAt) / 2 - receivedAt;
};

export const serverNow = (): number => Date.now() + Math.round(offset);

/** Server time that moves on by itself, for countdowns. */
export const useServerNow = (everyMs = 30_000): number => {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
};

import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

/** Looks again every `everyMs` while the page is on top; never twice at a time. `undefined`: not now. */
export const usePoll = (look: () => Promise<void>, everyMs: number | undefined): void => {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (!shown || everyMs === undefined) return undefined;
    let looking = false;
    const timer = setInterval(() => {
      if (looking) return;
      looking = true;
      void latest.current().finally(() => {
        looking = false;
      });
    }, everyMs);
    return () => clearInterval(timer);
  }, [shown, everyMs]);
};

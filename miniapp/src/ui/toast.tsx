import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

type Listener = (words: string) => void;
const listeners = new Set<Listener>();

/** One line that confirms what was just done (已复制). What must be read belongs on the page, not here. */
export const say = (words: string): void => {
  for (const listener of listeners) listener(words);
};

const LASTS_MS = 4000;

/** Where `say` is seen; every PageShell has one. */
export const ToastHost = () => {
  const [words, setWords] = useState('');
  useEffect(() => {
    listeners.add(setWords);
    return () => {
      listeners.delete(setWords);
    };
  }, []);
  useEffect(() => {
    if (words === '') return undefined;
    const timer = setTimeout(() => setWords(''), LASTS_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <View className="toast-host" role="status" aria-live="polite">
      {words === '' ? null : <View className="toast">{words}</View>}
    </View>
  );
};

import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui';
import { canListen, listen } from './speech';
import type { Listening } from './speech';

/** Words said instead of typed, for those whom typing is hard. Not there where the device cannot. */
export const SpeakWords = ({ onWords }: { readonly onWords: (words: string) => void }) => {
  const [on, setOn] = useState(false);
  const listening = useRef<Listening>();
  const say = useRef(onWords);
  say.current = onWords;
  useEffect(() => () => listening.current?.stop(), []);
  if (!canListen()) return null;
  const toggle = () => {
    if (on) {
      listening.current?.stop();
      return;
    }
    listening.current = listen({ onWords: (words) => say.current(words), onEnd: () => setOn(false) });
    setOn(listening.current !== undefined);
  };
  return (
    <View className="stack">
      <Button kind="secondary" wide onTap={toggle}>
        {on ? '正在听，说完点这里' : '点一下，直接说'}
      </Button>
      <View className="t14 quiet">说的话由浏览器转成文字，录音不会留下；写错了可以改。</View>
    </View>
  );
};

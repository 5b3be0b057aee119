import { Image, View } from '@tarojs/components';
import { Press } from './press';
import { WORDS } from './words';

interface BeforeAfterProps {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** 3号楼门灯 · 2小时修好 */
  readonly words: string;
  readonly onTap?: () => void;
}

const Half = ({ src, words }: { src: string | undefined; words: string }) => (
  <View className="pair-half">
    {src === undefined ? (
      <View className="pair-none t14">{WORDS.noData}</View>
    ) : (
      <Image className="pair-image" src={src} mode="aspectFill" lazyLoad aria-hidden="true" />
    )}
    <View className="pair-word">{words}</View>
  </View>
);

/** What it was and what it is now, side by side, with the words that say it. */
export const BeforeAfter = ({ before, after, words, onTap }: BeforeAfterProps) => (
  <Press className="pair" disabled={onTap === undefined} onTap={onTap}>
    <View className="pair-images">
      <Half src={before} words={WORDS.before} />
      <Half src={after} words={WORDS.after} />
    </View>
    <View className="t14 pair-words">{words}</View>
  </Press>
);

import { View } from '@tarojs/components';
import type { Photos } from '../../platform';
import { PhotoGrid, TextArea } from '../../ui';

interface WordsAndPhotosProps {
  readonly label: string;
  readonly placeholder: string;
  readonly words: string;
  readonly error?: string | undefined;
  readonly maxLength?: number;
  readonly photos: Photos;
  readonly addWords?: string;
  readonly onWords: (words: string) => void;
}

/** What somebody says and shows: the body of a reply, a proof, an answer. */
export const WordsAndPhotos = ({
  photos,
  onWords,
  words,
  maxLength = 1000,
  addWords,
  ...rest
}: WordsAndPhotosProps) => (
  <View className="stack">
    <TextArea {...rest} value={words} maxLength={maxLength} onChange={onWords} />
    <PhotoGrid
      photos={photos.photos}
      {...(addWords === undefined ? {} : { addWords })}
      onAdd={() => void photos.add()}
      onRemove={photos.remove}
      onRetry={photos.retry}
      onOpen={photos.open}
    />
  </View>
);

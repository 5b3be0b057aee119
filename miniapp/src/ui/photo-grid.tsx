import { Image, Text, View } from '@tarojs/components';
import { Icon } from './icon';
import { Press } from './press';
import { WORDS } from './words';

export interface Photo {
  readonly key: string;
  readonly src?: string | undefined;
  readonly state: 'sending' | 'failed' | 'ready' | 'checking' | 'held';
  /** 0 to 1 while sending. */
  readonly progress?: number;
  /** What a screen reader says: 照片 1. */
  readonly label: string;
}

interface PhotoGridProps {
  readonly photos: readonly Photo[];
  readonly most?: number;
  readonly addWords?: string;
  readonly onAdd?: () => void;
  readonly onRemove?: (key: string) => void;
  readonly onRetry?: (key: string) => void;
  readonly onOpen?: (key: string) => void;
}

const Veil = ({ photo }: { photo: Photo }) => {
  if (photo.state === 'sending') {
    return (
      <View className="photo-veil figure">
        {percent(photo)}
        <View className="photo-progress" style={{ width: percent(photo) }} />
      </View>
    );
  }
  if (photo.state === 'failed') {
    return (
      <View className="photo-veil photo-failed">
        <Icon name="warning" size={20} />
        <Text>{WORDS.photoFailed}</Text>
      </View>
    );
  }
  return null;
};

const percent = (photo: Photo): string => `${Math.round((photo.progress ?? 0) * 100)}%`;

/** What is seen on a tile, spoken: the name, and how it stands. */
const spoken = (photo: Photo): string => {
  if (photo.state === 'sending') return `${photo.label} ${percent(photo)}`;
  if (photo.state === 'failed') return `${photo.label} ${WORDS.photoFailed}`;
  if (photo.src !== undefined) return photo.label;
  return `${photo.label} ${photo.state === 'ready' ? WORDS.photoSent : NOT_SHOWN[photo.state]}`;
};

const NOT_SHOWN = { checking: WORDS.photoChecking, held: WORDS.photoHeld } as const;

const Tile = ({ photo, onRemove, onRetry, onOpen }: Omit<PhotoGridProps, 'photos'> & { photo: Photo }) => {
  const tap = photo.state === 'failed' ? onRetry : onOpen;
  const unseen = photo.src === undefined && (photo.state === 'checking' || photo.state === 'held');
  return (
    <View className="photo">
      <Press
        className="photo-open"
        label={spoken(photo)}
        disabled={tap === undefined || unseen}
        onTap={() => tap?.(photo.key)}
      >
        {photo.src === undefined ? null : (
          <Image className="photo-image" src={photo.src} mode="aspectFill" aria-hidden="true" />
        )}
        {photo.src === undefined && photo.state === 'ready' ? (
          <View className="photo-unseen">{WORDS.photoSent}</View>
        ) : null}
        {unseen ? (
          <View className="photo-unseen">{NOT_SHOWN[photo.state === 'held' ? 'held' : 'checking']}</View>
        ) : null}
        <Veil photo={photo} />
      </Press>
      {onRemove ? (
        <Press
          className="photo-remove"
          label={`${WORDS.removePhoto}(${photo.label})`}
          onTap={() => onRemove(photo.key)}
        >
          <View className="photo-cross">
            <Icon name="close" size={14} />
          </View>
        </Press>
      ) : null}
    </View>
  );
};

/** Photos three to a row: add, watch them go, try again one by one, open, remove. */
export const PhotoGrid = ({ photos, most = 9, addWords, onAdd, ...acts }: PhotoGridProps) => (
  <View className="photos">
    {photos.map((photo) => (
      <Tile key={photo.key} photo={photo} {...acts} />
    ))}
    {onAdd && photos.length < most ? (
      <Press className="photo photo-add" onTap={onAdd}>
        <Icon name="camera" size={28} />
        <View className="t14">{addWords ?? WORDS.addPhoto}</View>
        <View className="t12 figure">
          {photos.length} / {most}
        </View>
      </Press>
    ) : null}
  </View>
);

import type { PhotoView } from '@gongyi/shared/media/contract';
import { PhotoGrid } from '../../ui';
import { openPhotos } from '../../platform';

const SHOWN = { pending: 'checking', person: 'checking', clear: 'ready', held: 'held' } as const;

/** Photos as their viewer may see them: those still being checked say so. */
export const CheckedPhotos = ({ photos, name }: { photos: readonly PhotoView[]; name: string }) => {
  if (photos.length === 0) return null;
  const urls = photos.flatMap(({ url }) => (url === undefined ? [] : [url]));
  return (
    <PhotoGrid
      photos={photos.map((photo, index) => ({
        key: photo.mediaId,
        src: photo.url,
        state: photo.url === undefined ? SHOWN[photo.state] : 'ready',
        label: `${name}照片 ${String(index + 1)}`,
      }))}
      onOpen={(key) => {
        const url = photos.find(({ mediaId }) => mediaId === key)?.url;
        if (url !== undefined) openPhotos(urls, urls.indexOf(url));
      }}
    />
  );
};

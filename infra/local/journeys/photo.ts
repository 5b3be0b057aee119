import { pictureOf } from '../demo/picture/scenes';
import type { Picture as Scene } from '../demo/picture/scenes';
import type { Picture } from './screen';

/** A photo as a phone would have it. */
export const photo = (scene: Scene): Picture => ({
  name: `${scene}.png`,
  mimeType: 'image/png',
  buffer: pictureOf(scene),
});

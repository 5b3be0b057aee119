import * as z from 'zod/mini';
import type { CheckState } from '@gongyi/shared/media/contract';
import type { Change } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { Media } from './media-item';

export interface PhotoChange {
  readonly mediaId: string;
  readonly ownerId: string;
  readonly state: CheckState;
  /** Ids of what shows it. */
  readonly usedBy: readonly string[];
}

/** For reactions of other slices: the photo whose state a change of the table changed, if it is one. */
export const photoChangeOf = (change: Change): PhotoChange | undefined => {
  if (!change.pk.startsWith(PREFIX.media) || change.new === undefined) return undefined;
  const media = z.safeParse(Media, change.new);
  if (!media.success || change.old?.['state'] === media.data.state) return undefined;
  const { id, ownerId, state, usedBy } = media.data;
  return { mediaId: id, ownerId, state, usedBy };
};

import type { PhotoView } from '@gongyi/shared/media/contract';
import type { Request } from '@gongyi/shared/requests/request';
import { photoViews } from '../media/public';
import { listPage } from './listed';

export interface Finished {
  readonly requestId: string;
  readonly title: string;
  readonly beforeUrl?: string;
  readonly afterUrl?: string;
  readonly tookMs: number;
}

const firstUrl = (ids: readonly string[], views: ReadonlyMap<string, PhotoView>): string | undefined =>
  ids.map((id) => views.get(id)?.url).find((url) => url !== undefined);

/** What it looked like before: the proof's own picture, else the one it was filed with. */
const beforeOf = ({ proof, photos }: Request): string[] => [...(proof?.before ?? []), ...photos];

/** The latest public requests of a compound that were confirmed, with pictures anybody may see. */
export const finishedWithPictures = async (compoundId: string, most: number): Promise<Finished[]> => {
  const { requests } = await listPage('finished', compoundId, most, undefined);
  const ids = requests.flatMap((request) => [...beforeOf(request), ...(request.proof?.after ?? [])]);
  const views = new Map(
    (ids.length === 0 ? [] : await photoViews([...new Set(ids)], undefined)).map((view) => [view.mediaId, view]),
  );
  return requests.map((request) => {
    const beforeUrl = firstUrl(beforeOf(request), views);
    const afterUrl = firstUrl(request.proof?.after ?? [], views);
    return {
      requestId: request.id,
      title: request.title,
      ...(beforeUrl === undefined ? {} : { beforeUrl }),
      ...(afterUrl === undefined ? {} : { afterUrl }),
      tookMs: Math.max(0, (request.resolvedAt ?? request.filedAt) - request.filedAt),
    };
  });
};

import type { PhotoView } from '@gongyi/shared/media/contract';
import type { TimelineStep } from '@gongyi/shared/requests/contract';
import type { Request } from '@gongyi/shared/requests/request';
import { byWords } from './by-words';
import type { StoredEvent } from '@gongyi/shared/requests/stored-request';
import { maskName } from '../people/public';

export interface TimelineLook {
  readonly personId: string;
  /** Full names for those who may see them; empty for others. */
  readonly names: ReadonlyMap<string, string>;
  readonly photos: ReadonlyMap<string, PhotoView>;
}

/** Words of a step are shown when cleared, and to who wrote them. */
export const eventWords = (event: StoredEvent | undefined, personId: string): string | undefined => {
  if (event === undefined) return undefined;
  const isAuthor = event.byId !== undefined && event.byId === personId;
  return event.wordsCheck === 'clear' || isAuthor ? event.words : undefined;
};

export const photosIn = (ids: readonly string[], photos: ReadonlyMap<string, PhotoView>): PhotoView[] =>
  ids.flatMap((id) => photos.get(id) ?? []);

/** Who it was handed to is a name like any other: in full for those who may see names. */
const factsFor = (facts: StoredEvent['facts'], { names }: TimelineLook): StoredEvent['facts'] => {
  const { assigneeName } = facts;
  return names.size > 0 || typeof assigneeName !== 'string'
    ? facts
    : { ...facts, assigneeName: maskName(assigneeName) };
};

const stepOf = (event: StoredEvent, look: TimelineLook): TimelineStep => {
  const { rev, kind, at, byRole, byName, byId, facts } = event;
  const words = eventWords(event, look.personId);
  const name = (byId === undefined ? undefined : look.names.get(byId)) ?? byName;
  return {
    rev,
    kind,
    at,
    by: byWords(byRole, name),
    byRole,
    ...(words === undefined ? {} : { words }),
    ...(event.wordsCheck === undefined ? {} : { wordsState: event.wordsCheck }),
    photos: photosIn(event.photos, look.photos),
    facts: factsFor(facts, look),
  };
};

/** The first step is told from the request itself; its words and photos stand above the timeline. */
const filedStep = (request: Pick<Request, 'filedAt' | 'channel'>, filerName: string): TimelineStep => ({
  rev: 1,
  kind: 'filed',
  at: request.filedAt,
  by: filerName,
  byRole: 'person',
  photos: [],
  facts: { channel: request.channel },
});

export const timelineOf = (
  request: Pick<Request, 'filedAt' | 'channel'>,
  filerName: string,
  events: readonly StoredEvent[],
  look: TimelineLook,
): TimelineStep[] => [filedStep(request, filerName), ...events.map((event) => stepOf(event, look))];

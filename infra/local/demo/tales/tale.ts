import { HOUR } from '@gongyi/shared/kernel/time';
import type { CategoryKey } from '@gongyi/shared/requests/category';
import type { Status } from '@gongyi/shared/requests/request';
import type { Move } from '@gongyi/shared/requests/request-rules';
import type { CastKey, LivelyCompound } from '../cast';
import type { Picture } from '../picture/scenes';

/** Things the system gives an id to; known only once the tale is told. */
export interface Refs {
  /** The instant so many hours from when the demonstration is ready. */
  readonly at: (hours: number) => number;
  readonly organisation: (key: string) => string;
  readonly person: (key: CastKey) => string;
  /** The request of another tale. */
  readonly request: (taleKey: string) => string;
}

/** One thing somebody does. `at`: hours before the demonstration is ready, negative. */
export interface Beat {
  readonly at: number;
  readonly who: CastKey;
  readonly move: 'file' | 'file-on-behalf' | Move;
  /** The body, without place, revision and photos. */
  readonly body?: (refs: Refs) => Readonly<Record<string, unknown>>;
  /** Pictures to send along, by the body's field. */
  readonly pictures?: Readonly<Partial<Record<'photos' | 'before' | 'after', readonly Picture[]>>>;
}

/** The story of one request. */
export interface Tale {
  readonly key: string;
  readonly compound: LivelyCompound;
  /** The place below the compound, `b3.e2`; the compound itself if left out. */
  readonly path?: string;
  readonly beats: readonly Beat[];
  readonly ends: Status;
}

export const files = (
  at: number,
  who: CastKey,
  category: CategoryKey,
  words: string,
  more: Readonly<Record<string, unknown>> = {},
  ...photos: readonly Picture[]
): Beat => ({ at, who, move: 'file', body: () => ({ category, words, ...more }), pictures: { photos } });

/** A phone call, a visit or a 12345 order, written down by staff. */
export const notes = (
  at: number,
  who: CastKey,
  category: CategoryKey,
  words: string,
  more: (refs: Refs) => Readonly<Record<string, unknown>>,
): Beat => ({ at, who, move: 'file-on-behalf', body: (refs) => ({ category, words, ...more(refs) }) });

export const does = (at: number, who: CastKey, move: Move, body: Readonly<Record<string, unknown>> = {}): Beat => ({
  at,
  who,
  move,
  body: () => body,
});

export const assigns = (at: number, who: CastKey, to: CastKey): Beat => ({
  at,
  who,
  move: 'assign',
  body: ({ person }) => ({ assigneeId: person(to) }),
});

export const passesOn = (at: number, who: CastKey, to: string, reason: string): Beat => ({
  at,
  who,
  move: 'pass-on',
  body: ({ organisation }) => ({ toOrganisationId: organisation(to), reason }),
});

/** The full hour that follows: people agree on those. */
const onTheHour = (instant: number): number => Math.ceil(instant / HOUR) * HOUR;

/** A visit from `from` to `until`, hours as in `Beat.at`. */
export const plansVisit = (at: number, who: CastKey, from: number, until: number): Beat => ({
  at,
  who,
  move: 'plan-visit',
  body: (refs) => ({ visit: { from: onTheHour(refs.at(from)), until: onTheHour(refs.at(until)) } }),
});

export const pauses = (at: number, who: CastKey, reason: string, until: number): Beat => ({
  at,
  who,
  move: 'pause',
  body: (refs) => ({ reason, until: onTheHour(refs.at(until)) }),
});

export const resolves = (
  at: number,
  who: CastKey,
  words: string,
  before: readonly Picture[],
  after: readonly Picture[],
): Beat => ({
  at,
  who,
  move: 'resolve',
  body: () => ({ words }),
  pictures: { before, after },
});

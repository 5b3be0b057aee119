import type { World } from '../world/build';
import type { Person } from '../world/people';
import type { Side } from '../world/places';
import type { Subject } from './subjects';

/** A question without who asks it. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface Probe {
  /** Makes what is asked about, by people who may. */
  readonly make: (world: World, side: Side) => Promise<Subject>;
  readonly ask: (subject: Subject, who: Person | undefined, world: World) => Asked | Promise<Asked>;
  /** Whether a reply shows that it was done. Any reply does if left out. */
  readonly shows?: (reply: unknown, subject: Subject) => boolean;
  /** Once done it cannot be done again: everybody who may gets a fresh one. */
  readonly once?: boolean;
  /** Of those who may, who comes first: after others what they do is not theirs to do any more. */
  readonly first?: string;
}

export const has = (reply: unknown, text: string | undefined): boolean => JSON.stringify(reply).includes(text ?? '\0');
export const revOf = (reply: unknown): number =>
  typeof reply === 'object' && reply !== null && 'rev' in reply ? Number(reply.rev) : 0;

import { MINUTE } from '@gongyi/shared/kernel/time';
import { Shift } from '@gongyi/shared/volunteers/shift';
import { Team } from '@gongyi/shared/volunteers/team';
import { Wish } from '@gongyi/shared/volunteers/wish';
import * as z from 'zod/mini';
import { nextStep } from '../platform/record-item';
import type { Happened, StoredStep } from '../platform/record-item';
import { changeSeen, recordAfter } from '../platform/record-steps';
import type { Doing } from '../platform/record-steps';
import { getItem, putNew } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * Teams, shifts and wishes, each with the steps of its record in one partition. A move is one transaction: the
 * thing, if it is still as its maker saw it, and the step that tells of it.
 */
export const WORDS_DUE = 'volunteer-words';
export const WISH_DUE = 'wish';
/** Words without a machine's verdict for this long go to a person. */
const WORDS_VERDICT = MINUTE / 2;

export const KINDS = ['team', 'shift', 'wish'] as const;
export type Kind = (typeof KINDS)[number];
export const keyOf = { team: keys.team, shift: keys.shift, wish: keys.wish } as const;
export const stepKeyOf = { team: keys.teamStep, shift: keys.shiftStep, wish: keys.wishStep } as const;

export const teamOf = (item: Item): Team => z.parse(Team, item);
export const shiftOf = (item: Item): Shift => z.parse(Shift, item);
export const wishOf = (item: Item): Wish => z.parse(Wish, item);

export const findTeam = async (teamId: string): Promise<Team | undefined> => {
  const item = await getItem(keys.team(teamId), { consistent: true });
  return item && teamOf(item);
};
export const findShift = async (shiftId: string): Promise<Shift | undefined> => {
  const item = await getItem(keys.shift(shiftId), { consistent: true });
  return item && shiftOf(item);
};
export const findWish = async (wishId: string): Promise<Wish | undefined> => {
  const item = await getItem(keys.wish(wishId), { consistent: true });
  return item && wishOf(item);
};

/** Whose record a key is of, and whether it is the thing itself or a step. */
export const recordKey = (pk: string, sk: string): { kind: Kind; id: string; step: boolean } | undefined => {
  const kind = KINDS.find((one) => pk.startsWith(keyOf[one]('').pk));
  if (kind === undefined) return undefined;
  const { pk: prefix, sk: own } = keyOf[kind]('');
  if (sk !== own && !sk.startsWith('EV#')) return undefined;
  return { kind, id: pk.slice(prefix.length), step: sk !== own };
};

export const stepsAfter = (kind: Kind, id: string, after = 0): Promise<StoredStep[]> =>
  recordAfter(stepKeyOf[kind], id, after);

/** The step of a revision, if there is one. */
export const findStep = async (kind: Kind, id: string, rev: number): Promise<StoredStep | undefined> =>
  (await stepsAfter(kind, id, rev - 1)).find((step) => step.rev === rev);

/** A wish that nobody claims comes before the grid team at its time. */
const dueOf = (thing: Item): Item => {
  const { id, status, surfacesAt, surfacedAt } = thing;
  if (status !== 'open' || typeof surfacesAt !== 'number' || surfacedAt !== undefined) return {};
  return keys.due(WISH_DUE, surfacesAt, String(id));
};
const attributes = (thing: Recorded): Item => ({ ...thing, ...dueOf({ ...thing }) });

interface Recorded {
  readonly id: string;
  readonly rev: number;
  readonly fingerprint: string;
  readonly status: string;
  readonly textRev: number;
}

/** What a move does. `text`: its words are those of the thing itself, and their verdict is the thing's. */
export interface Effect<T> {
  readonly changes: Partial<T>;
  readonly event: Happened;
  readonly text?: boolean;
}

interface Checked {
  /** The words were cleared before, word for word. */
  readonly cleared?: boolean;
}

const putStep = (
  kind: Kind,
  id: string,
  step: ReturnType<typeof nextStep>,
  { op, opHash, now }: Doing,
  { cleared = false }: Checked,
): TransactItem =>
  putNew({
    ...stepKeyOf[kind](id, step.rev),
    ...step,
    op,
    ...(opHash === undefined ? {} : { opHash }),
    ...(step.words === undefined
      ? {}
      : cleared
        ? { wordsCheck: 'clear' }
        : { wordsCheck: 'pending', ...keys.due(WORDS_DUE, now + WORDS_VERDICT, `${id}.${String(step.rev)}`) }),
  });

/** The writes of one step: the thing, if it is still as seen, and the step. */
export const moveWrites =
  <T extends Recorded>(kind: Kind) =>
  (before: T, { changes, event, text = false }: Effect<T>, doing: Doing): TransactItem[] => {
    const rev = before.rev + 1;
    const step = nextStep(before.id, rev, before.fingerprint, event, doing.maker, doing.now);
    const after = {
      ...before,
      ...changes,
      ...(text ? { wordsCheck: 'pending', textRev: rev } : {}),
      rev,
      fingerprint: step.fingerprint,
    };
    return [
      changeSeen(keyOf[kind](before.id), attributes(before), attributes(after), doing.op),
      putStep(kind, before.id, step, doing, {}),
    ];
  };

/** The writes that make a thing, with the first step of its record. */
export const beginWrites = (
  kind: Kind,
  thing: Recorded,
  event: Happened,
  doing: Doing,
  checked: Checked = {},
): TransactItem[] => {
  const step = nextStep(thing.id, 1, '', event, doing.maker, doing.now);
  const item = attributes({ ...thing, fingerprint: step.fingerprint });
  return [
    putNew({ ...item, ...keyOf[kind](thing.id), op: doing.op, opHash: doing.opHash }),
    putStep(kind, thing.id, step, doing, checked),
  ];
};

/** What the record is begun with: nothing yet. */
export const UNBEGUN = { rev: 1, fingerprint: '', textRev: 1 } as const;

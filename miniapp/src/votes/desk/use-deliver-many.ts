import { useState } from 'react';
import { listPlacesBelow } from '@gongyi/shared/district/contract';
import { placeKind } from '@gongyi/shared/district/place';
import { deliverPaper, findRegisterLine } from '@gongyi/shared/votes/contract-paper';
import type { DeliveryWay, RegisterLine } from '@gongyi/shared/votes/contract-paper';
import { call, newKey, outcomeWords } from '../../platform';

/** A line whose paper was handed out at one round of doors, and how its entry stands. */
export interface DoorPaper {
  readonly line: RegisterLine;
  /** As printed on its paper. */
  readonly serial: string;
  readonly chosen: boolean;
  readonly state: 'open' | 'done' | 'failed';
  readonly words?: string | undefined;
  /** The same through every sending, so that a door is entered once. */
  readonly key: string;
}

const MOST_BELOW = 200;

/** Homes of a building or an entrance, level by level. */
const homesBelow = async (placeId: string): Promise<readonly string[] | string> => {
  const found = await call(listPlacesBelow, { params: { placeId }, query: { limit: MOST_BELOW } });
  if (!found.ok) return outcomeWords(found) ?? '';
  const ids: string[] = [];
  for (const { id } of found.value.items) {
    const kind = placeKind(id);
    if (kind === 'home') ids.push(id);
    else if (kind === 'entrance') {
      const below = await homesBelow(id);
      if (typeof below === 'string') return below;
      ids.push(...below);
    }
  }
  return ids;
};

/**
 * Papers handed out along a stairway, entered together: one way for all, a number each, one after the other, with
 * what came of every one. What failed stays ticked, to be sent again.
 */
export const useDeliverMany = (voteId: string) => {
  const [papers, setPapers] = useState<readonly DoorPaper[]>([]);
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  const [words, setWords] = useState<string>();

  const change = (line: number, part: Partial<DoorPaper>) =>
    setPapers((all) => all.map((one) => (one.line.line === line ? { ...one, ...part } : one)));

  const read = async (placeId: string): Promise<void> => {
    setPapers([]);
    setWords(undefined);
    setProgress({ done: 0, all: 0 });
    const homes = await homesBelow(placeId);
    if (typeof homes === 'string') {
      setWords(homes);
      setProgress(undefined);
      return;
    }
    const found = new Map<number, DoorPaper>();
    for (const [at, homeId] of homes.entries()) {
      setProgress({ done: at, all: homes.length });
      const outcome = await call(findRegisterLine, { params: { voteId, homeId } });
      // A home outside the vote's scope has no line.
      if (!outcome.ok && outcome.refusal?.refused === 'not-found') continue;
      if (!outcome.ok) {
        setWords(outcomeWords(outcome));
        break;
      }
      const line = outcome.value;
      if (line.paper?.delivered !== undefined || found.has(line.line)) continue;
      found.set(line.line, { line, serial: '', chosen: false, state: 'open', key: newKey() });
    }
    setPapers([...found.values()]);
    setProgress(undefined);
  };

  const send = async (way: DeliveryWay): Promise<void> => {
    const due = papers.filter(({ chosen, state }) => chosen && state !== 'done');
    for (const [at, { line, serial, key }] of due.entries()) {
      setProgress({ done: at, all: due.length });
      const outcome = await call(
        deliverPaper,
        { params: { voteId, line: line.line }, body: { serial: Number(serial), way, photos: [] } },
        { key },
      );
      change(
        line.line,
        outcome.ok
          ? { state: 'done', line: outcome.value, words: undefined }
          : {
              state: 'failed',
              words: outcomeWords(outcome),
              // A refused entry is over; what is sent then is another.
              key: outcome.refusal === undefined ? key : newKey(),
            },
      );
    }
    setProgress(undefined);
  };
  return { papers, progress, words, read, change, send };
};
export type DeliverMany = ReturnType<typeof useDeliverMany>;

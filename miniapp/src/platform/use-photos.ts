import { useCallback, useEffect, useRef, useState } from 'react';
import type { Photo } from '../ui';
import { openPhotos } from './device';
import { newKey } from './key';
import { useOnline } from './network';
import type { PickedFile } from './photo-file';
import { pickPhotos } from './pick-photos';
import { uploadFile } from './upload';

interface Taken {
  readonly key: string;
  /** Missing for photos of an earlier visit: they have arrived, but this device no longer has the picture. */
  readonly file?: PickedFile;
  readonly state: 'sending' | 'failed' | 'ready';
  readonly progress: number;
  readonly mediaId?: string;
}

export interface Photos {
  /** For PhotoGrid. */
  readonly photos: readonly Photo[];
  /** Ids of what has arrived, in order. */
  readonly mediaIds: readonly string[];
  readonly busy: boolean;
  readonly failed: boolean;
  /** How many have not arrived: on their way, or kept until the network is back. */
  readonly missing: number;
  readonly add: () => Promise<void>;
  readonly remove: (key: string) => void;
  readonly retry: (key: string) => void;
  readonly open: (key: string) => void;
  readonly clear: () => void;
}

const fromBefore = (mediaId: string): Taken => ({ key: mediaId, state: 'ready', progress: 1, mediaId });

/**
 * Photos of a form: picked, made smaller, sent at once one by one, each with its own progress and retry. What the
 * network did not take is kept and sent by itself when the network is back. `kept`:
 * ids a draft still holds.
 */
export const usePhotos = (kept: readonly string[] = [], most = 9): Photos => {
  const [taken, setTaken] = useState<readonly Taken[]>(() => kept.map(fromBefore));
  const latest = useRef(taken);
  latest.current = taken;
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const change = useCallback((key: string, part: Partial<Taken>) => {
    if (alive.current) setTaken((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }, []);
  const start = useCallback(
    async (key: string, file: PickedFile) => {
      change(key, { state: 'sending', progress: 0 });
      const outcome = await uploadFile(file, (progress) => change(key, { progress }));
      if (outcome.ok) change(key, { state: 'ready', mediaId: outcome.value });
      else change(key, { state: 'failed' });
    },
    [change],
  );

  const add = useCallback(async () => {
    const files = await pickPhotos(most - latest.current.length);
    const fresh = files.map((file): Taken => ({ key: newKey(), file, state: 'sending', progress: 0 }));
    setTaken((all) => [...all, ...fresh]);
    fresh.forEach(({ key }, at) => {
      const file = files[at];
      if (file) void start(key, file);
    });
  }, [most, start]);
  const remove = useCallback((key: string) => setTaken((all) => all.filter((each) => each.key !== key)), []);
  const retry = useCallback(
    (key: string) => {
      const again = latest.current.find((each) => each.key === key);
      if (again?.file) void start(key, again.file);
    },
    [start],
  );
  const online = useOnline();
  useEffect(() => {
    if (!online) return;
    for (const { key, state } of latest.current) if (state === 'failed') retry(key);
  }, [online, retry]);
  const open = useCallback((key: string) => {
    const shown = latest.current.filter((each) => each.file !== undefined);
    openPhotos(
      shown.flatMap((each) => each.file?.path ?? []),
      shown.findIndex((each) => each.key === key),
    );
  }, []);
  const clear = useCallback(() => setTaken([]), []);

  return {
    photos: taken.map(({ key, file, state, progress }, at) => ({
      key,
      src: file?.path,
      state,
      progress,
      label: `照片 ${at + 1}`,
    })),
    mediaIds: taken.flatMap(({ mediaId }) => (mediaId === undefined ? [] : [mediaId])),
    busy: taken.some(({ state }) => state === 'sending'),
    failed: taken.some(({ state }) => state === 'failed'),
    missing: taken.filter(({ state }) => state !== 'ready').length,
    add,
    remove,
    retry,
    open,
    clear,
  };
};

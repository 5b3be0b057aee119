import { useEffect, useState } from 'react';
import {
  beginRollImport,
  getRollImport,
  previewRollImport,
  setRollLayout,
  startRollImport,
} from '@gongyi/shared/district/roll-contract';
import type { PREVIEW_PARTS, RollImport } from '@gongyi/shared/district/roll-contract';
import type { RollLayout } from '@gongyi/shared/district/roll';
import { outcomeWords, pickSheet, uploadFile, useAct, useLoad } from '../platform';

export type Part = (typeof PREVIEW_PARTS)[number];
const LOOK_AGAIN_MS = 1000;
const ROWS = 50;

/** The import from picking the file to the last home written; it goes on without the page. */
export const useRollImport = (compoundId: string | undefined, begun: string | undefined) => {
  const act = useAct();
  const [importId, setImportId] = useState(begun);
  const [sending, setSending] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [part, setPart] = useState<Part>('rejected');
  const [from, setFrom] = useState(0);
  const load = useLoad(getRollImport, importId === undefined ? undefined : { params: { importId } });
  const roll = load.value;
  const readable = roll?.layout !== undefined && roll.missing.length === 0 && roll.state === 'draft';
  const preview = useLoad(
    previewRollImport,
    importId !== undefined && readable ? { params: { importId }, query: { part, from, limit: ROWS } } : undefined,
  );

  const running = roll?.state === 'running';
  const { reload } = load;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => void reload(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, reload]);

  const pick = async () => {
    if (compoundId === undefined) return;
    const file = await pickSheet();
    if (file === undefined) return;
    setProblem(undefined);
    setSending(0);
    const sent = await uploadFile(file, setSending);
    setSending(undefined);
    if (!sent.ok) {
      setProblem(outcomeWords(sent));
      return;
    }
    const made = await act.run(beginRollImport, {
      params: { compoundId },
      body: { mediaId: sent.value, fileName: file.name.slice(0, 120) },
    });
    if (made === undefined) return;
    setImportId(made.id);
    load.replace(made);
  };
  const took = (made: RollImport | undefined) => {
    if (made === undefined) return;
    load.replace(made);
    void preview.reload();
  };
  const setLayout = async (layout: RollLayout) => {
    if (importId !== undefined) took(await act.run(setRollLayout, { params: { importId }, body: layout }));
  };
  const start = async () => {
    const totals = preview.value?.totals;
    if (importId === undefined || totals === undefined) return;
    const body = { homes: totals.homes, area: totals.area, heads: totals.heads };
    took(await act.run(startRollImport, { params: { importId }, body }));
  };
  const show = (wanted: Part) => {
    setPart(wanted);
    setFrom(0);
  };
  return { act, roll, load, preview, sending, problem, part, show, from, setFrom, pick, setLayout, start };
};
export type RollImporting = ReturnType<typeof useRollImport>;

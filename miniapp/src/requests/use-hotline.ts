import { useEffect, useState } from 'react';
import { HOTLINE_AT_ONCE, fileHotline, previewHotline } from '@gongyi/shared/requests/contract';
import type { HotlineRow } from '@gongyi/shared/requests/contract';
import { outcomeWords, pickSheet, uploadFile, useAct } from '../platform';
import { refusedWords } from './hotline-copy';

interface Sheet {
  readonly mediaId: string;
  readonly name: string;
  readonly rows: readonly HotlineRow[];
}

/** The hotline's sheet from picking the file to the last order filed. Filing again goes on where it stopped. */
export const useHotline = (compoundId: string | undefined) => {
  const act = useAct();
  const [sheet, setSheet] = useState<Sheet>();
  const [sending, setSending] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const [refused, setRefused] = useState<ReadonlyMap<number, string>>(new Map());

  const look = async (mediaId: string, name: string): Promise<void> => {
    if (compoundId === undefined) return;
    const read = await act.run(previewHotline, { params: { compoundId }, body: { mediaId } });
    if (read !== undefined) setSheet({ mediaId, name, rows: read.rows });
  };
  const pick = async () => {
    const file = await pickSheet();
    if (file === undefined || compoundId === undefined) return;
    setProblem(undefined);
    setProgress(undefined);
    setRefused(new Map());
    setSheet(undefined);
    setSending(0);
    const sent = await uploadFile(file, setSending);
    setSending(undefined);
    if (sent.ok) await look(sent.value, file.name);
    else setProblem(outcomeWords(sent));
  };
  const ready = sheet?.rows.filter(({ is }) => is === 'ready') ?? [];
  const file = async () => {
    if (sheet === undefined || compoundId === undefined) return;
    const said = new Map<number, string>();
    const lines = ready.map(({ line }) => line);
    setProgress({ done: 0, total: lines.length });
    for (let at = 0; at < lines.length; at += HOTLINE_AT_ONCE) {
      const body = { mediaId: sheet.mediaId, lines: lines.slice(at, at + HOTLINE_AT_ONCE) };
      const answer = await act.run(fileHotline, { params: { compoundId }, body });
      if (answer === undefined) break;
      for (const { line, refused: code } of answer.items) if (code !== undefined) said.set(line, refusedWords(code));
      setProgress({ done: Math.min(lines.length, at + HOTLINE_AT_ONCE), total: lines.length });
    }
    setRefused(said);
    await look(sheet.mediaId, sheet.name);
  };
  const forget = () => {
    setSheet(undefined);
    setProgress(undefined);
    setRefused(new Map());
  };
  // What was read was read for one compound.
  useEffect(forget, [compoundId]);
  return { act, sheet, ready, sending, problem, progress, refused, pick, file };
};
export type Hotline = ReturnType<typeof useHotline>;

import { useState } from 'react';
import { confirmPaper, enterPaper, finishCount, getBox, signCount } from '@gongyi/shared/votes/contract-paper';
import type { Box, BoxPaper, FirstReading } from '@gongyi/shared/votes/contract-paper';
import { useAct, useLoad, usePoll } from '../../platform';
import { say } from '../../ui';
import { BOX } from '../desk-copy';

const LOOK_AGAIN_MS = 5000;

/** What this person can do with a paper now. */
export type PaperTask = 'enter' | 'confirm' | 'wait' | 'settle' | 'done';

export const taskOf = (paper: BoxPaper, mayEnter: boolean): PaperTask => {
  if (paper.state === 'confirmed') return 'done';
  if (paper.disputed) return 'settle';
  if (!mayEnter) return 'wait';
  if (paper.state === 'entered') return paper.enteredByMe ? 'wait' : 'confirm';
  return 'enter';
};

const isDue = (paper: BoxPaper, mayEnter: boolean): boolean => ['enter', 'confirm'].includes(taskOf(paper, mayEnter));

/** The next paper this person can read, after the one just read; round from the beginning at the end. */
const nextDue = ({ papers, mayEnter }: Box, after: number): BoxPaper | undefined => {
  const at = papers.findIndex(({ line }) => line === after);
  return [...papers.slice(at + 1), ...papers.slice(0, at + 1)].find((paper) => isDue(paper, mayEnter));
};

/** The ballot box: papers are read by one, confirmed by another, then signed; others read at the same time. */
export const useBox = (voteId: string) => {
  const params = { voteId };
  const load = useLoad(getBox, { params });
  const act = useAct(() => void load.reload());
  const [chosen, setChosen] = useState<number>();
  const box = load.value;
  usePoll(load.reload, box?.status === 'counting' ? LOOK_AGAIN_MS : undefined);

  const papers = box?.papers ?? [];
  const paper =
    papers.find(({ line }) => line === chosen) ??
    papers.find((one) => isDue(one, box?.mayEnter ?? false)) ??
    papers.find(({ state }) => state !== 'confirmed');

  const replace = (read: BoxPaper) => {
    if (box === undefined) return;
    const next = { ...box, papers: papers.map((one) => (one.line === read.line ? read : one)) };
    load.replace(next);
    setChosen(nextDue(next, read.line)?.line);
  };
  return {
    load,
    box,
    act,
    paper,
    choose: (line: number) => {
      act.clear();
      setChosen(line);
    },
    /** Reads a paper, the first time or the second; true once it is in. */
    read: async (one: BoxPaper, { photos, ...entry }: FirstReading): Promise<boolean> => {
      const second = taskOf(one, true) === 'confirm';
      const about = { params: { voteId, line: one.line } };
      const read = second
        ? await act.run(confirmPaper, { ...about, body: entry })
        : await act.run(enterPaper, { ...about, body: { ...entry, photos } });
      if (read === undefined) return false;
      replace(read);
      say(read.state === 'differs' ? BOX.differed : second ? BOX.confirmed : BOX.entered);
      // Whether it can be signed or ended now only the server knows.
      void load.reload();
      return true;
    },
    sign: async (): Promise<boolean> => {
      const signed = await act.run(signCount, { params });
      if (signed === undefined) return false;
      load.replace(signed);
      say(BOX.signed);
      return true;
    },
    /** With the reason where it ends without a scrutineer's signature. */
    finish: async (unsigned?: string): Promise<boolean> => {
      const finished = await act.run(finishCount, { params, body: unsigned === undefined ? {} : { unsigned } });
      if (finished === undefined) return false;
      load.replace(finished);
      say(BOX.finished);
      return true;
    },
  };
};
export type BoxDesk = ReturnType<typeof useBox>;

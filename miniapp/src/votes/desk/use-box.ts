import { useEffect, useState } from 'react';
import { confirmPaper, enterPaper, finishCount, getBox, signCount } from '@gongyi/shared/votes/contract-paper';
import type { Box, BoxPaper, FirstReading } from '@gongyi/shared/votes/contract-paper';
import { useAct, useLoad, usePoll } from '../../platform';
import { say } from '../../ui';
import { BOX } from '../desk-copy';

const LOOK_AGAIN_MS = 5000;
/** As many papers as are shown, and looked at again, at once: however large the box is. */
const A_PAGE = 50;

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

/** The next paper of a page that this person can read, after the one just read; round from the beginning at the end. */
const nextDue = ({ items: papers, mayEnter }: Box, after: number): BoxPaper | undefined => {
  const at = papers.findIndex(({ line }) => line === after);
  return [...papers.slice(at + 1), ...papers.slice(0, at + 1)].find((paper) => isDue(paper, mayEnter));
};

/** The ballot box: papers are read by one, confirmed by another, then signed; others read at the same time. */
export const useBox = (voteId: string) => {
  const params = { voteId };
  /** Where the pages before this one ended, and this one begins. */
  const [turned, setTurned] = useState<readonly string[]>([]);
  const from = turned.at(-1);
  const load = useLoad(getBox, { params, query: { limit: A_PAGE, ...(from === undefined ? {} : { cursor: from }) } });
  const act = useAct(() => void load.reload());
  const [chosen, setChosen] = useState<number>();
  /** Looks at what is counted already. */
  const [browsing, setBrowsing] = useState(false);
  const box = load.value;
  usePoll(load.reload, box?.status === 'counting' ? LOOK_AGAIN_MS : undefined);

  const papers = box?.items ?? [];
  const next = box?.cursor === undefined || box.cursor === from ? undefined : box.cursor;
  const onward = () => {
    if (next === undefined) return;
    setChosen(undefined);
    setTurned([...turned, next]);
  };
  // Who comes to count begins where papers wait; a page of papers that did not come back has nothing to show.
  const read = !browsing && box?.mayEnter === true && papers.every(({ state }) => state === 'confirmed');
  const passing = next !== undefined && (papers.length === 0 || read);
  useEffect(() => {
    if (passing) onward();
  }, [passing, next]);
  const paper =
    papers.find(({ line }) => line === chosen) ??
    papers.find((one) => isDue(one, box?.mayEnter ?? false)) ??
    papers.find(({ state }) => state !== 'confirmed');

  const replace = (fresh: BoxPaper) => {
    if (box === undefined) return;
    const now = { ...box, items: papers.map((one) => (one.line === fresh.line ? fresh : one)) };
    load.replace(now);
    const due = nextDue(now, fresh.line);
    if (due === undefined && next !== undefined) onward();
    else setChosen(due?.line);
  };
  return {
    load,
    box,
    act,
    paper,
    /** To the next papers, and back to those before; undefined where there are none. */
    onward: next === undefined ? undefined : onward,
    back:
      turned.length === 0
        ? undefined
        : () => {
            setBrowsing(true);
            setChosen(undefined);
            setTurned(turned.slice(0, -1));
          },
    choose: (line: number) => {
      act.clear();
      setChosen(line);
    },
    /** Reads a paper, the first time or the second; true once it is in. */
    read: async (one: BoxPaper, { photos, ...entry }: FirstReading): Promise<boolean> => {
      const second = taskOf(one, true) === 'confirm';
      const about = { params: { voteId, line: one.line } };
      const fresh = second
        ? await act.run(confirmPaper, { ...about, body: entry })
        : await act.run(enterPaper, { ...about, body: { ...entry, photos } });
      if (fresh === undefined) return false;
      replace(fresh);
      say(fresh.state === 'differs' ? BOX.differed : second ? BOX.confirmed : BOX.entered);
      // Whether it can be signed or ended now only the server knows.
      void load.reload();
      return true;
    },
    sign: async (): Promise<boolean> => {
      const signed = await act.run(signCount, { params });
      if (signed === undefined) return false;
      if (box !== undefined) load.replace({ ...box, ...signed });
      say(BOX.signed);
      return true;
    },
    /** With the reason where it ends without a scrutineer's signature. */
    finish: async (unsigned?: string): Promise<boolean> => {
      const finished = await act.run(finishCount, { params, body: unsigned === undefined ? {} : { unsigned } });
      if (finished === undefined) return false;
      if (box !== undefined) load.replace({ ...box, ...finished });
      say(BOX.finished);
      return true;
    },
  };
};
export type BoxDesk = ReturnType<typeof useBox>;

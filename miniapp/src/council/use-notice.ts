import { useState } from 'react';
import { getNoticeSheet, getPublicNotice, objectForSomebody, objectToNotice } from '@gongyi/shared/council/contract';
import { openSheet, requireSignIn, useAct, useLoad } from '../platform';
import { say } from '../ui';
import { NOTICE } from './session-copy';

/** A public notice, open to everybody; objecting to it, and taking it along as a page. */
export const useNotice = (sessionId: string | undefined) => {
  const load = useLoad(getPublicNotice, sessionId === undefined ? undefined : { params: { sessionId } });
  const act = useAct(() => void load.reload());
  const paper = useAct();
  /** An objection is being written: one's own, or one that was handed in on paper. */
  const [objecting, setObjecting] = useState<'own' | 'on-paper'>();
  const params = { sessionId: sessionId ?? '' };
  return {
    load,
    act,
    paper,
    objecting,
    close: () => {
      act.clear();
      setObjecting(undefined);
    },
    begin: async (whose: 'own' | 'on-paper') => {
      act.clear();
      if (await requireSignIn()) setObjecting(whose);
    },
    object: async (words: string, signature: string): Promise<boolean> => {
      const rev = load.value?.rev;
      if (rev === undefined) return false;
      const onPaper = objecting === 'on-paper';
      const input = { params, body: { rev, words, signature } };
      const moved = await act.run(onPaper ? objectForSomebody : objectToNotice, input);
      if (moved === undefined) return false;
      setObjecting(undefined);
      say(onPaper ? NOTICE.objectForDone : NOTICE.objectDone);
      await load.reload();
      return true;
    },
    print: async (): Promise<void> => {
      const sheet = await paper.run(getNoticeSheet, { params });
      if (sheet !== undefined && !(await openSheet(sheet.url, 'pdf'))) say(NOTICE.printFailed);
    },
  };
};

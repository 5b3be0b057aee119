import { useState } from 'react';
import { getNoticeSheet, getPublicNotice, objectToNotice } from '@gongyi/shared/council/contract';
import { openSheet, requireSignIn, useAct, useLoad } from '../platform';
import { say } from '../ui';
import { NOTICE } from './session-copy';

/** A public notice, open to everybody; objecting to it, and taking it along as a page. */
export const useNotice = (sessionId: string | undefined) => {
  const load = useLoad(getPublicNotice, sessionId === undefined ? undefined : { params: { sessionId } });
  const act = useAct(() => void load.reload());
  const paper = useAct();
  const [objecting, setObjecting] = useState(false);
  const params = { sessionId: sessionId ?? '' };
  return {
    load,
    act,
    paper,
    objecting,
    close: () => {
      act.clear();
      setObjecting(false);
    },
    begin: async () => {
      act.clear();
      if (await requireSignIn()) setObjecting(true);
    },
    object: async (words: string, signature: string): Promise<boolean> => {
      const rev = load.value?.rev;
      if (rev === undefined) return false;
      const moved = await act.run(objectToNotice, { params, body: { rev, words, signature } });
      if (moved === undefined) return false;
      setObjecting(false);
      say(NOTICE.objectDone);
      await load.reload();
      return true;
    },
    print: async (): Promise<void> => {
      const sheet = await paper.run(getNoticeSheet, { params });
      if (sheet !== undefined && !(await openSheet(sheet.url, 'pdf'))) say(NOTICE.printFailed);
    },
  };
};

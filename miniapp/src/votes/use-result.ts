import { useState } from 'react';
import { getBundle } from '@gongyi/shared/votes/contract-log';
import { getResultSheet, listVoteObjections, objectToVote } from '@gongyi/shared/votes/contract-result';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { keepFromUrl, openSheet, requireSignIn, useAct, useLoad, usePagedList } from '../platform';
import { say } from '../ui';
import { RESULT } from './copy';

/** A published result: its numbers, what can be fetched of it, and objections to it. */
export const useResult = (voteId: string | undefined) => {
  const at = voteId === undefined ? undefined : { params: { voteId } };
  const params = { voteId: voteId ?? '' };
  const load = useLoad(getVote, at);
  const published = load.value?.status === 'published';
  const objections = usePagedList(listVoteObjections, published ? at : undefined);
  const act = useAct(() => void load.reload());
  const paper = useAct();
  const file = useAct();
  const [objecting, setObjecting] = useState(false);
  return {
    load,
    objections,
    act,
    paper,
    file,
    objecting,
    close: () => {
      act.clear();
      setObjecting(false);
    },
    begin: async () => {
      act.clear();
      if (await requireSignIn()) setObjecting(true);
    },
    object: async (words: string): Promise<boolean> => {
      if ((await act.run(objectToVote, { params, body: { words } })) === undefined) return false;
      await objections.refresh();
      setObjecting(false);
      say(RESULT.objectDone);
      return true;
    },
    print: async () => {
      const sheet = await paper.run(getResultSheet, { params });
      if (sheet !== undefined && !(await openSheet(sheet.url, 'pdf'))) say(RESULT.pdfFailed);
    },
    bundle: async () => {
      const found = await file.run(getBundle, { params });
      if (found !== undefined && !(await keepFromUrl(found.url, RESULT.bundleName(params.voteId))))
        say(RESULT.bundleFailed);
    },
    reload: async () => {
      await Promise.all([load.reload(), objections.refresh()]);
    },
  };
};

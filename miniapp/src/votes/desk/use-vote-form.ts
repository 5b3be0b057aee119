import { useState } from 'react';
import * as z from 'zod/mini';
import { amendVote, draftVote } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { newKey, useAct, useChecked, useDraft, useSubmission } from '../../platform';
import { VoteEdit, bodyOf, editOf, emptyMatter, emptyVote } from './draft-form';
import type { MatterEdit } from './draft-form';

interface FormOf {
  readonly compoundId: string;
  /** The vote that is changed; a new one without it. */
  readonly view: VoteView | undefined;
  /** What a council's topic brings along. */
  readonly topicId: string | undefined;
  readonly matter: Partial<MatterEdit>;
  readonly onOutdated: () => void;
}

/** A vote being written, new or changed, kept on the device until it is in safe hands. */
export const useVoteForm = ({ compoundId, view, topicId, matter, onOutdated }: FormOf) => {
  const [fresh] = useState(() =>
    view === undefined
      ? { ...emptyVote(newKey(), emptyMatter('m1', matter)), title: matter.title ?? '' }
      : editOf(newKey(), view),
  );
  const draft = useDraft(`vote.${view?.id ?? topicId ?? compoundId}`, VoteEdit, fresh);
  const edit = view === undefined || draft.value.seen === view.rev ? draft.value : fresh;
  const submission = useSubmission({ ...draft, value: edit });
  const act = useAct(onOutdated);
  const body = bodyOf(edit);
  const route = view === undefined ? draftVote.body : z.omit(amendVote.body, { scrutineerIds: true });
  const whole = view === undefined ? { ...body, starter: edit.starter, topicId } : { ...body, rev: view.rev };
  const checked = useChecked(route, whole);
  const change = (part: Partial<VoteEdit>) => {
    act.clear();
    draft.change({ ...edit, ...part });
  };

  const send = async (title: string): Promise<{ readonly id: string } | undefined> => {
    if (!checked.ask()) return undefined;
    if (view === undefined) {
      const read = z.safeParse(draftVote.body, whole);
      return read.success ? submission.send(draftVote, { params: { compoundId }, body: read.data }, title) : undefined;
    }
    const scrutineerIds = view.scrutineers.flatMap(({ personId }) => personId ?? []);
    const read = z.safeParse(amendVote.body, { ...whole, scrutineerIds });
    if (!read.success) return undefined;
    const saved = await act.run(amendVote, { params: { voteId: view.id }, body: read.data });
    if (saved !== undefined) draft.clear();
    return saved;
  };

  return {
    edit,
    checked,
    change,
    changeMatter: (at: number, part: Partial<MatterEdit>) =>
      change({ matters: edit.matters.map((one, index) => (index === at ? { ...one, ...part } : one)) }),
    addMatter: () => change({ matters: [...edit.matters, emptyMatter(newKey().slice(0, 8))] }),
    removeMatter: (at: number) => change({ matters: edit.matters.filter((_, index) => index !== at) }),
    submission,
    words: submission.refused ?? act.words,
    busy: act.busy || submission.sending === 'sending',
    send,
  };
};
export type VoteForm = ReturnType<typeof useVoteForm>;

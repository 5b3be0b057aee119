import { useState } from 'react';
import { endOfDay } from '@gongyi/shared/kernel/time';
import { beginPetition } from '@gongyi/shared/votes/contract-preparing';
import * as z from 'zod/mini';
import { newKey, useChecked, useDraft, useSubmission } from '../platform';
import { VoteEdit, bodyOf, emptyMatter, emptyVote } from './desk/draft-form';
import type { MatterEdit } from './desk/draft-form';

/** A petition is written as a vote is, with the last day to sign it. */
const PetitionEdit = z.extend(VoteEdit, { lastDay: z.optional(z.string()) });
export type PetitionEdit = z.output<typeof PetitionEdit>;

/** 联名提议 being written: kept on the device, sent exactly once. */
export const usePetition = (compoundId: string) => {
  const [fresh] = useState<PetitionEdit>(() => emptyVote(newKey(), emptyMatter('m1')));
  const draft = useDraft(`petition.${compoundId}`, PetitionEdit, fresh);
  const submission = useSubmission(draft);
  const edit = draft.value;
  const whole = {
    ...bodyOf(edit),
    until: edit.lastDay === undefined ? undefined : endOfDay(edit.lastDay),
  };
  const checked = useChecked(beginPetition.body, whole);
  const change = (part: Partial<PetitionEdit>) => draft.change(part);
  return {
    edit,
    checked,
    change,
    changeMatter: (at: number, part: Partial<MatterEdit>) =>
      change({ matters: edit.matters.map((one, index) => (index === at ? { ...one, ...part } : one)) }),
    addMatter: () => change({ matters: [...edit.matters, emptyMatter(newKey().slice(0, 8))] }),
    removeMatter: (at: number) => change({ matters: edit.matters.filter((_, index) => index !== at) }),
    submission,
    words: submission.refused,
    busy: submission.sending === 'sending',
    clear: draft.clear,
    /** The petition; undefined when something is still open, it was refused, or no answer came. */
    send: async (title: string): Promise<{ readonly id: string } | undefined> => {
      const read = z.safeParse(beginPetition.body, whole);
      if (!checked.ask() || !read.success) return undefined;
      return submission.send(beginPetition, { params: { compoundId }, body: read.data }, title);
    },
  };
};

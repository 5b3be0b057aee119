import { useState } from 'react';
import * as z from 'zod/mini';
import { ancestorOf } from '@gongyi/shared/district/place';
import { setMyVolunteer } from '@gongyi/shared/volunteers/contract-volunteers';
import type { MyVolunteer } from '@gongyi/shared/volunteers/contract-view';
import { Skill } from '@gongyi/shared/volunteers/kinds';
import { newKey, useChecked, useCompoundId, useDraft, useSubmission } from '../platform';

const Draft = z.object({
  bornOn: z.string(),
  skills: z.array(Skill),
  interests: z.array(z.string()),
  party: z.boolean(),
  unit: z.string(),
  shown: z.boolean(),
  exportHours: z.boolean(),
  key: z.string(),
});

const draftOf = (mine: MyVolunteer | undefined): z.output<typeof Draft> => ({
  bornOn: mine?.bornOn ?? '',
  skills: mine?.skills ?? [],
  interests: mine?.interests ?? [],
  party: mine?.party !== undefined,
  unit: mine?.party?.unit ?? '',
  shown: mine?.party?.shown ?? false,
  exportHours: mine?.exportHours ?? false,
  key: newKey(),
});

/** Who somebody is as a volunteer: written the first time, and changed later. */
export const useProfile = (mine: MyVolunteer | undefined) => {
  const [initial] = useState(() => draftOf(mine));
  const draft = useDraft(`volunteer.${mine === undefined ? 'new' : String(mine.rev)}`, Draft, initial);
  const submission = useSubmission(draft);
  const compoundId = useCompoundId();
  const communityId =
    (compoundId === undefined ? undefined : ancestorOf(compoundId, 'community')) ?? mine?.communityId ?? '';
  const { value } = draft;
  const unit = value.unit.trim();
  const body = {
    ...(mine === undefined ? {} : { rev: mine.rev }),
    communityId: mine?.communityId ?? communityId,
    bornOn: value.bornOn,
    skills: [...value.skills],
    interests: [...value.interests],
    ...(value.party ? { party: { shown: value.shown, ...(unit === '' ? {} : { unit }) } } : {}),
    exportHours: value.exportHours,
  };
  const checked = useChecked(setMyVolunteer.body, body);
  const send = async () => (checked.ask() ? submission.send(setMyVolunteer, { body }, '志愿者信息') : undefined);
  return { value, change: draft.change, body, checked, submission, send };
};
export type ProfileForm = ReturnType<typeof useProfile>;

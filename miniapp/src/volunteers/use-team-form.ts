import { useState } from 'react';
import * as z from 'zod/mini';
import { changeTeam, makeTeam } from '@gongyi/shared/volunteers/contract-teams';
import type { TeamView } from '@gongyi/shared/volunteers/contract-view';
import { Skill } from '@gongyi/shared/volunteers/kinds';
import { newKey, useChecked, useDraft, useSubmission } from '../platform';

const Draft = z.object({
  kindId: z.string(),
  name: z.string(),
  words: z.string(),
  serves: z.array(z.object({ placeId: z.string(), name: z.string() })),
  skills: z.array(Skill),
  leaderPhone: z.string(),
  key: z.string(),
});

const draftOf = (team: TeamView | undefined): z.output<typeof Draft> => ({
  kindId: team?.kind.id ?? '',
  name: team?.name ?? '',
  words: team?.words ?? '',
  serves: team?.serves ?? [],
  skills: team?.skills ?? [],
  leaderPhone: '',
  key: newKey(),
});

/** The form of a team, new in a community or worded anew. */
export const useTeamForm = (communityId: string, team: TeamView | undefined) => {
  const [initial] = useState(() => draftOf(team));
  const draft = useDraft(team === undefined ? `team.${communityId}` : `team.${team.id}`, Draft, initial);
  const { value } = draft;
  const submission = useSubmission(draft);
  const own = {
    name: value.name,
    words: value.words,
    serves: value.serves.map(({ placeId }) => placeId),
    skills: [...value.skills],
  };
  const phone = value.leaderPhone.trim();
  const made = { ...own, kindId: value.kindId, ...(phone === '' ? {} : { leaderPhone: phone }) };
  const changed = { ...own, rev: team?.rev ?? 0 };
  const checked = useChecked(team === undefined ? makeTeam.body : changeTeam.body, team === undefined ? made : changed);
  const send = async (): Promise<TeamView | undefined> => {
    if (!checked.ask()) return undefined;
    return team === undefined
      ? submission.send(makeTeam, { params: { placeId: communityId }, body: made }, value.name)
      : submission.send(changeTeam, { params: { teamId: team.id }, body: changed }, value.name);
  };
  return {
    value,
    change: draft.change,
    clear: draft.clear,
    restored: draft.restored && value.name !== '',
    checked,
    submission,
    send,
  };
};
export type TeamForm = ReturnType<typeof useTeamForm>;

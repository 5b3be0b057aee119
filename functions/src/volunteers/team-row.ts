import { Team } from '@gongyi/shared/volunteers/team';
import type { TeamRow } from '@gongyi/shared/volunteers/contract';
import * as z from 'zod/mini';
import { titleShown } from './shown';

/** What a row of a list needs of a team. */
export const ListedTeam = z.extend(
  z.pick(Team, {
    id: true,
    kind: true,
    name: true,
    wordsCheck: true,
    communityId: true,
    communityName: true,
    serves: true,
    skills: true,
    leaderIds: true,
    status: true,
  }),
  { members: z.int() },
);
export type ListedTeam = z.output<typeof ListedTeam>;

export const teamRow = (team: ListedTeam, personId: string | undefined): TeamRow => {
  const { id, kind, name, wordsCheck, communityId, communityName, serves, skills, members, leaderIds } = team;
  const own = personId !== undefined && leaderIds.includes(personId);
  return { id, kind, name: titleShown(name, wordsCheck, own), communityId, communityName, serves, skills, members };
};

import { Skill } from '@gongyi/shared/volunteers/kinds';
import { Volunteer } from '@gongyi/shared/volunteers/volunteer';
import * as z from 'zod/mini';
import { namesOf } from '../people/public';
import { getItem, getItems } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Who somebody is as a volunteer. With an account the id is the person's; without one staff recorded them. */
export const findVolunteer = async (volunteerId: string): Promise<Volunteer | undefined> => {
  const volunteer = z.safeParse(Volunteer, await getItem(keys.volunteer(volunteerId), { consistent: true }));
  return volunteer.success ? volunteer.data : undefined;
};

export const findVolunteers = async (volunteerIds: readonly string[]): Promise<Map<string, Volunteer>> => {
  const items = await getItems(
    [...new Set(volunteerIds)].map((id) => keys.volunteer(id)),
    { consistent: true },
  );
  const found = items.flatMap((item) => {
    const volunteer = z.safeParse(Volunteer, item);
    return volunteer.success ? [volunteer.data] : [];
  });
  return new Map(found.map((volunteer) => [volunteer.id, volunteer]));
};

/** What a list of volunteers is chosen by; names are read when they are shown. */
export const ListedVolunteer = z.object({ id: z.string(), recorded: z.boolean(), skills: z.array(Skill) });
export type ListedVolunteer = z.output<typeof ListedVolunteer>;
export const listedVolunteer = ({ id, recordedById, skills }: Volunteer): ListedVolunteer => ({
  id,
  recorded: recordedById !== undefined,
  skills,
});

export interface Named {
  readonly name: string;
  /** Has no account. */
  readonly recorded: boolean;
  /** Wears the mark of a party member reporting to the community, for others to see. */
  readonly party: boolean;
  readonly volunteer: Volunteer | undefined;
}

/** In place of a name that its person never gave. */
const UNNAMED = '志愿者';

/** Names of volunteers, in full: for leaders and staff. */
export const namedVolunteers = async (volunteerIds: readonly string[]): Promise<Map<string, Named>> => {
  const volunteers = await findVolunteers(volunteerIds);
  const names = await namesOf(volunteerIds.filter((id) => volunteers.get(id)?.recordedById === undefined));
  return new Map(
    volunteerIds.map((id) => {
      const volunteer = volunteers.get(id);
      const recorded = volunteer?.recordedById !== undefined;
      const name = (recorded ? volunteer.name : names.get(id)) ?? UNNAMED;
      return [id, { name, recorded, party: volunteer?.party?.shown === true, volunteer }];
    }),
  );
};

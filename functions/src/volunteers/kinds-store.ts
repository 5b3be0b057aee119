import { ancestorOf } from '@gongyi/shared/district/place';
import { DEFAULT_VOLUNTEER_SETTINGS, VolunteerSettings } from '@gongyi/shared/volunteers/settings';
import { NAMED_KINDS, TeamKind } from '@gongyi/shared/volunteers/kinds';
import * as z from 'zod/mini';
import { rulesStore } from '../platform/versioned-rules';

/** The district's further kinds of teams, and what a community decides for its volunteers; both in versions. */
const Kinds = z.object({ items: z.array(z.pick(TeamKind, { id: true, name: true })) });
export const furtherKinds = rulesStore('team-kinds', Kinds, { items: [] });

const Settings = z.omit(VolunteerSettings, { version: true });
export const volunteerSettings = rulesStore('volunteers', Settings, DEFAULT_VOLUNTEER_SETTINGS);

/** The kinds of the district that a place lies in: the four named first. */
export const kindsAt = async (placeId: string): Promise<{ version: number; items: TeamKind[] }> => {
  const { version, rules } = await furtherKinds.inForce(ancestorOf(placeId, 'district') ?? placeId);
  return { version, items: [...NAMED_KINDS, ...rules.items.map((kind) => ({ ...kind, named: false }))] };
};

export const settingsOf = async (communityId: string): Promise<VolunteerSettings> => {
  const { version, rules } = await volunteerSettings.inForce(communityId);
  return { version, pointsPerHour: rules.pointsPerHour, wishDays: rules.wishDays };
};

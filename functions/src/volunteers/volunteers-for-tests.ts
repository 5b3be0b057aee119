import { Roster, ShiftView, TeamView } from '@gongyi/shared/volunteers/contract';
import { DAY, HOUR } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import type { TestServices } from '../../../infra/local/services-for-tests';
import { noticeReactions } from '../notices/on';
import { newDistrict, newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import type { Change } from '../platform/reaction';
import { queryAll } from '../platform/table';
import type { Item } from '../platform/table';
import { keys } from '../platform/table-shape';
import { volunteerReactions } from './on';
import { settleWords } from './words-store';

/** A community with a team, its leader and volunteers, for tests. */
export interface Corps {
  readonly districtId: string;
  readonly communityId: string;
  readonly compoundId: string;
  readonly administrator: Someone;
  readonly worker: Someone;
  readonly leader: Someone;
  readonly teamId: string;
}

export const done = (answer: Answer): unknown => {
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.body;
};
export const shiftIn = (answer: Answer): ShiftView => z.parse(ShiftView, done(answer));
export const rosterIn = (answer: Answer): Roster => z.parse(Roster, done(answer));
export const teamIn = (answer: Answer): TeamView => z.parse(TeamView, done(answer));

let made = 0;

/** Somebody who said who they are as a volunteer. */
export const newVolunteer = async (
  services: TestServices,
  communityId: string,
  more: object = {},
): Promise<Someone> => {
  made += 1;
  const someone = await newPerson(services, `志愿${String(made)}`);
  done(await someone.put('/volunteers/me', { communityId, bornOn: '1970-05', skills: [], ...more }));
  return someone;
};

export const newCorps = async (services: TestServices, id: string): Promise<Corps> => {
  const administrator = await newDistrict(services, id);
  const communityId = `${id}.s1.c1`;
  const worker = await newPerson(services, '社区刘');
  done(await administrator.post('/grants', { phone: worker.phone, role: 'community-worker', placeId: communityId }));
  const leader = await newVolunteer(services, communityId);
  const compoundId = `${communityId}.x1`;
  const draft = { kindId: 'security', name: '夜巡队', words: '晚上在院里走一走。', serves: [compoundId] };
  const team = teamIn(await worker.post(`/communities/${communityId}/teams`, { ...draft, leaderPhone: leader.phone }));
  await settleWords('team', team.id, 1, 'clear');
  return { districtId: id, communityId, compoundId, administrator, worker, leader, teamId: team.id };
};

/** Two hours from `startsAt`, one role with these places. */
export const shiftDraft = (compoundId: string, startsAt: number, places: number, more: object = {}) => ({
  title: '夜巡',
  words: '两人一组，在院里走三圈。',
  spot: '3号楼前',
  meeting: '东门岗亭',
  placeId: compoundId,
  slots: [{ startsAt, endsAt: startsAt + 2 * HOUR, roles: [{ name: '巡逻', places }] }],
  opensAt: startsAt - 30 * DAY,
  closesAt: startsAt,
  cancelUntil: startsAt - DAY,
  ...more,
});

export const calledShift = async (
  { leader, teamId, compoundId }: Corps,
  startsAt: number,
  places: number,
  more: object = {},
): Promise<ShiftView> => {
  const view = shiftIn(await leader.post(`/teams/${teamId}/shifts`, shiftDraft(compoundId, startsAt, places, more)));
  await settleWords('shift', view.id, 1, 'clear');
  return view;
};

const FIRST = { slotId: 's1', roleId: 'r1' };
export const askSignUp = (someone: Someone, shiftId: string, more: object = {}, key?: string): Promise<Answer> =>
  someone.post(`/shifts/${shiftId}/sign-up`, { ...FIRST, ...more }, key);
export const signedUp = async (someone: Someone, shiftId: string, more: object = {}): Promise<ShiftView> =>
  shiftIn(await askSignUp(someone, shiftId, more));
export const mine = (view: ShiftView) => view.slots[0]?.mine;

export const changeOf = (item: Item, old?: Item): Change => {
  const [pk, sk] = [String(item['pk']), String(item['sk'])];
  return { pk, sk, old, new: item, at: Date.now(), eventId: `${pk}${sk}${String(item['rev'])}`, expired: false };
};

/** What the stream brings within a second: every item of these partitions told once, as if just written. */
export const deliver = async (...partitions: readonly string[]): Promise<void> => {
  for (const pk of partitions) {
    for (const item of await queryAll({ pk, consistent: true })) {
      for (const reaction of [...volunteerReactions, ...noticeReactions]) await reaction.on(changeOf(item));
    }
  }
};
export const shiftPk = (shiftId: string): string => keys.shift(shiftId).pk;
export const volunteerPk = (volunteerId: string): string => keys.volunteer(volunteerId).pk;
export const teamPk = (teamId: string): string => keys.team(teamId).pk;

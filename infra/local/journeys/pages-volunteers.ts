import { listShifts, listTeams, listWishes } from '@gongyi/shared/volunteers/contract';
import { callAs } from './api';
import { idNamed } from './page-to-see';
import type { PageToSee } from './page-to-see';
import type { World } from './world';

/** What the demonstration's volunteers left for looking at. */
export interface VolunteerSubjects {
  readonly shift: string;
  readonly team: string;
  /** The team whose leader called the shift. */
  readonly ownTeam: string;
  readonly district: string;
  readonly wish: string;
}

export const volunteerSubjects = async ({ system, places }: World): Promise<VolunteerSubjects> => {
  const neighbour = await callAs(system, 'demo-neighbour2');
  const params = { placeId: places.main.id };
  const query = { limit: '50' };
  const shifts = (await neighbour.send(listShifts, { params, query })).items;
  const wishes = (await neighbour.send(listWishes, { params, query })).items;
  const communityId = places.main.id.split('.').slice(0, 3).join('.');
  const teams = (await neighbour.send(listTeams, { params: { placeId: communityId }, query })).items;
  return {
    shift: idNamed(shifts, '雪后除冰'),
    team: teams[0]?.id ?? '',
    ownTeam: shifts.find(({ title }) => title === '雪后除冰')?.teamId ?? '',
    district: places.main.id.split('.')[0] ?? '',
    wish: wishes[0]?.id ?? '',
  };
};

const volunteerPage = (page: string, query = ''): string => `volunteers/pages/${page}/index${query}`;

/** Shifts, hours, teams and wishes, as volunteers, their leader and the community see them. */
export const volunteerPages = (ids: VolunteerSubjects): readonly PageToSee[] => [
  { name: 'volunteers', path: 'pages/volunteers/index', until: /还差 \d+ 人/ },
  {
    name: 'volunteer-shift',
    who: 'demo-resident',
    path: volunteerPage('shift', `?id=${ids.shift}`),
    until: '时段和岗位',
  },
  { name: 'volunteer-sign-ups', who: 'demo-resident', path: volunteerPage('sign-ups'), until: '要去的' },
  { name: 'volunteer-profile', who: 'demo-resident', path: volunteerPage('profile'), until: '出生年月' },
  { name: 'volunteer-hours', who: 'demo-resident', path: volunteerPage('hours'), until: '一共服务' },
  { name: 'volunteer-team', path: volunteerPage('team', `?id=${ids.team}`), until: '队长' },
  { name: 'volunteer-wish', who: 'demo-neighbour2', path: volunteerPage('wish', `?id=${ids.wish}`), until: '一步一步' },
  {
    name: 'volunteer-lead',
    who: 'demo-steward',
    path: volunteerPage('lead', `?id=${ids.shift}`),
    until: '名单',
    staff: true,
  },
  {
    name: 'volunteer-plan',
    who: 'demo-steward',
    path: volunteerPage('plan', `?team=${ids.ownTeam}`),
    until: '做什么，一句话',
    staff: true,
  },
  {
    name: 'volunteer-change',
    who: 'demo-steward',
    path: volunteerPage('change', `?id=${ids.shift}`),
    until: '做什么，一句话',
    staff: true,
  },
  {
    name: 'volunteer-members',
    who: 'demo-steward',
    path: volunteerPage('members', `?id=${ids.ownTeam}`),
    until: '队长',
  },
  {
    name: 'volunteer-team-hours',
    who: 'demo-steward',
    path: volunteerPage('team-hours', `?id=${ids.ownTeam}`),
    until: '补记时长',
    staff: true,
  },
  {
    name: 'volunteer-team-form',
    who: 'demo-steward',
    path: volunteerPage('team-form', `?id=${ids.ownTeam}`),
    until: '队名',
    staff: true,
  },
  { name: 'volunteer-post-wish', who: 'demo-resident', path: volunteerPage('post-wish'), until: '哪种心愿' },
  {
    name: 'volunteer-kinds',
    who: 'demo-admin',
    path: volunteerPage('kinds', `?place=${ids.district}`),
    until: '本区增设的类别',
    staff: true,
  },
  { name: 'volunteer-desk', who: 'demo-worker', path: volunteerPage('desk'), until: /待核实/, staff: true },
];

import { isoDate } from '@gongyi/shared/kernel/time';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { SKILL_NAMES, WISH_KIND_NAMES } from '@gongyi/shared/volunteers/kinds';
import type { Volunteer } from '@gongyi/shared/volunteers/volunteer';
import { listedSince } from '../platform/list-rows';
import { open } from '../platform/envelope';
import type { CopySource } from '../people/public';
import { birthCorrections } from './birth-store';
import { certificatesOf } from './certificate-store';
import { daysPage } from './day-store';
import { hoursOfVolunteer } from './hours-store';
import { MY_WISHES } from './lists';
import { pointsOf } from './points-store';
import { teamsOfVolunteer } from './team-store';
import { findVolunteer } from './volunteer-store';
import { ListedWish } from './wish-lists';

const MEMBER = { asked: '申请加入', invited: '被邀请', member: '队员', leader: '队长' } as const;
const SIGN_UP = {
  placed: '已报名',
  waiting: '候补',
  offered: '待答复',
  here: '已签到',
  cancelled: '已取消',
  lapsed: '过期',
  'called-off': '活动取消',
} as const;
const MOST_DAYS = 1000;

const profileLines = async (volunteer: Volunteer): Promise<string[]> => {
  const { id, bornOn, skills, party, numberSealed, exportHours, guardian, since } = volunteer;
  const number = numberSealed === undefined ? '未填写' : await open(numberSealed, `volunteer:${id}`);
  return [
    `出生年月：${bornOn}`,
    `特长：${skills.map((skill) => SKILL_NAMES[skill]).join('、') || '未填写'}`,
    `志愿者编号：${number}`,
    `在职党员进社区：${party === undefined ? '未填写' : `${party.unit ?? ''}(${party.shown ? '显示' : '不显示'})`}`,
    `同意提供给中国志愿服务网：${exportHours ? '是' : '否'}`,
    `监护人同意：${guardian === undefined ? '无' : `${guardian.name}(${guardian.given ? '同意' : '已撤回'},${isoDate(guardian.at)})`}`,
    `登记日期：${isoDate(since)}`,
  ];
};

/** What volunteers' records hold of a person, in plain words. */
export const volunteerCopy: CopySource = async (personId) => {
  const volunteer = await findVolunteer(personId);
  const [births, teams, { days }, hours, certificates, points, wishes] = await Promise.all([
    birthCorrections(personId),
    teamsOfVolunteer(personId),
    daysPage(personId, '', false, MOST_DAYS, undefined),
    hoursOfVolunteer(personId),
    certificatesOf(personId),
    pointsOf(personId),
    listedSince(ListedWish, MY_WISHES, personId, 0),
  ]);
  const signUps = days.flatMap(({ signUps: own }) => Object.values(own));
  const sections = [
    { title: '志愿者信息', lines: volunteer === undefined ? [] : await profileLines(volunteer) },
    {
      title: '社区更正过的出生年月',
      lines: births.map(({ from, to, reason, at }) => `${isoDate(at)},${from} 改为 ${to},${reason}`),
    },
    {
      title: '我的服务队',
      lines: teams.map(({ teamId, state, since }) => `${teamId},${MEMBER[state]},${isoDate(since)} 起`),
    },
    {
      title: '我的报名',
      lines: signUps.map(
        ({ shiftId, startsAt, state, late, insure }) =>
          `${isoDate(startsAt)},${shiftId},${SIGN_UP[state]}${late === true ? '(临时取消)' : ''}${insure ? ',同意投保' : ''}`,
      ),
    },
    {
      title: '我的志愿时长',
      lines: hours.map(
        ({ servedAt, teamName, title, minutes, byHand, reason }) =>
          `${isoDate(servedAt)},${teamName},${title},${minutes < 0 ? `减 ${hoursWords(-minutes)}` : hoursWords(minutes)}${byHand ? '(补录)' : ''}${reason === undefined ? '' : `,${reason}`}`,
      ),
    },
    { title: '我的服务证明', lines: certificates.map(({ number, issuedAt }) => `${number},${isoDate(issuedAt)}`) },
    {
      title: '我的积分',
      lines: points.flatMap(({ communityId, balance, entries }) => [
        `${communityId}：${String(balance)} 分`,
        ...entries.map(({ at, points: by, reason }) => `${isoDate(at)},${String(by)},${reason}`),
      ]),
    },
    {
      title: '微心愿',
      lines: wishes.map(
        ({ number, kind, postedAt, title }) => `${number},${WISH_KIND_NAMES[kind]},${title},${isoDate(postedAt)}`,
      ),
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
};

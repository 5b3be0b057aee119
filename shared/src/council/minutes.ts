import type { Party } from '../district/organisation';
import { isoDate, minuteOfDay } from '../kernel/time';
import { absentParties, partiesAmong } from './session-rules';
import { speakingParties } from './seats';
import type { AgendaItem, Attendance, CouncilSession } from './session';

/** Names of the four parties, as spoken, and their letters on the table. */
export const PARTY_NAMES: Readonly<Record<Party, { readonly name: string; readonly letter: string }>> = {
  'committee-of-residents': { name: '居委会', letter: '居' },
  'party-branch': { name: '小区党组织', letter: '党' },
  'owners-committee': { name: '业委会', letter: '业' },
  'property-company': { name: '物业公司', letter: '物' },
};
export const STANCE_NAMES = { agree: '同意', object: '不同意', reserve: '保留意见' } as const;

const clock = (at: number): string => {
  const minutes = minuteOfDay(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${isoDate(at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
const parties = (list: readonly Party[]): string =>
  list.length === 0 ? '无' : list.map((party) => PARTY_NAMES[party].name).join('、');

const itemWords = (item: AgendaItem, index: number): string => {
  const positions = item.positions.map(
    ({ party, round, stance, reasons, byName, byChair }) =>
      `　　${PARTY_NAMES[party].name}（${byName}${byChair ? '，主持人代录' : ''}）${round === 'vote' ? '表决' : '表态'}：${STANCE_NAMES[stance]}。${reasons}`,
  );
  const outcome =
    item.resolution !== undefined && item.state === 'agreed'
      ? `　　议定（${item.resolution.by === 'consensus' ? '协商一致' : `每方一票，${parties(item.resolution.agreeing)}同意`}）：${item.resolution.words}`
      : item.state === 'referred'
        ? `　　未议定，报街道：${item.reason ?? ''}`
        : `　　留待以后再议：${item.reason ?? ''}`;
  return [`${String(index + 1)}. ${item.title}`, ...positions, outcome].join('\n');
};

/** 居委会甲**、业委会乙**（主持人代签）; who signed in twice is named once. */
const signedIn = (attendance: readonly Attendance[]): string =>
  [
    ...new Set(
      attendance.map(
        ({ party, name, by }) => `${PARTY_NAMES[party].name}${name}${by === 'chair' ? '（主持人代签）' : ''}`,
      ),
    ),
  ].join('、') || '无';

/** Who was there: of a session that was adjourned to other days, on each of them. */
const attendanceWords = (session: CouncilSession, endedAt: number): string[] => {
  const { seats, sittings = [], attendance, resumedAt = 0 } = session;
  const until = session.status === 'adjourned' ? session.since : endedAt;
  if (sittings.length === 0) return [`签到：${signedIn(attendance)}`];
  return [...sittings, { from: resumedAt, until, attendance }].map((one, index) => {
    const there = partiesAmong(seats, one.attendance);
    const away = speakingParties(seats).filter((party) => !there.includes(party));
    return `第 ${String(index + 1)} 次开会（${clock(one.from)} 至 ${clock(one.until)}）签到：${signedIn(one.attendance)}；缺席：${parties(away)}`;
  });
};

/** Minutes drafted from what happened: who was there, how each party stood, what came of each topic. */
export const draftMinutes = (session: CouncilSession, endedAt: number): string => {
  const standIns = session.seats
    .filter(({ standIn, bodyName }) => standIn && bodyName !== undefined)
    .map(({ party, bodyName }) => `${PARTY_NAMES[party].name}一席由${bodyName ?? ''}代行`);
  return [
    `${session.compoundName}四方共议会议纪要（${session.number}${session.secondOf === undefined ? '' : '，二次召集'}）`,
    `时间：${clock(session.openedAt ?? session.startsAt)} 至 ${clock(endedAt)}`,
    `地点：${session.venue}${session.online ? '（线上）' : ''}`,
    `主持：${session.chairName}`,
    ...attendanceWords(session, endedAt),
    ...(standIns.length === 0 ? [] : [`代行：${standIns.join('；')}`]),
    `缺席：${parties(absentParties(session))}`,
    ...(session.observers.length === 0
      ? []
      : [`列席：${session.observers.map(({ name, from }) => `${from} ${name}`).join('、')}（无表决权）`]),
    ...session.agenda.map(itemWords),
  ].join('\n');
};

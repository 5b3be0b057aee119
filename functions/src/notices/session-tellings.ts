import { PARTY_NAMES } from '@gongyi/shared/council/minutes';
import type { CouncilSession, SessionEventKind } from '@gongyi/shared/council/session';
import { PARTIES } from '@gongyi/shared/district/organisation';
import type { Party } from '@gongyi/shared/district/organisation';
import { absentParties, unconfirmedOf } from '@gongyi/shared/council/session-rules';
import type { NoticeKind } from '@gongyi/shared/notices/contract';
import { shortTime } from './notice-words';

/**
 * Who hears what about a session of the council. Words carry the compound, the venue, parties and times: nobody's
 * name and nobody's own words.
 *
 * - `delegates`: everybody invited; `there`: those of parties that signed in
 * - `chair`: who chairs, or who may chair now if they no longer do; `street`: officers of the street
 * - `objector`: who made the objection that is answered; `enterer`: who entered it for somebody, from paper
 * - `substitute`: who was named last
 * - `named`: people of the parties that the step names
 */
export type SessionAudience =
  'delegates' | 'there' | 'chair' | 'street' | 'objector' | 'enterer' | 'substitute' | 'named';

type Facts = Readonly<Record<string, string | number | boolean>>;

export interface SessionTelling {
  readonly to: SessionAudience;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly words: (session: CouncilSession, facts: Facts) => string;
  /** Told only of sessions for which this holds. */
  readonly when?: (session: CouncilSession) => boolean;
  /** Opens the public notice instead of the session. */
  readonly ofNotice?: true;
}

const named = ({ compoundName, number }: CouncilSession): string => `${compoundName}四方共议会议 ${number}`;
const when = ({ startsAt, venue, online }: CouncilSession): string =>
  `${shortTime(startsAt)} 在${venue}${online ? '（线上）' : ''}召开`;
const invitation = (session: CouncilSession): string =>
  `${named(session)}定于 ${when(session)}，共 ${String(session.agenda.length)} 个议题，请答复能否到会。`;

/** 业委会、物业公司 */
const partyNames = (parties: readonly Party[]): string => parties.map((party) => PARTY_NAMES[party].name).join('、');
const failed = (session: CouncilSession): string => {
  const absent = absentParties(session);
  const missing = absent.length === 0 ? '' : `，${partyNames(absent)}未到会`;
  return `${named(session)}因到会方数不足未能召开${missing}，可以二次召集。`;
};

/** Parties that a step names: those whose confirmation fell, or that without which the minutes were locked. */
export const partiesNamed = ({ confirmed = '', without = '' }: Facts): Party[] => {
  const listed = `${String(confirmed)},${String(without)}`.split(',');
  return PARTIES.filter((party) => listed.includes(party));
};

/** What a substitute is to do, as far as the session has come. */
const substituteWords = (session: CouncilSession): string => {
  const where = `${session.venue}${session.online ? '（线上）' : ''}`;
  switch (session.status) {
    case 'in-session':
      return `${named(session)}正在${where}开，请代表本方到会签到。`;
    case 'adjourned':
      return `${named(session)}休会，${session.resumesAt === undefined ? '' : `${shortTime(session.resumesAt)} `}在${where}继续，请代表本方到会签到。`;
    case 'ended':
      return `${named(session)}已经开完，纪要送达后请代表本方确认或提出意见。`;
    case 'confirming':
      return `${named(session)}的纪要已送达，请代表本方确认或提出意见。`;
    default:
      return invitation(session);
  }
};
const isHeld = ({ endedAt }: CouncilSession): boolean => endedAt !== undefined;
const hasAgreed = ({ agenda }: CouncilSession): boolean => agenda.some(({ state }) => state === 'agreed');

/** Who keeps the minutes waiting: the chair, or the parties that have not confirmed them. */
const minutesWait = (session: CouncilSession): string =>
  session.status === 'ended' ? '社区党组织还没有送各方确认' : `${partyNames(unconfirmedOf(session))}还没有确认`;

export const SESSION_TELLINGS: Readonly<Partial<Record<SessionEventKind, readonly SessionTelling[]>>> = {
  called: [
    { to: 'delegates', kind: 'session-called', title: '请您参加四方共议', words: invitation },
    {
      to: 'street',
      kind: 'session-called',
      title: '四方共议二次召集',
      words: (session) => `${named(session)}为二次召集，定于 ${when(session)}，请关注各方到会。`,
      when: ({ secondOf }) => secondOf !== undefined,
    },
  ],
  'substitute-named': [
    {
      to: 'substitute',
      kind: 'session-called',
      title: '请您代为参加四方共议',
      words: substituteWords,
      when: (session) => !isHeld(session),
    },
    {
      to: 'substitute',
      kind: 'session-minutes',
      title: '请您代为确认会议纪要',
      words: substituteWords,
      when: isHeld,
    },
  ],
  cancelled: [
    {
      to: 'delegates',
      kind: 'session-cancelled',
      title: '会议取消',
      words: (session) => `${named(session)}（原定 ${shortTime(session.startsAt)}）已取消，点开看原因。`,
    },
  ],
  failed: [
    { to: 'delegates', kind: 'session-failed', title: '会议未能召开', words: failed },
    { to: 'street', kind: 'session-failed', title: '会议未能召开', words: failed },
  ],
  adjourned: [
    {
      to: 'delegates',
      kind: 'session-called',
      title: '休会，另行继续',
      words: (session) =>
        `${named(session)}休会，${session.resumesAt === undefined ? '' : `${shortTime(session.resumesAt)} 在${session.venue}继续`}。`,
    },
  ],
  resumed: [
    {
      to: 'delegates',
      kind: 'session-called',
      title: '会议继续',
      words: (session, { signAnew }) =>
        `${named(session)}现在在${session.venue}${session.online ? '（线上）' : ''}继续开${signAnew === true ? '，请到会后重新签到' : ''}。`,
    },
  ],
  'minutes-sent': [
    {
      to: 'there',
      kind: 'session-minutes',
      title: '会议纪要请您确认',
      words: (session) => `${named(session)}的纪要已送达，请代表本方确认或提出意见。`,
    },
  ],
  'minutes-disputed': [
    {
      to: 'chair',
      kind: 'session-minutes',
      title: '纪要有不同意见',
      words: (session) => `${named(session)}的纪要有一方提出不同意见，请修改后重新送达。`,
    },
  ],
  'minutes-locked': [
    {
      to: 'chair',
      kind: 'session-minutes',
      title: '纪要已由各方确认',
      words: (session) =>
        `${named(session)}的纪要已由到会各方确认，${hasAgreed(session) ? '请发布公示' : '没有议定事项，不用公示'}。`,
    },
  ],
  'minutes-recalled': [
    {
      to: 'named',
      kind: 'session-minutes',
      title: '纪要收回修改',
      words: (session) => `${named(session)}的纪要由主持人收回修改，改好后请您所在一方重新确认，点开看原因。`,
    },
  ],
  'minutes-locked-without': [
    {
      to: 'named',
      kind: 'session-minutes',
      title: '纪要已逾期锁定',
      words: (session) => `您所在一方没有按期确认${named(session)}的纪要，纪要已锁定并注明，点开看原因。`,
    },
    {
      to: 'street',
      kind: 'session-minutes',
      title: '纪要逾期锁定',
      words: (session, facts) =>
        `${named(session)}的纪要，${partyNames(partiesNamed(facts))}逾期未确认，已锁定并注明。`,
    },
  ],
  'minutes-overdue': (['chair', 'street'] as const).map((to) => ({
    to,
    kind: 'session-overdue',
    title: '会议纪要超期',
    words: (session) => `${named(session)}的纪要超过了规定时间，${minutesWait(session)}。`,
  })),
  objected: [
    {
      to: 'chair',
      kind: 'session-objection',
      title: '公示收到异议',
      words: (session) => `${named(session)}的公示收到一条署名异议，请在公示期内答复。`,
      ofNotice: true,
    },
  ],
  'objection-answered': [
    {
      to: 'objector',
      kind: 'session-objection',
      title: '您的异议已答复',
      words: (session) => `您对${named(session)}公示的异议已有答复，点开查看。`,
      ofNotice: true,
    },
    {
      to: 'enterer',
      kind: 'session-objection',
      title: '书面异议已答复',
      words: (session) => `您代为录入的对${named(session)}公示的异议已有答复，请转告提出的人。`,
      ofNotice: true,
    },
  ],
  'notice-ended': [
    {
      to: 'delegates',
      kind: 'session-notice-ended',
      title: '公示期满，议定事项生效',
      words: (session) => `${named(session)}的议定事项公示期满，已经生效，请各方按期完成任务。`,
      ofNotice: true,
    },
  ],
};

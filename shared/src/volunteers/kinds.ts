import * as z from 'zod/mini';
import { Id, text } from '../kernel/schema';

/** What lists and first screens need to know of volunteers: apart, so that they load no more. */

/** A kind of team (志愿服务队类别): four are named by the district's own practice, the others it sets itself. */
export const TeamKind = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,20}$/)),
  name: text(20),
  /** One of the four that every district has; its name stays. */
  named: z.boolean(),
});
export type TeamKind = z.output<typeof TeamKind>;

/** The four that every district begins with; the rest is data of the district. */
export const NAMED_KINDS: readonly TeamKind[] = [
  { id: 'party', name: '社区党员服务队', named: true },
  { id: 'security', name: '治安巡逻服务队', named: true },
  { id: 'sanitation', name: '卫生监督服务队', named: true },
  { id: 'culture', name: '群众文化服务队', named: true },
];
export const MOST_KINDS = 16;

/** What somebody can do, and what a role asks for (各取所长). */
export const SKILLS = [
  'first-aid',
  'medical',
  'repairs',
  'electrics',
  'driving',
  'teaching',
  'computers',
  'law',
  'mediation',
  'mongolian',
  'sign-language',
  'hairdressing',
  'cooking',
  'sewing',
  'calligraphy',
  'music',
  'dance',
  'sport',
  'photography',
  'writing',
] as const;
export const Skill = z.enum(SKILLS);
export type Skill = z.output<typeof Skill>;
export const SKILL_NAMES: Readonly<Record<Skill, string>> = {
  'first-aid': '急救',
  medical: '医护',
  repairs: '维修',
  electrics: '水电',
  driving: '驾驶',
  teaching: '辅导功课',
  computers: '电脑手机',
  law: '法律',
  mediation: '调解',
  mongolian: '蒙古语',
  'sign-language': '手语',
  hairdressing: '理发',
  cooking: '做饭',
  sewing: '缝补',
  calligraphy: '书法',
  music: '音乐',
  dance: '舞蹈',
  sport: '体育',
  photography: '摄影',
  writing: '写作',
};

export const SHIFT_STATUSES = ['open', 'cancelled', 'ended'] as const;
export const ShiftStatus = z.enum(SHIFT_STATUSES);
export type ShiftStatus = z.output<typeof ShiftStatus>;

/**
 * A sign-up's life; see `sign-up-rules.ts`. `waiting`: on the waitlist; `offered`: a place is kept for an answer;
 * `here`: checked in; `called-off`: the shift was cancelled.
 */
export const SIGN_UP_STATES = ['placed', 'waiting', 'offered', 'here', 'cancelled', 'lapsed', 'called-off'] as const;
export const SignUpState = z.enum(SIGN_UP_STATES);
export type SignUpState = z.output<typeof SignUpState>;

/** A wish's life; see `wish-rules.ts`. */
export const WISH_STATUSES = ['posted', 'returned', 'open', 'claimed', 'fulfilled', 'closed', 'withdrawn'] as const;
export const WishStatus = z.enum(WISH_STATUSES);
export type WishStatus = z.output<typeof WishStatus>;

/** What a wish is about. */
export const WISH_KINDS = ['goods', 'repair', 'company', 'learning', 'health', 'outing', 'other'] as const;
export const WishKind = z.enum(WISH_KINDS);
export type WishKind = z.output<typeof WishKind>;
export const WISH_KIND_NAMES: Readonly<Record<WishKind, string>> = {
  goods: '一件东西',
  repair: '小修小补',
  company: '陪伴聊天',
  learning: '学点什么',
  health: '健康照护',
  outing: '出门走走',
  other: '别的心愿',
};

/** What of a private wish its wisher allows others to see. */
export const WISH_PARTS = ['name', 'words', 'photos', 'compound'] as const;
export const WishPart = z.enum(WISH_PARTS);
export type WishPart = z.output<typeof WishPart>;

/** Kinds of entries in the record of hours; see `hours-rules.ts`. */
export const HOURS_KINDS = ['served', 'by-hand', 'correction'] as const;
export const HoursKind = z.enum(HOURS_KINDS);
export type HoursKind = z.output<typeof HoursKind>;

/** What stands beside an entry that did not come from code in and code out. */
export const HOURS_MARKS = ['in-by-leader', 'out-by-leader', 'closed-by-clock', 'left-early'] as const;
export const HoursMark = z.enum(HOURS_MARKS);
export type HoursMark = z.output<typeof HoursMark>;

/** A person's part in a team. `asked`: wants to join; `invited`: the leader asks them. */
export const MEMBER_STATES = ['asked', 'invited', 'member', 'leader'] as const;
export const MemberState = z.enum(MEMBER_STATES);
export type MemberState = z.output<typeof MemberState>;

/** A volunteer: somebody with an account (the person's id), or one recorded by staff. */
export const VolunteerId = Id;

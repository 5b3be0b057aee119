import type { Shift } from '@gongyi/shared/volunteers/shift';
import type { SignUp } from '@gongyi/shared/volunteers/sign-up';
import type { Team } from '@gongyi/shared/volunteers/team';
import type { Wish, WishStepKind } from '@gongyi/shared/volunteers/wish';
import type { NoticeKind } from '@gongyi/shared/notices/contract';
import type { Push } from './notice-item';
import { shortTime, templateTime, thing } from './notice-words';

/**
 * Who hears what about teams, shifts, hours and wishes. Words carry titles where everybody may read them, numbers and
 * times; nobody's name, and nothing of a private wish.
 */
export interface Told {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly words: string;
  /** The state that the message to the phone names, in at most 5 characters. */
  readonly phrase?: string;
}

export const shiftName = ({ title, wordsCheck, number }: Shift): string =>
  wordsCheck === 'clear' ? `「${title}」` : `志愿活动 ${number}`;
export const teamName = ({ name, wordsCheck, kind }: Team): string =>
  wordsCheck === 'clear' ? `「${name}」` : kind.name;

/** What a change of somebody's own sign-up tells them. */
export const signUpTold = (shift: Shift, before: SignUp | undefined, now: SignUp | undefined): Told | undefined => {
  if (now === undefined) return undefined;
  const name = shiftName(shift);
  const at = shortTime(now.startsAt);
  if (now.moved === true && before?.startsAt !== now.startsAt) {
    return {
      kind: 'shift-changed',
      title: '志愿活动改了时间',
      words: `${name}改到 ${at} 开始；不合适可以取消，不算临时取消。`,
      phrase: '已改期',
    };
  }
  if (before?.state === now.state && before.since === now.since) return undefined;
  switch (now.state) {
    case 'placed':
      return {
        kind: 'shift-signed-up',
        title: before?.state === 'offered' ? '递补成功' : '报名成功',
        words: `${name}，${at} 开始。集合地点和要带的东西，请看活动页。`,
        phrase: '已报上',
      };
    case 'waiting':
      return {
        kind: 'shift-signed-up',
        title: '已排上候补',
        words: `${name}名额已满，您在候补里；有空位会按顺序告诉您。`,
      };
    case 'offered':
      return {
        kind: 'shift-offer',
        title: '有名额了，请答复',
        words: `${name}空出一个名额，给您留到 ${shortTime(now.answerBy ?? now.startsAt)}，过时给下一位。`,
        phrase: '待答复',
      };
    case 'lapsed':
      return {
        kind: 'shift-offer',
        title: '名额已给下一位',
        words: `${name}的名额过了答复时间，已留给下一位；还可以再报候补。`,
      };
    case 'called-off':
      return {
        kind: 'shift-cancelled',
        title: '志愿活动取消了',
        words: `${name}（${at}）取消了，原因请看活动页。谢谢您。`,
        phrase: '已取消',
      };
    case 'cancelled':
      return now.byId !== undefined && before?.state === 'placed'
        ? { kind: 'shift-signed-up', title: '报名已取消', words: `${name}（${at}）的报名已取消。` }
        : undefined;
    case 'here':
      return undefined;
  }
};

export const reminderTold = (shift: Shift, startsAt: number): Told => ({
  kind: 'shift-reminder',
  title: '志愿活动快开始了',
  words: `${shiftName(shift)} ${shortTime(startsAt)} 开始，${shift.wordsCheck === 'clear' ? `在${shift.meeting}集合` : '请按时到'}。来不了请早点取消，好让别人来。`,
  phrase: '即将开始',
});

export const messageTold = (shift: Shift, words: string): Told => ({
  kind: 'shift-message',
  title: '队长有话说',
  words: `${shiftName(shift)}：${words}`,
});

/** The fields of `shift-reminder`: thing1 shift, phrase2 state, time3 beginning, thing4 place. */
export const shiftPush = (phrase: string, shift: Shift, startsAt: number): Push => ({
  template: 'shift-reminder',
  page: `volunteers/pages/shift/index?shiftId=${shift.id}`,
  data: {
    thing1: thing(shift.wordsCheck === 'clear' ? shift.title : '志愿活动'),
    phrase2: phrase,
    time3: templateTime(startsAt),
    thing4: thing(shift.placeName),
  },
});

/**
 * - `wisher`: whose wish it is, or who recorded it
 * - `makers`: the lead and the helpers
 * - `verifiers`: people of the community
 * - `grid-team`: the grid's workers and the community
 */
export type WishAudience = 'wisher' | 'makers' | 'verifiers' | 'grid-team';
export interface WishTelling extends Omit<Told, 'words'> {
  readonly to: WishAudience;
  readonly words: (wish: Wish) => string;
}

const wish = ({ number }: Wish): string => `微心愿 ${number}`;
const step = (to: WishAudience, title: string, words: WishTelling['words']): WishTelling => ({
  to,
  kind: 'wish-step',
  title,
  words,
});

export const WISH_TELLINGS: Readonly<Record<WishStepKind, readonly WishTelling[]>> = {
  posted: [
    {
      to: 'verifiers',
      kind: 'wish-new',
      title: '有新的微心愿',
      words: (w) => `${w.compoundName}有${wish(w)}，请核实。`,
    },
  ],
  amended: [
    { to: 'verifiers', kind: 'wish-new', title: '微心愿改了', words: (w) => `${wish(w)}重新填写了，请再核实。` },
  ],
  verified: [step('wisher', '心愿已核实', (w) => `${wish(w)}已核实，等有心人来认领。`)],
  returned: [step('wisher', '心愿退回来了', (w) => `${wish(w)}退回修改，原因请看心愿页。`)],
  surfaced: [
    {
      to: 'grid-team',
      kind: 'wish-surfaced',
      title: '心愿没人认领',
      words: (w) => `${w.compoundName}${wish(w)}还没人认领，请想想办法。`,
    },
    step('wisher', '心愿还没人认领', (w) => `${wish(w)}还没人认领，已请网格服务团队想办法。`),
  ],
  claimed: [step('wisher', '心愿有人认领了', (w) => `${wish(w)}有人认领了，进展会告诉您。`)],
  released: [
    step('wisher', '心愿重新等人认领', (w) => `${wish(w)}原来认领的人来不了，重新等人认领。`),
    step('makers', '心愿重新等人认领', (w) => `${wish(w)}牵头的人来不了，重新等人认领。`),
  ],
  'helper-joined': [step('makers', '有人来帮忙了', (w) => `${wish(w)}多了一位帮忙的人。`)],
  'helper-left': [step('makers', '有人来不了了', (w) => `${wish(w)}有一位帮忙的人来不了了。`)],
  progress: [step('wisher', '心愿有进展', (w) => `${wish(w)}有了新进展。`)],
  fulfilled: [
    step('wisher', '心愿实现了', (w) => `${wish(w)}实现了，可以写一句感谢。`),
    step('makers', '心愿实现了', (w) => `${wish(w)}实现了，谢谢您。`),
  ],
  thanked: [step('makers', '收到一份感谢', (w) => `${wish(w)}的许愿人写了感谢，请看心愿页。`)],
  closed: [
    step('wisher', '心愿结束了', (w) => `${wish(w)}没能实现，原因请看心愿页。`),
    step('makers', '心愿结束了', (w) => `${wish(w)}由社区结束了，原因请看心愿页。`),
  ],
  withdrawn: [],
};

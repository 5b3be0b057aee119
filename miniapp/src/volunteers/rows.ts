import type { ShiftRow, WishRow } from '@gongyi/shared/volunteers/contract-view';
import type { SignUpState, WishStatus } from '@gongyi/shared/volunteers/kinds';
import { clockWords } from '../ui';
import type { Tone } from '../ui';

/** What rows of shifts and wishes say, apart from the rest of the slice's words: first screens need no more. */

export interface Said {
  readonly words: string;
  readonly tone: Tone;
}

const STATE: Record<SignUpState, Said> = {
  placed: { words: '已报上', tone: 'success' },
  waiting: { words: '候补中', tone: 'warning' },
  offered: { words: '有名额了，等您答复', tone: 'warning' },
  here: { words: '已签到', tone: 'success' },
  cancelled: { words: '已取消', tone: 'plain' },
  lapsed: { words: '没来得及答复', tone: 'plain' },
  'called-off': { words: '活动取消', tone: 'plain' },
};

/** How a sign-up stands; who came and has gone again is no longer here. */
export const signUpSaid = (state: SignUpState, went: boolean): Said =>
  state === 'here' && went ? { words: '已签退', tone: 'success' } : STATE[state];

export const WISH_STATE: Record<WishStatus, Said> = {
  posted: { words: '等社区核实', tone: 'plain' },
  returned: { words: '退回修改', tone: 'warning' },
  open: { words: '等人认领', tone: 'brand' },
  claimed: { words: '正在办', tone: 'brand' },
  fulfilled: { words: '已实现', tone: 'success' },
  closed: { words: '已关闭', tone: 'plain' },
  withdrawn: { words: '已撤回', tone: 'plain' },
};

export const missingWords = (missing: number): string => `还差 ${String(missing)} 人`;
export const filledWords = ({ held, places }: { readonly held: number; readonly places: number }): string =>
  `已报 ${String(held)} / ${String(places)}`;

type Fillable = Pick<ShiftRow, 'status' | 'opensAt' | 'closesAt' | 'missing' | 'fill'>;

/** How a shift stands for who thinks of coming: whether people are missing, or one can only wait. */
export const shiftSaid = (shift: Fillable, now: number): Said => {
  if (shift.status === 'cancelled') return { words: '已取消', tone: 'danger' };
  if (shift.status === 'ended') return { words: '已结束', tone: 'plain' };
  if (now < shift.opensAt) return { words: `${clockWords(shift.opensAt, now)} 开始报名`, tone: 'plain' };
  if (now >= shift.closesAt) return { words: '报名已截止', tone: 'plain' };
  if (shift.missing > 0) return { words: missingWords(shift.missing), tone: 'brand' };
  const { waiting } = shift.fill;
  return { words: waiting > 0 ? `已满，${String(waiting)} 人候补` : '已满，可候补', tone: 'warning' };
};

/** 600 米, 2.4 公里 */
export const distanceWords = (metres: number): string =>
  metres < 1000
    ? `${String(Math.max(50, Math.round(metres / 50) * 50))} 米`
    : `${(metres / 1000).toFixed(1).replace('.0', '')} 公里`;

/** 3号楼 王** · 幸福小区; nothing of a private wish that its wisher does not allow. */
export const wishFrom = ({ wisherName, compoundName }: Pick<WishRow, 'wisherName' | 'compoundName'>): string =>
  [wisherName ?? '一位邻居', ...(compoundName === undefined ? [] : [compoundName])].join(' · ');

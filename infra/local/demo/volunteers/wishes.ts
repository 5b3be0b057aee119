import type { WishKind, WishPart, WishStatus } from '@gongyi/shared/volunteers/kinds';
import type { WishMove } from '@gongyi/shared/volunteers/wish-rules';
import type { CastKey } from '../cast';
import type { Picture } from '../picture/scenes';

export interface WishBeat {
  /** Hours from when the demonstration is ready. */
  readonly at: number;
  readonly who: CastKey;
  readonly move: WishMove;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly photos?: readonly Picture[];
}

export interface PlannedWish {
  readonly key: string;
  readonly at: number;
  /** Whose wish it is, or who writes it down for somebody. */
  readonly who: CastKey;
  /** Somebody who has no phone at hand. */
  readonly wisher?: { readonly name: string; readonly path: string };
  readonly kind: WishKind;
  readonly title: string;
  readonly words: string;
  readonly private?: boolean;
  readonly shows?: readonly WishPart[];
  readonly beats: readonly WishBeat[];
  readonly ends: WishStatus;
}

const verified = (at: number): WishBeat => ({ at, who: 'worker', move: 'verify' });

/** Wishes of the main compound in every state there is. */
export const WISHES: readonly PlannedWish[] = [
  {
    key: 'glasses',
    at: -141,
    who: 'worker',
    wisher: { name: '老样师', path: 'b2.e1.h101' },
    kind: 'goods',
    title: '想要一副新老花镜',
    words: '镜腿断了用胶布缠着，三百度，镜片别太重。',
    beats: [
      verified(-138),
      { at: -119, who: 'branch', move: 'claim' },
      { at: -117, who: 'neighbour1', move: 'help' },
      { at: -96, who: 'branch', move: 'progress', body: { words: '约好周三陪老人去配镜。' } },
      {
        at: -72,
        who: 'branch',
        move: 'fulfil',
        body: { words: '眼镜配好送到家了，老人说看报纸清楚多了。' },
        photos: ['pipe-mended'],
      },
      { at: -48, who: 'worker', move: 'thank', body: { words: '老人托我说一声：谢谢你们，眼前亮堂了。' } },
    ],
    ends: 'fulfilled',
  },
  {
    key: 'handrail',
    at: -119,
    who: 'neighbour3',
    kind: 'repair',
    title: '楼梯扶手松了帮忙拧一拧',
    words: '二号楼二单元一层到二层，家里没有合适的扳手。',
    beats: [verified(-117), { at: -72, who: 'technician2', move: 'claim' }],
    ends: 'claimed',
  },
  {
    key: 'chess',
    at: -141,
    who: 'elder',
    kind: 'company',
    title: '找个人下下象棋',
    words: '腿脚不好下不了楼，每周有人来下两盘就好。',
    private: true,
    shows: ['compound', 'words'],
    // Nobody has claimed it for days: it has come before the grid's team.
    beats: [verified(-138)],
    ends: 'open',
  },
  {
    key: 'phone-lesson',
    at: -47,
    who: 'neighbour1',
    kind: 'learning',
    title: '教我妈用手机挂号',
    words: '老人不识多少字，想学会语音和挂号，一个下午就够。',
    beats: [verified(-46)],
    ends: 'open',
  },
  {
    key: 'museum',
    at: -6,
    who: 'tenant',
    kind: 'outing',
    title: '想带孩子去趟博物馆',
    words: '周末家里只有我一个人，想和邻居家一起去，路上有个照应。',
    beats: [],
    ends: 'posted',
  },
  {
    key: 'sofa',
    at: -96,
    who: 'neighbour2',
    kind: 'goods',
    title: '想要一个沙发',
    words: '最好是新的。',
    beats: [
      {
        at: -72,
        who: 'worker',
        move: 'return',
        body: { reason: '微心愿是小东西，沙发请看看旧物交换角，改小一点再许。' },
      },
    ],
    ends: 'returned',
  },
  {
    key: 'ride',
    at: -96,
    who: 'resident',
    kind: 'health',
    title: '周五有人顺路带我去医院吗',
    words: '拆线，来回都行。',
    beats: [{ at: -72, who: 'resident', move: 'withdraw' }],
    ends: 'withdrawn',
  },
  {
    key: 'licence',
    at: -119,
    who: 'director',
    kind: 'other',
    title: '帮忙代考驾照',
    words: '工作太忙没有时间。',
    beats: [verified(-117), { at: -72, who: 'worker', move: 'close', body: { reason: '代考违法，不能帮这个忙。' } }],
    ends: 'closed',
  },
];

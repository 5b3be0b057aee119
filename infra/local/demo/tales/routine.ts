import type { CategoryKey } from '@gongyi/shared/requests/category';
import { castPhone, madeUpName } from '../made-up';
import { assigns, does, notes, resolves } from './tale';
import type { Beat, Tale } from './tale';

const CALLS: readonly (readonly [CategoryKey, string, Readonly<Record<string, string>>])[] = [
  ['lighting', '来电：楼道声控灯不亮', {}],
  ['cleaning', '来电：楼梯间有人乱扔外卖盒', {}],
  ['door-access', '来电：单元门对讲没有声音', {}],
  ['greenery', '来电：草坪里枯枝没有清', {}],
  ['facilities', '来电：健身器材松动', {}],
  ['parking', '来电：私家车压着盲道', { 'fire-lane': '否' }],
  ['lift-fault', '来电：电梯按钮要按很多下', { stopped: '否' }],
  ['fire-safety', '来电：楼道里堆了纸箱', {}],
];
const HANDS = ['technician1', 'technician2', 'technician3'] as const;
const HOURS = [-48, -30, -27, -6, -3, -1] as const;
const ORDERS = 24;
/** Calls up to here may be done by now. */
const LONG_AGO = -27;

/** A day's ordinary calls for the two sample compounds, so that the dispatcher's list is as long as such lists are. */
export const ROUTINE_TALES: readonly Tale[] = Array.from({ length: ORDERS }, (_, index): Tale => {
  const [category, words, answers] = CALLS[index % CALLS.length] ?? CALLS[0] ?? ['other', '来电', {}];
  const at = HOURS[Math.floor((index * HOURS.length) / ORDERS)] ?? -1;
  const taken = index % 4 !== 3;
  const done = index % 4 === 1 && at <= LONG_AGO;
  const hands = HANDS[index % HANDS.length] ?? 'technician1';
  const call = notes(at, 'dispatcher', category, words, () => ({
    channel: 'phone',
    callerName: madeUpName(300 + index),
    callerPhone: castPhone(30 + (index % 10)),
    contact: 'phone',
    answers,
  }));
  const work: readonly Beat[] = [
    does(-26, hands, 'start'),
    resolves(-26, hands, '已到现场处理完毕', [], [category === 'parking' ? 'lane-mended' : 'rubbish-mended']),
    does(-6, 'dispatcher', 'call-back', { reached: true, outcome: 'confirmed', satisfied: true }),
  ];
  return {
    key: `routine-${String(index)}`,
    compound: index % 3 === 2 ? 'sampleB' : 'sampleA',
    path: `b${String(1 + (index % 2))}`,
    beats: [call, ...(taken ? [assigns(at, 'dispatcher', hands)] : []), ...(done ? work : [])],
    ends: done ? 'confirmed' : taken ? 'accepted' : 'submitted',
  };
});

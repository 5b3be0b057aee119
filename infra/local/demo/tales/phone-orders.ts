import { assigns, does, notes, pauses, resolves } from './tale';
import type { Tale } from './tale';

const caller = (name: string, phone: string) => () => ({
  channel: 'phone',
  callerName: name,
  callerPhone: phone,
  contact: 'phone',
});

/** Calls the dispatcher took for the two compounds whose rolls are the samples. */
export const PHONE_ORDER_TALES: readonly Tale[] = [
  {
    key: 'a-greenery',
    compound: 'sampleA',
    ends: 'accepted',
    beats: [
      notes(-48, 'dispatcher', 'greenery', '来电：草坪洒水管一直开着', caller('来电人样例甲', '19900000031')),
      assigns(-47, 'dispatcher', 'technician3'),
    ],
  },
  {
    key: 'a-parking',
    compound: 'sampleA',
    ends: 'paused',
    beats: [
      notes(-72, 'dispatcher', 'parking', '来电：有车长期占着消防通道', () => ({
        ...caller('来电人样例乙', '19900000032')(),
        answers: { 'fire-lane': '是' },
      })),
      assigns(-71, 'dispatcher', 'technician2'),
      pauses(-48, 'dispatcher', '已联系车主，车主在外地，约定后天挪车', 30),
    ],
  },
  {
    key: 'a-lift',
    compound: 'sampleA',
    ends: 'confirmed',
    beats: [
      notes(-120, 'dispatcher', 'lift-fault', '来电：电梯到六楼会抖一下', () => ({
        ...caller('来电人样例丙', '19900000033')(),
        answers: { stopped: '否' },
      })),
      assigns(-119, 'dispatcher', 'technician1'),
      does(-119, 'technician1', 'start'),
      resolves(-96, 'technician1', '导靴磨损，已更换，运行平稳', ['lift-broken'], ['lift-mended']),
      does(-95, 'dispatcher', 'call-back', { reached: true, outcome: 'confirmed', satisfied: true }),
    ],
  },
  {
    key: 'b-burst',
    compound: 'sampleB',
    ends: 'submitted',
    beats: [notes(-3, 'grid', 'burst-pipe', '院里水管冒水，已打供水电话', () => ({ channel: 'on-behalf' }))],
  },
  {
    key: 'b-cleaning',
    compound: 'sampleB',
    ends: 'in-progress',
    beats: [
      notes(-27, 'worker', 'cleaning', '12345 转来：楼道堆放旧家具', ({ at }) => ({
        channel: 'hotline-12345',
        hotline: { number: '演示-12345-0002', dueAt: at(20) },
        called12345: true,
      })),
      assigns(-26, 'dispatcher', 'technician3'),
      does(-6, 'technician3', 'start'),
    ],
  },
  {
    key: 'b-lamp',
    compound: 'sampleB',
    ends: 'submitted',
    beats: [notes(-1, 'dispatcher', 'lighting', '来电：院门口路灯不亮', caller('来电人样例丁', '19900000034'))],
  },
];

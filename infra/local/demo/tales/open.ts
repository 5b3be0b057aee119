import { assigns, does, files, notes, pauses, plansVisit, resolves } from './tale';
import { memberOf, phoneOf } from '../cast';
import type { Tale } from './tale';

/** Requests that somebody is still at work on, or should be. */
export const OPEN_TALES: readonly Tale[] = [
  {
    key: 'pothole',
    compound: 'main',
    ends: 'in-progress',
    beats: [
      files(
        -142,
        'director',
        'facilities',
        '大门里面的路塌了一个坑，电动车差点摔倒',
        { spotWords: '大门内右侧' },
        'road-broken',
      ),
      does(-142, 'neighbour2', 'join'),
      assigns(-120, 'dispatcher', 'technician3'),
      does(-119, 'technician3', 'start'),
      resolves(-96, 'technician3', '用碎石填平压实', ['road-broken'], ['road-mended']),
      {
        at: -95,
        who: 'director',
        move: 'half-fix',
        body: () => ({ words: '坑填上了，可是下过雨又陷了一点，要用水泥' }),
        pictures: { photos: ['road-broken'] },
      },
      assigns(-95, 'dispatcher', 'technician3'),
      does(-72, 'technician3', 'start'),
    ],
  },
  {
    key: 'rubbish',
    compound: 'main',
    ends: 'reopened',
    beats: [
      files(-120, 'neighbour2', 'cleaning', '垃圾桶满了没人收，周围都是', { spotWords: '1号楼北侧' }, 'rubbish-broken'),
      assigns(-119, 'dispatcher', 'technician3'),
      does(-96, 'technician3', 'start'),
      resolves(-95, 'technician3', '已清理', ['rubbish-broken'], ['rubbish-mended']),
      {
        at: -48,
        who: 'neighbour2',
        move: 'reopen',
        body: () => ({ words: '第二天又堆满了，请安排固定时间收' }),
        pictures: { photos: ['rubbish-broken'] },
      },
    ],
  },
  {
    key: 'cold-home',
    compound: 'main',
    path: 'b3.e2.h501',
    ends: 'paused',
    beats: [
      files(
        -72,
        'resident',
        'no-heating',
        '客厅和卧室暖气都不热，量了只有十五度',
        { answers: { rooms: '整户' } },
        'radiator-broken',
      ),
      does(-71, 'heating', 'accept'),
      plansVisit(-71, 'heating', -47, -45),
      pauses(-48, 'heating', '要等换热站更换循环泵，配件明天到', 26),
    ],
  },
  {
    key: 'shed',
    compound: 'main',
    path: 'b2',
    ends: 'accepted',
    beats: [
      files(-48, 'neighbour2', 'lighting', '车棚的灯坏了两盏，晚上停车看不见', { spotWords: '车棚' }, 'lamp-broken'),
      assigns(-47, 'dispatcher', 'technician2'),
    ],
  },
  {
    key: 'flying-wires',
    compound: 'main',
    path: 'b1',
    ends: 'submitted',
    beats: [
      files(-30, 'neighbour2', 'fire-safety', '一楼有人从窗户拉线给电动车充电', { anonymous: true }, 'lane-broken'),
      does(-27, 'director', 'join'),
      does(-3, 'neighbour2', 'nudge'),
    ],
  },
  {
    key: 'elder-tap',
    compound: 'main',
    path: 'b2.e1.h101',
    ends: 'accepted',
    beats: [
      notes(-27, 'dispatcher', 'in-home-repair', '老人来电：卫生间水龙头关不紧，一直滴水', () => ({
        channel: 'phone',
        callerName: memberOf('elder').name,
        callerPhone: phoneOf('elder'),
        contact: 'phone',
      })),
      assigns(-27, 'dispatcher', 'technician1'),
      plansVisit(-26, 'technician1', 3, 5),
    ],
  },
  {
    key: 'socket',
    compound: 'main',
    path: 'b2.e2.h201',
    ends: 'in-progress',
    beats: [
      files(-48, 'neighbour3', 'in-home-repair', '卧室插座没电，怀疑线断在墙里', { contact: 'phone' }),
      assigns(-47, 'dispatcher', 'technician2'),
      does(-27, 'technician2', 'start'),
      does(-26, 'technician2', 'quote', { fen: 26000, words: '墙内线路要重新穿管，材料和人工共260元' }),
    ],
  },
  {
    key: 'noise',
    compound: 'main',
    path: 'b1.e2',
    ends: 'accepted',
    beats: [
      notes(-47, 'grid', 'noise', '入户走访时多户反映楼上装修到晚上十一点', () => ({
        channel: 'on-behalf',
        answers: { when: '晚上十点后' },
      })),
      does(-30, 'dispatcher', 'accept'),
      does(-30, 'dispatcher', 'reply', { words: '已和装修户约定晚八点后不施工，今晚再巡一次' }),
    ],
  },
  {
    key: 'dispute',
    compound: 'main',
    path: 'b3.e2.h302',
    ends: 'in-progress',
    beats: [
      files(-72, 'neighbour1', 'dispute', '楼道里放鞋柜的事和对门说不通，想请社区调解', {
        answers: { mediation: '是' },
      }),
      does(-71, 'worker', 'accept'),
      plansVisit(-71, 'worker', 22, 24),
      does(-47, 'worker', 'start'),
    ],
  },
  {
    key: 'hotline',
    compound: 'main',
    ends: 'in-progress',
    beats: [
      notes(-27, 'worker', 'cleaning', '12345 转来：东门口有人乱倒装修垃圾', ({ at }) => ({
        channel: 'hotline-12345',
        callerName: '来电人样例',
        hotline: { number: '演示-12345-0001', dueAt: at(44) },
        called12345: true,
        spotWords: '东门口',
      })),
      assigns(-26, 'dispatcher', 'technician3'),
      does(-6, 'technician3', 'start'),
    ],
  },
];

import { does, files, notes, passesOn, resolves, assigns } from './tale';
import type { Tale } from './tale';

/** Requests of the last hours and those that wait for an answer. */
export const RECENT_TALES: readonly Tale[] = [
  {
    key: 'door',
    compound: 'main',
    path: 'b3.e2',
    ends: 'submitted',
    beats: [
      files(-1, 'resident', 'door-access', '门禁刷卡没有反应，按了对讲也不开', {}, 'door-broken'),
      does(-1, 'neighbour1', 'join'),
    ],
  },
  {
    key: 'no-water',
    compound: 'main',
    ends: 'in-progress',
    beats: [
      files(-6, 'member', 'no-water', '整栋楼早上开始没水', {}),
      does(-6, 'director', 'join'),
      does(-6, 'water', 'accept'),
      does(-3, 'water', 'reply', { words: '主管阀门漏水正在抢修，预计下午恢复，小区东门有送水车' }),
      does(-3, 'water', 'start'),
    ],
  },
  {
    key: 'valve',
    compound: 'main',
    ends: 'passed-on',
    beats: [
      files(
        -6,
        'neighbour3',
        'water-leak',
        '路边井盖往外冒水',
        { answers: { upstairs: '否' }, visibility: 'public' },
        'pipe-broken',
      ),
      passesOn(-3, 'dispatcher', 'water', '漏点在市政供水管上，由供水公司处理'),
    ],
  },
  {
    key: 'garage-lamp',
    compound: 'main',
    path: 'b1',
    ends: 'half-fixed',
    beats: [
      files(-95, 'neighbour2', 'lighting', '地库坡道的灯一排都不亮', { spotWords: '地库坡道' }, 'lamp-broken'),
      assigns(-72, 'dispatcher', 'technician2'),
      does(-48, 'technician2', 'start'),
      resolves(-30, 'technician2', '更换整流器，恢复照明', ['lamp-broken'], ['lamp-mended']),
      does(-3, 'neighbour2', 'half-fix', { words: '修好了一半，最里面两盏还是不亮' }),
    ],
  },
  {
    key: 'party-visit',
    compound: 'main',
    ends: 'accepted',
    beats: [
      files(-27, 'director', 'party-affairs', '想组织在职党员周末清理楼道，请支部帮忙联系', {}),
      does(-26, 'worker', 'accept'),
    ],
  },
  {
    key: 'steward-rail',
    compound: 'main',
    path: 'b3.e1',
    ends: 'submitted',
    beats: [
      notes(-1, 'steward', 'facilities', '替二楼老人报：楼梯扶手松了', () => ({
        channel: 'on-behalf',
        spotWords: '二楼半',
      })),
    ],
  },
  {
    key: 'bare-door',
    compound: 'bare',
    ends: 'accepted',
    beats: [
      files(-27, 'neighbour4', 'door-access', '院门锁坏了，夜里关不上', {}, 'door-broken'),
      does(-6, 'propertyOffice', 'accept'),
    ],
  },
];

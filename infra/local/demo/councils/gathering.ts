import { hidesComment, moves, proposes, second } from './council-tale';
import type { CouncilTale } from './council-tale';

const topic = (key: string, ends: CouncilTale['topics'][string], ...beats: CouncilTale['beats']): CouncilTale => ({
  key: `topic-${key}`,
  compound: 'main',
  topics: { [key]: ends },
  beats,
});

/** Topics that have not come to a session: gathering seconds, waiting, sent back or elsewhere. */
export const GATHERING_TALES: readonly CouncilTale[] = [
  topic(
    'reading-room',
    'proposed',
    proposes(-30, 'resident', 'reading-room', {
      title: '活动室周末开放给孩子做作业',
      words: '活动室平时锁着，周末能不能开放两个半天，家长轮流值班，给孩子一个安静做作业的地方。',
      spot: '3号楼一层活动室',
    }),
    ...second(-27, 'reading-room', 'neighbour1', 'neighbour2', 'neighbour3', 'family', 'tenant', 'elder'),
    moves(-27, 'neighbour1', 'comment', 'reading-room', { words: '我可以每月值一个周六上午。' }),
    moves(-26, 'director', 'comment', 'reading-room', { words: '业委会有钥匙，开放没问题，要有人登记。' }),
    moves(-6, 'manager', 'comment', 'reading-room', { words: '空调电费按小时记，公司先垫，月底公布。' }),
    moves(-3, 'elder', 'comment', 'reading-room', { words: '我退休前是老师，可以辅导语文。' }),
  ),
  topic(
    'trees',
    'proposed',
    proposes(
      -144,
      'neighbour3',
      'trees',
      {
        title: '2号楼南侧的树挡光，请修一修',
        words: '三层以下白天都要开灯，树枝伸到窗边。请请园林的人来看，能修的修一修。',
        spot: '2号楼南侧',
      },
      'tree-broken',
    ),
    ...second(-143, 'trees', 'member', 'elder'),
    moves(-120, 'neighbour2', 'comment', 'trees', { words: '谁嫌挡光谁搬走，电话打我这里来！' }),
    hidesComment(-120, 'worker', 'trees', '争吵的话，和议题无关，请好好商量。'),
  ),
  topic(
    'parking-order',
    'proposed',
    proposes(-6, 'manager', 'parking-order', {
      title: '访客停车先登记，晚上十点前离开',
      words: '访客车占了住户的车位，门卫只能劝。建议访客登记车牌，晚上十点前离开。',
      asParty: true,
    }),
    ...second(-3, 'parking-order', 'steward'),
  ),
  topic(
    'notice-board',
    'accepted',
    proposes(-120, 'director', 'notice-board', {
      title: '每栋楼一块公示栏，按月更新',
      words: '公示都贴在门卫室，很多人看不到。建议每栋楼大厅一块，固定每月五号更新。',
      asParty: true,
    }),
    ...second(-96, 'notice-board', 'resident', 'neighbour2'),
    moves(-72, 'secretary', 'accept', 'notice-board', { words: '下次会议一起议。' }),
  ),
  topic(
    'dogs',
    'returned',
    proposes(-96, 'neighbour2', 'dogs', { title: '养狗的事', words: '养狗的人太多了，管一管。' }),
    moves(-72, 'secretary', 'return', 'dogs', {
      reason: '请写明是哪一段路、什么时间、希望怎么做，补充后再提。',
    }),
  ),
  topic(
    'new-lift',
    'redirected',
    proposes(-120, 'neighbour1', 'new-lift', {
      title: '动用维修资金换1号楼的电梯',
      words: '1号楼电梯一个月坏三次，建议动用维修资金换新的。',
      matter: 'fund-use',
    }),
    ...second(-96, 'new-lift', 'director', 'neighbour2', 'resident'),
    moves(-72, 'secretary', 'redirect', 'new-lift', {
      to: 'vote',
      reason: '使用维修资金由业主共同决定，议事会不能替业主定，转业主投票。',
    }),
  ),
  topic(
    'tap',
    'redirected',
    proposes(-47, 'elder', 'tap', {
      title: '2号楼门前的水龙头一直滴水',
      words: '浇花的水龙头关不紧，滴了好几天。',
    }),
    moves(-27, 'secretary', 'redirect', 'tap', { to: 'request', reason: '这是报修，请物业直接处理，不用等开会。' }),
  ),
  topic(
    'paint',
    'withdrawn',
    proposes(-72, 'tenant', 'paint', {
      title: '单元门重新刷漆',
      words: '1号楼2单元的门掉漆，想一起刷一刷。',
    }),
    moves(-48, 'tenant', 'amend', 'paint', {
      title: '1号楼2单元的门重新刷漆',
      words: '1号楼2单元的门掉漆，想和邻居周末一起刷一刷，漆我来买。',
    }),
    moves(-30, 'tenant', 'withdraw', 'paint'),
  ),
];

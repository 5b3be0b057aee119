import { phoneOf } from '../cast';
import {
  answersObjection,
  calls,
  callsVote,
  concludes,
  merges,
  moves,
  opensItem,
  proposes,
  says,
  second,
  signIn,
  sits,
} from './council-tale';
import type { CouncilTale } from './council-tale';

const HELD = { evening: -155 };
const N = 'autumn';
const PARTIES_THERE = ['worker', 'branch', 'director', 'manager'] as const;

/** A session of last week: on public notice, one objection answered and one still open. */
export const NOTICE_TALE: CouncilTale = {
  key: 'notice',
  compound: 'main',
  topics: { gate: 'on-notice', parcels: 'on-notice' },
  sessions: { [N]: 'on-notice' },
  beats: [
    proposes(-302, 'resident', 'gate', {
      title: '东门夜里十一点后改为刷卡进出',
      words: '东门整夜敞着，丢过两辆电动车。建议夜里十一点到早上五点刷卡进出，外卖和急救按门铃。',
      spot: '东门',
    }),
    proposes(-302, 'director', 'parcels', {
      title: '快递集中放到门卫室旁的货架',
      words: '快递堆在单元门口挡路，雨天还会淋湿。建议门卫室旁放两排货架，按楼号摆放。',
      asParty: true,
    }),
    ...second(-300, 'gate', 'neighbour1', 'neighbour2', 'neighbour3', 'steward'),
    ...second(-300, 'parcels', 'resident', 'elder'),
    moves(-300, 'neighbour3', 'comment', 'gate', { words: '我上夜班，卡坏了怎么办？门卫要随叫随到。' }),
    moves(-280, 'secretary', 'accept', 'gate'),
    moves(-280, 'secretary', 'accept', 'parcels'),
    calls(-280, 'secretary', N, { topics: ['gate', 'parcels'], startsAt: HELD, venue: '社区党群服务中心二楼议事厅' }),
    sits(-280, 'branch', 'answer', N, { coming: true }),
    sits(-280, 'dispatcher', 'answer', N, { coming: false }),
    sits(-280, 'manager', 'name-substitute', N, { party: 'property-company', phone: phoneOf('technician3') }),
    ...signIn(HELD, N, ...PARTIES_THERE),
    sits(HELD, 'secretary', 'sign-in-for', N, { party: 'owners-committee', name: '何样例' }),
    sits(HELD, 'secretary', 'open', N),
    opensItem(HELD, N, 'gate'),
    says(HELD, 'worker', N, 'gate', 'agree', '治安有改善，辖区民警也建议这样做。'),
    says(HELD, 'branch', N, 'gate', 'agree', '同意，老人忘带卡可以找门卫。'),
    says(HELD, 'director', N, 'gate', 'agree', '同意，门禁卡每户先发两张。'),
    says(HELD, 'manager', N, 'gate', 'object', '夜班只有一个人，既要巡逻又要开门，人手不够。'),
    callsVote(HELD, N, 'gate'),
    says(HELD, 'worker', N, 'gate', 'agree', '同意，先试行三个月。'),
    says(HELD, 'branch', N, 'gate', 'agree', '同意试行。'),
    says(HELD, 'director', N, 'gate', 'agree', '同意试行。'),
    says(HELD, 'manager', N, 'gate', 'object', '不同意，人手问题没有解决。'),
    concludes(HELD, N, 'gate', '东门每天二十三点至次日五点刷卡进出，试行三个月；门铃接到门卫室。', [
      { words: '门铃接到门卫室，调试门禁', party: 'property-company', due: 240, steps: ['接线', '调试'] },
      { words: '登记并发放门禁卡，每户两张', party: 'owners-committee', due: 200 },
    ]),
    opensItem(HELD, N, 'parcels'),
    ...PARTIES_THERE.map((who) => says(HELD, who, N, 'parcels', 'agree', '同意，先放两排试试。')),
    concludes(HELD, N, 'parcels', '门卫室旁放两排货架，按楼号摆放快递，门卫每晚清点一次。', [
      { words: '添两排货架，贴好楼号', party: 'property-company', due: 160 },
    ]),
    sits(HELD, 'secretary', 'end', N),
    sits(HELD, 'secretary', 'send-minutes', N),
    sits(-120, 'manager', 'dispute-minutes', N, { reason: '没有写明物业公司不同意的理由，请补上。' }),
    {
      ...sits(-120, 'secretary', 'edit-minutes', N),
      body: () => ({
        words: [
          '安居花园（演示）四方共议会议纪要',
          '一、东门夜里刷卡进出：居委会、小区党组织、业委会赞成，物业公司不赞成，理由是夜班只有一人。照每方一票，试行三个月。',
          '二、快递货架：四方意见一样，门卫室旁放两排货架。',
        ].join('\n'),
      }),
    },
    sits(-120, 'secretary', 'send-minutes', N),
    ...PARTIES_THERE.map((who) => sits(-120, who, 'confirm-minutes', N)),
    sits(-120, 'secretary', 'publish', N),
    sits(-95, 'neighbour3', 'object', N, {
      words: '我上夜班，常常两点到家，卡坏了门卫不在怎么办？',
      signature: '萧示例',
    }),
    answersObjection(-72, N, '门铃直通门卫室，夜班巡逻时带对讲，五分钟内开门；试行期间记下每次等候。'),
    sits(-26, 'tenant', 'object', N, { words: '租户也应该能领到门禁卡，请写明。', signature: '林演示' }),
  ],
};

const C = 'winter';

/** The next session: called, answers are coming in. */
export const CALLED_TALE: CouncilTale = {
  key: 'called',
  compound: 'main',
  topics: { charging: 'scheduled', cats: 'scheduled', 'charging-2': 'merged' },
  sessions: { [C]: 'called' },
  beats: [
    proposes(
      -190,
      'neighbour1',
      'charging',
      {
        title: '车棚的电动车充电口添到四十个',
        words: '车棚只有十六个充电口，晚上排不上队，有人从窗户拉线。建议添到四十个，装烟感。',
        spot: '2号楼北侧车棚',
      },
      'lane-broken',
    ),
    proposes(-190, 'steward', 'charging-2', {
      title: '3号楼也要有地方给电动车充电',
      words: '3号楼的住户要走到2号楼去充电，不方便，希望近处也有充电口。',
    }),
    proposes(-190, 'neighbour2', 'cats', {
      title: '流浪猫固定投喂点和绝育',
      words: '大家各喂各的，剩饭招虫。建议固定两个投喂点，由志愿者打扫，联系机构做绝育。',
    }),
    ...second(-188, 'charging', 'resident', 'neighbour2', 'neighbour3', 'director'),
    ...second(-188, 'charging-2', 'elder', 'resident'),
    ...second(-188, 'cats', 'steward'),
    moves(-143, 'secretary', 'accept', 'charging'),
    moves(-143, 'secretary', 'accept', 'cats', { words: '请带上你们记的投喂点照片来。' }),
    merges(-143, 'secretary', 'charging-2', 'charging', '和「车棚的电动车充电口」是一件事，附议人一并转过去。'),
    calls(-47, 'secretary', C, {
      topics: ['charging', 'cats'],
      startsAt: { evening: 74 },
      venue: '社区党群服务中心二楼议事厅',
    }),
    sits(-27, 'director', 'answer', C, { coming: true }),
    sits(-27, 'branch', 'answer', C, { coming: true }),
    sits(-26, 'manager', 'answer', C, { coming: false }),
    sits(-26, 'manager', 'name-substitute', C, { party: 'property-company', phone: phoneOf('technician2') }),
  ],
};

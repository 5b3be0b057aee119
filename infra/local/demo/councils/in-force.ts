import {
  callsVote,
  calls,
  concludes,
  moves,
  opensItem,
  proposes,
  says,
  second,
  setsAside,
  signIn,
  sits,
} from './council-tale';
import type { CouncilTale, SessionBeat } from './council-tale';

const HELD = { evening: -425 };
const S = 'spring';

const agrees = (topic: string, reasons: readonly [string, string, string, string]): SessionBeat[] =>
  (['worker', 'branch', 'director', 'manager'] as const).map((who, index) =>
    says(HELD, who, S, topic, 'agree', reasons[index] ?? ''),
  );

/** A session of some weeks ago: what it resolved is in force; one thing is done, one late, one went to the street. */
export const IN_FORCE_TALE: CouncilTale = {
  key: 'in-force',
  compound: 'main',
  topics: { lane: 'carrying-out', bench: 'done', 'street-lamp': 'referred', dance: 'accepted' },
  sessions: { [S]: 'in-force' },
  beats: [
    proposes(
      -570,
      'neighbour2',
      'lane',
      {
        title: '消防通道画线立桩，别再停车',
        words: '1号楼和2号楼之间的消防通道天天停满车，上次急救车进不来。建议重新画线，两头立活动桩，钥匙放门卫室。',
        spot: '1号楼与2号楼之间',
      },
      'lane-broken',
    ),
    proposes(-570, 'elder', 'bench', {
      title: '广场添两张带靠背的长椅',
      words: '广场上只有花坛边能坐，老人坐久了腰疼。请添两张带靠背的长椅，放在树荫下。',
      spot: '健身广场',
    }),
    proposes(-570, 'neighbour3', 'street-lamp', {
      title: '东门外的路太黑，装几盏路灯',
      words: '东门出去到公交站的一段路没有路灯，晚自习的孩子走夜路不安全。',
      spot: '东门外',
    }),
    proposes(-570, 'member', 'dance', {
      title: '广场舞的音量和时间定个规矩',
      words: '夏天跳到九点半，一楼有高三学生。大家商量一个都能接受的时间和音量。',
    }),
    ...second(-565, 'lane', 'resident', 'neighbour1', 'neighbour3', 'director', 'elder'),
    ...second(-565, 'bench', 'neighbour2', 'steward'),
    ...second(-565, 'dance', 'neighbour1'),
    moves(-565, 'resident', 'comment', 'lane', { words: '支持，桩子最好能放倒，搬家车还要进。' }),
    moves(-565, 'manager', 'comment', 'lane', { words: '门卫室可以保管钥匙，二十四小时有人。' }),
    moves(-550, 'secretary', 'accept', 'lane', { words: '多位邻居附议，列入四方议事。' }),
    moves(-550, 'secretary', 'accept', 'bench'),
    moves(-550, 'secretary', 'accept', 'street-lamp'),
    moves(-550, 'secretary', 'accept', 'dance'),
    calls(-550, 'secretary', S, {
      topics: ['lane', 'bench', 'street-lamp', 'dance'],
      startsAt: HELD,
      venue: '社区党群服务中心二楼议事厅',
    }),
    sits(-550, 'director', 'answer', S, { coming: true }),
    sits(-550, 'manager', 'answer', S, { coming: true }),
    sits(-550, 'secretary', 'invite-observer', S, { name: '孙演示', from: '霁阳街道办事处' }),
    ...signIn(HELD, S, 'worker', 'branch', 'director', 'member', 'manager'),
    sits(HELD, 'secretary', 'open', S),

    opensItem(HELD, S, 'lane'),
    says(HELD, 'worker', S, 'lane', 'agree', '消防安全是底线，画线立桩应当尽快做。'),
    says(HELD, 'branch', S, 'lane', 'agree', '党员带头挪车，支部组织志愿者劝导一个月。'),
    says(HELD, 'director', S, 'lane', 'agree', '业主群里征求过意见，多数人支持。'),
    says(HELD, 'manager', S, 'lane', 'reserve', '立桩可以，但是停车位本来就少，要先把空地划出来。'),
    callsVote(HELD, S, 'lane'),
    says(HELD, 'worker', S, 'lane', 'agree', '同意，空地由社区一起协调。'),
    says(HELD, 'branch', S, 'lane', 'agree', '同意。'),
    says(HELD, 'director', S, 'lane', 'agree', '同意，先画线立桩，空地下个月再议。'),
    says(HELD, 'manager', S, 'lane', 'reserve', '保留意见，仍照议定的办。'),
    concludes(
      HELD,
      S,
      'lane',
      '消防通道重新画线，两头各立一根可放倒的活动桩，钥匙由门卫室保管；党支部组织志愿者劝导一个月。',
      [
        {
          words: '消防通道画线、立两根活动桩',
          party: 'property-company',
          due: -60,
          steps: ['清走废弃车辆', '画黄色禁停线', '两头立桩'],
        },
        { words: '组织志愿者早晚劝导一个月', party: 'party-branch', due: -100 },
        { words: '在业主群和公示栏说明挪车时间', party: 'owners-committee', due: 60 },
      ],
    ),

    opensItem(HELD, S, 'bench'),
    ...agrees('bench', ['老年人需要，花钱不多。', '支部愿意认领一张。', '同意，放在树荫下。', '同意，公司出人安装。']),
    concludes(HELD, S, 'bench', '广场树荫下安放两张带靠背的长椅，由物业公司购买并固定。', [
      { words: '购买并固定两张长椅', party: 'property-company', due: -130, steps: ['选样', '安装'] },
    ]),

    opensItem(HELD, S, 'street-lamp'),
    setsAside(HELD, 'refer-item', S, 'street-lamp', '东门外是市政道路，不在小区范围，报街道协调路灯管理所。'),
    setsAside(HELD, 'defer-item', S, 'dance', '领队今天没有到场，下次请她来一起商量。'),
    sits(HELD, 'secretary', 'end', S),
    sits(HELD, 'secretary', 'send-minutes', S),
    sits(-399, 'director', 'confirm-minutes', S),
    sits(-399, 'manager', 'confirm-minutes', S),
    sits(-399, 'branch', 'confirm-minutes', S),
    sits(-399, 'worker', 'confirm-minutes', S),
    sits(-399, 'secretary', 'publish', S),

    moves(
      -190,
      'manager',
      'progress',
      'lane',
      { taskId: 't1', words: '废弃的两辆车已经联系交警拖走。', stepsDone: [0] },
      'lane-mended',
    ),
    moves(-142, 'manager', 'finish-task', 'bench', {
      taskId: 't1',
      words: '两张长椅已经固定好，试坐过，不晃。',
    }),
    moves(-120, 'branch', 'finish-task', 'lane', {
      taskId: 't2',
      words: '十二名党员轮流劝导了三十天，每天早晚各一小时。',
    }),
    moves(-96, 'elder', 'rate', 'bench', { rating: 'good', words: '坐着舒服，谢谢大家。' }),
    moves(-96, 'neighbour2', 'rate', 'bench', { rating: 'good' }),
    moves(-95, 'steward', 'rate', 'bench', { rating: 'fair', words: '再添一张就更好了。' }),
    moves(-47, 'worker', 'supervise', 'lane', {
      words: '画线立桩过了期限，请物业公司本周内完成并在这里写明进度。',
      taskId: 't1',
    }),
  ],
};

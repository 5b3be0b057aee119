import type { Party } from '@gongyi/shared/district/organisation';
import type { HomeStatus } from '@gongyi/shared/district/roll';
import type { ElectorWay } from '@gongyi/shared/votes/contract-ballots';
import type { BALLOT_EVENTS } from '@gongyi/shared/votes/contract-log';
import type { DeliveryWay, HandedInBy } from '@gongyi/shared/votes/contract-paper';
import type { HandOverItem } from '@gongyi/shared/votes/contract-result';
import type { ReadinessCheck, VoteNeed } from '@gongyi/shared/votes/contract-view';
import type { VoteStatus } from '@gongyi/shared/votes/vote';
import type { Tone } from '../ui';
import type { WitnessFault } from './desk/cosigning';

/** The words of the desk: for the owners' committee, the community, scrutineers and the parties' delegates. */
type Facts = ReadinessCheck['facts'];
const num = (facts: Facts, name: string): string => {
  const value = facts[name];
  return typeof value === 'number' ? String(value) : '几';
};

export const DESK = {
  title: '表决工作台',
  voteTitle: '办理表决',
  signIn: '登录后才能办理表决。',
  signInVerb: '微信登录',
  pick: '先选一个小区。',
  pickVerb: '选择小区',
  gone: '没有找到这次表决，可能还没公布，或您不参与办理。',
  sheetFailed: '没能打开文件，请再试一次',
  notNow: '现在不到这一步，请回到这次表决看进展。',
  unknown: '还不知道有没有记上。可能是网络不好，正在用同一份再问，问多少次都只算一份。',
  waiting: '没有网络，先存在这台设备上，有网了自动发送。',
  withdrawnBecause: '撤回理由：',
  electorate: (homes: number, heads: number, area: string): string =>
    `${String(homes)} 套 · ${String(heads)} 人 · ${area}`,
  needs: '等您办的',
  noNeeds: '没有等您办的事。',
  waited: (length: string): string => `已等 ${length}`,
} as const;

/** The other workplaces beside the votes themselves. */
export const DESK_WAYS = [
  { page: 'desk-meetings', words: '业委会会议', hint: '提前告知议程，逐人表决，按期公布' },
  { page: 'desk-repairs', words: '应急维修', hint: '危及安全先修，事后公布账目' },
  { page: 'desk-hand-over', words: '物业交接', hint: '换物业时的清单，工单和权限到日子就移交' },
  { page: 'desk-rules', words: '表决规则', hint: '公告天数、代投、公示期限和法律效力' },
] as const;

export const OTHER_COMPOUND = { words: '换一个小区', hint: '看别的小区的表决' } as const;

type NeedPage = 'vote' | 'nominations' | 'box' | 'objections' | 'meeting' | 'repair';
interface NeedWay {
  /** What waits. */
  readonly words: string;
  /** The verb that answers it. */
  readonly verb: string;
  readonly page: NeedPage;
}

/** What waits for whom, the verb for it and where it is done. */
export const NEED: Record<VoteNeed['kind'], NeedWay> = {
  'petition-reached': { words: '业主联名人数已够，要安排表决', verb: '去准备', page: 'vote' },
  'nominations-to-check': { words: '候选人等资格审查', verb: '去审查', page: 'nominations' },
  'vote-to-count': { words: '投票已截止，等开箱计票', verb: '去开箱', page: 'box' },
  'objection-to-answer': { words: '业主对结果有异议', verb: '去答复', page: 'objections' },
  'committee-result-late': { words: '业委会决定还没公布', verb: '去公布', page: 'meeting' },
  'repair-to-check': { words: '应急维修等核实', verb: '去核实', page: 'repair' },
  'repair-accounts-late': { words: '应急维修账目还没公布', verb: '去公布', page: 'repair' },
};

/** What happens next, for whoever runs the vote. */
export const NEXT: Record<VoteStatus, string> = {
  draft: '核对各项检查，都通过了就能发布公告',
  collecting: '业主正在联名，人数够了转为准备',
  nominating: '业主正在推选，到期后做完资格审查再发公告',
  'on-notice': '公告期：可以更正名册、打印表决票、安排上门人员',
  opening: '正在核定名册，做完自动开始投票；可以离开这一页',
  open: '正在投票：登记送达和回收的纸质票、委托和投票人',
  sealing: '已截止，正在封存选票；可以离开这一页',
  counting: '开箱：一人唱票，另一人计票，监票人签字',
  tallying: '正在计票，做完自动公布结果；可以离开这一页',
  published: '结果已公布：公示、答复异议、报备案',
  withdrawn: '已撤回，不再表决',
};

export const PRIMARY = {
  publish: '核对并发布公告',
  registers: '投票登记',
  box: '开箱计票',
  nominations: '资格审查',
} as const;

export const WAYS = {
  nominations: { words: '候选人和资格审查', hint: '谁报了名，谁能上选票' },
  roll: { words: '更正业主名册', hint: '公告期内有人有理由，改了什么都公开' },
  callers: { words: '安排上门人员', hint: '只有派到那栋楼的人能看到谁还没投' },
  doors: { words: '扫楼名单', hint: '您负责的楼里还没投的房子；每次查看都有记录' },
  registers: { words: '投票登记', hint: '纸质票送达和回收、投票人、委托、“不是我投的”' },
  box: { words: '开箱计票', hint: '唱票、计票、监票人签字' },
  objections: { words: '异议和答复', hint: '业主对结果的异议' },
  log: { words: '存证日志', hint: '条数、根、检查点，各方见证签名' },
} as const;
export const OWNERS_SEE = { words: '业主看到的样子', hint: '公告、事项和投票的页面' } as const;

export const HELPER = {
  phone: '手机号',
  phoneWrong: '请填 11 位手机号',
  find: '就是这位',
} as const;

export const DRAFT = {
  title: '准备表决',
  start: '发起表决',
  amend: '修改内容',
  how: '先写成草稿，只有办理的人看得到；发公告后一个字也不能改。',
  fromTopic: '来自四方会议的议题',
  fromTopicHint: '打开看看是怎么商量到这一步的',
  name: '这次表决叫什么',
  namePlaceholder: '例如：第 3 次业主大会',
  nameMissing: '请写一个名称，最多 60 个字',
  starter: '由谁发起',
  starterHint: {
    'owners-committee': '已经有业委会',
    'preparatory-group': '还没有业委会，首次业主大会',
    'election-group': '业委会任期届满换届',
    'committee-of-residents': '没有业委会，由居委会代行',
  },
  choose: '请选一项',
  scopeTitle: '由谁表决',
  scope: '表决范围',
  scopeAll: '全小区业主',
  scopePart: '只由承担费用的楼或单元',
  scopePartHint: '要写明当地哪条规定允许',
  addPlace: '加一栋楼或一个单元',
  placesMissing: '请至少选一栋楼或一个单元',
  basis: '依据',
  basisHint: '当地规定的名称和条款，会印在公告上',
  basisMissing: '请写明依据',
  kind: '属于哪一类事项',
  otherKind: '换一类',
  matterTitle: '事项名称',
  matterTitleMissing: '请写事项名称，最多 60 个字',
  words: '表决内容，逐字写明',
  wordsHint: '公告和选票上就是这段话，业主对这段话表决',
  wordsMissing: '请写明要表决的内容',
  remove: '删掉',
  removeLabel: (index: number): string => `删掉第 ${String(index)} 项`,
  addMatter: '再加一项',
  attachments: '附件（拍照或图片）',
  addAttachment: '加附件',
  moneyWrong: '请填金额，例如 12000 或 12000.50',
  fund: {
    works: '做什么工程',
    worksMissing: '请写明做什么工程',
    budget: '预算',
    balance: '范围内维修资金余额',
    fromFund: '从维修资金里出',
    apportionment: '怎么分摊',
    apportionmentHint: '业主会看到自己家要出多少',
    uneven: '从维修资金里出的钱不能超过预算和余额',
  },
  electing: '选全部委员，还是补上空缺',
  electingOf: {
    whole: { words: '整届选举', hint: '业委会全部委员' },
    some: { words: '补选', hint: '补上空缺，或者更换个别委员' },
  },
  size: '业委会共有委员几名',
  sizeHint: '5 到 11 名，单数',
  sizeWrong: '委员要 5 到 11 名，而且是单数',
  seats: '这次补选几名',
  seatsWrong: '至少 1 名，不超过业委会的委员人数',
  alternates: '候补几名',
  alternatesWrong: '候补 0 到 5 名',
  candidatesLater: '候选人在“推选候选人”里报名，资格审查通过后印上选票。',
  incomplete: '还有几处没填好，请看标出来的地方。',
  begin: '存为草稿',
  begun: '已存为草稿',
  save: '保存修改',
  saved: '已保存',
  arrived: '已经记上了。',
  see: '打开看看',
} as const;

export const SCRUTINEERS = {
  title: '监票人',
  how: '名字印在公告上。开箱时到场，票数都核对完由每一位签字。最多 7 位。候选人和物业公司的人不能监票。',
  add: '加一位监票人',
  hint: '对方要先在“我的”里绑定这个号码',
  remove: '去掉',
  saved: '监票人已更新',
} as const;

export const NOMINATIONS = {
  title: '资格审查',
  call: '推选候选人',
  callVerb: '开始推选',
  callWhat: (until: string): string => `业主从现在起可以自荐或联名推荐，到 ${until} 为止。期间不能修改表决内容。`,
  until: '到哪一天',
  called: '已开始推选，业主会收到通知',
  noneHint: '到期前业主可以自荐或互相推荐',
  notYours: '资格由社区工作人员审查。',
  pass: '符合条件',
  refuse: '不符合',
  passTitle: (name: string): string => `${name} 符合条件？`,
  passLines: ['会作为候选人印在公告和选票上。', '审查后不能再改。'],
  refuseTitle: (name: string): string => `${name} 不符合条件`,
  reason: '哪一条不符合',
  reasonHint: '本人和提名的业主会看到',
  reasonMissing: '请写明理由',
  checked: '已记下审查结果',
} as const;

export const PUBLISH = {
  title: '发布公告',
  times: '投票时间',
  opens: '开始',
  closes: '截止',
  earliest: (when: string): string => `现在发公告，最早可以 ${when} 开始`,
  earliestClose: (when: string): string => `按规则最早 ${when} 截止`,
  earliestIs: (when: string): string => `最早 ${when}`,
  ready: '各项检查都通过了，可以发公告',
  notReady: '还有挡住公告的几项，处理好才能发',
  checks: '逐项检查',
  blocks: '要处理',
  warns: '请留意',
  fine: '没问题',
  verb: '发布公告',
  confirm: '发布后就定了，请再看一遍',
  matter: (index: number, title: string, threshold: string): string =>
    `第 ${String(index)} 项：${title}（${threshold}）`,
  electorate: (homes: number, heads: number, area: string): string =>
    `${String(homes)} 套房，${String(heads)} 人有投票权，专有部分面积 ${area}`,
  scrutineers: '监票人：',
  consultative: '性质：征求意见。公告、选票、结果上都会写明。',
  designated: '性质：业主大会表决。',
  final: '发布后事项、时间和人数面积不能再改，只能更正名册（有记录）、开始前撤回或投票中延长。全体业主会收到通知。',
  done: '公告已发布',
} as const;

interface CheckWords {
  readonly words: string;
  readonly reason: (facts: Facts) => string;
  /** The verb of the way to mend it. */
  readonly mend: string;
}

/** Every check of readiness: what it looks at, why it stands in the way, and what mends it. */
export const CHECK: Record<ReadinessCheck['check'], CheckWords> = {
  rules: { words: '表决规则', reason: () => '规则写的是业主大会表决，却没有写明指定平台的文件。', mend: '看表决规则' },
  'notice-days': {
    words: '公告天数',
    reason: (facts) => `公告到开始投票要满 ${num(facts, 'days')} 天。`,
    mend: '改到最早的上午九点',
  },
  'voting-days': {
    words: '投票天数',
    reason: (facts) => `投票要开放满 ${num(facts, 'days')} 天。`,
    mend: '改到最早的晚上八点',
  },
  roll: { words: '业主名册', reason: () => '这个小区还没有业主名册。', mend: '导入名册' },
  'roll-import': {
    words: '名册导入完整',
    reason: () => '名册和最近一次导入的控制总数对不上，可能导入还没做完。',
    mend: '看名册导入',
  },
  areas: {
    words: '面积',
    reason: (facts) => `有 ${num(facts, 'homes')} 套房没有面积，不能计票。`,
    mend: '补上面积',
  },
  heads: {
    words: '业主',
    reason: (facts) => `有 ${num(facts, 'homes')} 套房不知道是谁的，算不出人数。`,
    mend: '补上业主',
  },
  scope: { words: '表决范围', reason: () => '选的楼或单元里没有房子。', mend: '修改范围' },
  words: {
    words: '文字核验',
    reason: (facts) => (facts['state'] === 'held' ? '文字没有通过核验，请修改。' : '文字还在核验，通过后才能发公告。'),
    mend: '修改文字',
  },
  nominations: {
    words: '资格审查',
    reason: (facts) => `还有 ${num(facts, 'unchecked')} 份报名没有审查。`,
    mend: '去审查',
  },
  candidates: {
    words: '候选人',
    reason: (facts) => `名额 ${num(facts, 'seats')} 名，候选人 ${num(facts, 'candidates')} 名。`,
    mend: '看候选人',
  },
  scrutineers: {
    words: '监票人',
    reason: ({ why, name }) =>
      why === 'works-for-company'
        ? `${String(name)}在物业公司工作，不能监票。`
        : why === 'stands-for-election'
          ? `${String(name)}是候选人（或与候选人同名），不能监票。`
          : '公告上要写明监票人，还没有定。',
    mend: '定监票人',
  },
  'co-owners': {
    words: '共有的房子',
    reason: (facts) =>
      `有 ${num(facts, 'heads')} 户由几位共有人所有，要由他们定一位投票代表。公告会提醒，开始后也可以书面登记。`,
    mend: '',
  },
};

export const EXTEND = {
  title: '延长投票时间',
  what: (from: string, to: string): string =>
    `原定 ${from} 截止，改为 ${to}。只能往后延，会公告、通知业主，并记进存证日志，不能收回。`,
  until: '新的截止时间',
  early: '至少要比原来的截止时间晚一整天',
  reason: '理由',
  reasonMissing: '请写明理由，会公告',
  verb: '公告延长',
  done: '已延长，业主会收到通知',
} as const;

export const WITHDRAW = {
  title: '撤回这次表决？',
  what: '撤回后这次表决作废，公告上会写明理由，业主会收到通知。要表决须重新准备、重新公告。',
  whatDraft: '草稿撤回后不能再用，要表决须重新准备。',
  reason: '理由',
  missing: '请写明理由',
  verb: '撤回',
  done: '已撤回',
} as const;

export const PAPERS = {
  title: '打印和材料',
  notice: '公告（A4，可打印）',
  ballots: '打印表决票',
  ballotsHint: '按楼或单元打印，每张有编号。发出后在“投票登记”里登记送达。',
  ballotsWhere: '打印哪里的表决票',
  result: '结果公告（A4，可打印）',
  filing: '备案材料包',
  filingHint: '公告、名册更正、结果、日志数据包，一个压缩文件，报街道和住建部门备案。',
  filingName: (number: string): string => `beian-${number}.zip`,
} as const;

export const ROLL = {
  title: '更正业主名册',
  how: '公告期间有错可以改。谁改的、为什么改，全体业主都能看到；人数和面积随之更新。',
  over: '公告期已过，名册不能再改。这里是公告期间改过的。',
  pick: '选要更正的房子',
  none: '公告期间没有更正过。',
  done: '更正过的',
  areaChanged: (before: string, after: string): string => `面积 ${before}㎡ → ${after}㎡`,
  ownersChanged: '业主有变化',
  status: { owned: '已出售', unsold: '未出售', undelivered: '未交付' } satisfies Record<HomeStatus, string>,
  statusLabel: '房子状态',
  leaveEmpty: '只填要改的，空着的不变。',
  area: '专有部分面积',
  areaWrong: '面积在 5 到 2000 ㎡ 之间，例如 89.60',
  owners: '业主',
  ownersHint: '一行一位：姓名 证件末几位 手机号',
  ownersPlaceholder: '王小样 1234 13900000000',
  ownersWrong: '请一行写一位业主，先写姓名',
  reason: '更正的理由和凭据',
  reasonHint: '例如：按不动产登记证更正',
  reasonMissing: '请写明理由',
  nothing: '还没有填要改的内容',
  verb: '更正这套房',
  saved: '已更正，并记入公告',
} as const;

export const CALLERS = {
  title: '安排上门人员',
  how: '只能派业委会或社区的人，物业不行。派到哪栋楼，就只看得到那栋楼还没投的房子，每次查看都有记录。',
  none: '还没有安排上门人员。',
  add: '派一个人到一栋楼',
  where: '派到哪栋楼',
  who: '派谁去',
  whoHint: '业委会委员或社区工作人员绑定的号码',
  remove: '不派了',
  saved: '上门人员已更新',
  somewhere: '这栋楼',
} as const;

export const DOORS = {
  title: '扫楼名单',
  logged: '每次查看都会记下是谁、什么时候看的。名单只说哪家还没投，不说怎么投；请不要外传。',
  notYours: '没有派给您的楼。',
  show: '看还没投的',
  building: '这栋楼',
  progress: '这栋楼已投',
  numbers: (voted: number, homes: number): string => `${String(voted)} / ${String(homes)} 套`,
  none: '这栋楼都投了。',
  paperOut: '已送纸质票',
} as const;

export const REGISTER = {
  title: '投票登记',
  secrecy: '这里不显示谁用手机投了票。纸质票收回后，选择在截止开箱时才录入。',
  logged: '投票人没定的，手机上还没有投。每次查看都会记下是谁、什么时候看的。',
  find: '按房号找',
  many: '批量登记送达',
  filter: '只看',
  filters: {
    all: '全部',
    'no-elector': '投票人没定',
    'paper-out': '纸质票送出未收回',
    'paper-back': '纸质票已收回',
    disowned: '说“不是我投的”',
  },
  empty: {
    all: '还没有名册行，开始投票后才有。',
    'no-elector': '投票人都定了。',
    'paper-out': '没有送出未收回的纸质票。',
    'paper-back': '还没有收回的纸质票。',
    disowned: '没有人说票不是自己投的。',
  },
  entries: '登记经过',
  doors: '扫楼名单',
  owners: (count: number): string =>
    count === 0 ? '建设单位未售' : count === 1 ? '业主 1 位' : `共有人 ${String(count)} 位`,
  noElector: '投票人没定',
  noElectorHint: '投票人没定：凭材料登记，或等本人登录、共有人选定。',
  elector: (name: string): string => `由 ${name} 投`,
  by: {
    roll: '名册上的业主',
    staff: '凭材料登记',
    'co-owners': '共有人选定',
    proxy: '受委托',
  } satisfies Record<ElectorWay, string>,
  out: (serial: number): string => `${String(serial)} 号票已送出`,
  back: (serial: number): string => `${String(serial)} 号票已收回`,
  disowned: (serial: number): string => `${String(serial)} 号票：不是我投的`,
  voided: (serial: number): string => `${String(serial)} 号票已作废`,
} as const;

export const LINE = {
  no: (line: number): string => `名册第 ${String(line)} 行`,
  way: { signed: '当面签收', posted: '邮寄', notice: '公告送达' } satisfies Record<DeliveryWay, string>,
  wayLabel: '怎么送达的',
  delivered: (serial: number, way: string, when: string): string => `${String(serial)} 号票 ${way} · ${when}`,
  returned: (when: string, by: string | undefined): string =>
    [`${when} 收回`, ...(by === undefined ? [] : [by])].join(' · '),
  disowned: (when: string, words: string | undefined): string =>
    `${when} 这家说票不是他们投的${words === undefined ? '' : `：${words}`}`,
  voided: (serials: readonly number[]): string => `以前发过、已作废：${serials.map(String).join('、')} 号`,
  settled: (keep: boolean, reason: string): string => `${keep ? '核对后有效' : '核对后作废'}：${reason}`,
  does: {
    deliver: '登记送达',
    return: '登记收回',
    elector: '登记投票人',
    proxy: '登记委托',
    'end-proxy': '取消委托',
    settle: '核对“不是我投的”',
  },
  back: '返回',
  serial: '表决票编号',
  serialHint: '看票上印的编号',
  serialWrong: '请填票上的编号，1 到 6 位数字',
  choose: '请选一项',
  deliverPhoto: '拍签收单（可不拍）',
  deliverVerb: '登记送达',
  deliveredDone: '已登记送达',
  photosSending: '照片还没传完，请等一下再提交',
  returnWhat: '登记后这一户的票就用掉了，手机上不能再投；这家人会收到通知。不拍票面、不看选择，截止开箱时才录入。',
  returnSerialHint: '照着收回的票填，要和送达时的编号一致',
  handedInLabel: '谁交来的',
  handedInBy: {
    owner: '业主本人',
    household: '同住的人代交',
    collected: '工作人员上门收',
  } satisfies Record<HandedInBy, string>,
  returnVerb: '登记收回',
  returnedDone: '已登记收回，这家人会收到通知',
  settle: '核对结果',
  keep: '票有效',
  keepHint: '开箱时照常计入',
  void: '票作废',
  voidHint: '不计入；投票还没截止的，这家可以自己再投',
  reason: '核对了什么',
  reasonMissing: '请写明理由，这家人会看到',
  settleVerb: '记下结果',
  settledDone: '已记下核对结果',
  endProxyReason: '为什么取消',
  proxyEnded: '委托已取消',
} as const;

export const ELECTOR = {
  phone: '投票人的手机号',
  phoneHint: '对方要先在“我的”里绑定这个号码',
  phoneWrong: '请填 11 位手机号',
  owner: '看过房产证明，确认是这套房的业主。',
  coOwners: (count: number): string => `${String(count)} 位共有人书面商定一位投票代表，拍下书面材料。`,
  developer: '建设单位未售的房合起来算一人，由建设单位书面指定一位代表。',
  seen: '看过什么材料',
  seenPlaceholder: '不动产权证、身份证',
  proxySeen: '授权委托书、双方身份证',
  seenMissing: '请写明看过什么材料',
  photo: '拍材料',
  proxyPhoto: '拍授权委托书',
  photoMissing: '请拍下材料',
  verb: '登记投票人',
  done: '投票人已登记',
  proxyPhone: '受托人的手机号',
  proxyHow: (most: number): string => `只限这一次表决，书面委托，当面核对。一个人最多代 ${String(most)} 票。`,
  proxyVerb: '登记委托',
  proxyDone: '委托已登记，由受托人投',
} as const;

export const MANY = {
  title: '批量登记送达',
  reading: '正在读这里的名册',
  sending: '正在登记',
  none: '这里没有还没登记送达的。',
  first: '第一张票的编号',
  firstHint: '按房号顺序往下编；和票上不一致的逐张改',
  number: '全部选中并编号',
  choose: '请至少选一户',
  entered: '已登记',
  verb: (count: number): string => (count === 0 ? '登记送达' : `登记 ${String(count)} 户送达`),
} as const;

export const ENTRIES = {
  title: '登记经过',
  none: '还没有登记过。',
  kind: {
    'elector-named': '登记投票人',
    'voter-named': '共有人选投票代表',
    'elector-claimed': '业主登录后认领',
    'proxy-registered': '登记委托',
    'proxy-ended': '取消委托',
    delivered: '登记送达',
    returned: '登记收回',
    disowned: '不是我投的',
    settled: '核对结果',
    'count-signed': '监票人签字',
  } satisfies Record<(typeof BALLOT_EVENTS)[number], string>,
} as const;

export const BOX = {
  title: '开箱计票',
  progress: '已核对',
  papers: '收回的纸质票',
  paper: (serial: number): string => `${String(serial)} 号票`,
  back: '上一叠',
  onward: '下一叠',
  photo: (index: number): string => `票的照片 ${String(index)}，点开看大图`,
  photoChecking: '照片还在核验，请稍后再看。',
  photoNone: '还没有照片：唱票的人照着纸质票录，并拍下票面。',
  facePhoto: '拍票面',
  photoMissing: '请拍下票面，另一位要照着照片核对',
  photosSending: '照片还没传完，请等一下再提交',
  none: '没有收回纸质票，不用开箱。',
  task: { enter: '等唱票', confirm: '等您计票', wait: '等另一位', settle: '有争议', done: '已核对' },
  differsChip: { words: '两次不一样', tone: 'warning' as Tone },
  enterTitle: '唱票：照着票念一遍，录进来',
  enterHow: '拍下票面，票上怎么写就怎么录。看不清、多选、没选的，按废票录并写理由。',
  confirmTitle: '计票：再照着照片录一遍',
  confirmHow: '看不到第一个人录了什么。两次一样才算；不一样就从头再来。',
  differs: '上一次两个人录得不一样，请重新唱票。',
  what: '这张票',
  valid: '有效票',
  spoiled: '废票',
  unread: '这一项还没录',
  tooMany: '同意的候选人超过名额，这张票应按废票录。',
  reason: '为什么是废票',
  reasonHint: '例如：同一项打了两个钩、没有签名',
  reasonMissing: '请写明理由',
  enter: '录入这张票',
  confirm: '确认这张票',
  entered: '已录入，等另一位计票',
  confirmed: '两次一致，已核对',
  differed: '两次不一样，要从头再唱',
  disputed: '这家说票不是他们投的，先在投票登记里核对，才能计。',
  toSettle: '去核对',
  waits: '您已经录过这张票，等另一位计票。',
  isDone: '这张票已核对，不能再改。',
  scrutineers: '监票人',
  unsigned: '还没签',
  signedAt: (when: string): string => `已签 ${when}`,
  sign: '签字确认',
  signTitle: '监票人签字',
  signLines: (papers: number): string[] => [
    `您在场看着 ${String(papers)} 张纸质票唱票、计票，两次一致。`,
    '签字后不能收回。',
  ],
  signed: '已签字',
  finish: '结束开箱',
  finishTitle: '结束开箱，开始计票',
  finishLines: (papers: number, scrutineers: number): string[] => [
    `${String(papers)} 张纸质票已核对，${String(scrutineers)} 位监票人已签字。`,
    '之后由系统打开封存的选票合计，写入日志并公布结果，不能再改。',
  ],
  waitsForSigning: (until: string): string => `票已计完，等监票人签字。${until}还不签的，可以写明理由结束开箱。`,
  unsignedTitle: (names: string): string => `${names}没有签字`,
  unsignedWhat: '谁没签、为什么，会记进表决记录，和结果一起公布，不能再改。',
  unsignedReason: '为什么没有签字',
  unsignedMissing: '请写明理由',
  finished: '已结束开箱，正在计票',
  over: '开箱已结束，正在计票或已公布结果。',
} as const;

export const PARTY_NAME: Record<Party, string> = {
  'committee-of-residents': '居委会',
  'party-branch': '党组织',
  'owners-committee': '业委会',
  'property-company': '物业',
};

export const LOG = {
  title: '存证日志',
  how: '每一张票封存后在日志里占一条，只能往后加，不能改。各方用自己设备上的钥匙给检查点签名，谁也不能事后换掉日志。',
  checkpoint: '最新检查点',
  closed: '已封口',
  size: '日志现在',
  signedSize: '检查点',
  leaves: (size: number): string => `${String(size)} 条`,
  noCheckpoint: '还没有检查点。投票开始时做第一次，以后和公布参与人数同时做。',
  made: (when: string): string => `${when} 签发`,
  root: '根',
  key: '日志公钥（印在公告上）',
  witnesses: '见证的各方',
  noWitness: '还没有人登记见证钥匙。',
  onNewest: '已签最新检查点',
  neverSigned: '还没签过',
  lastSigned: (size: number): string => `最近签到第 ${String(size)} 条`,
  since: '登记',
  party: '您代表哪一方见证',
  mine: '我的见证',
  registerHow:
    '在这台设备上生成一把钥匙。私钥不离开这台设备，也取不出来；公钥写进日志，大家都能核对。换设备要另登记一把。',
  register: '生成钥匙并登记',
  registered: '钥匙已登记',
  cosignHow: '签名前，这台设备会自己核对：新的检查点是不是接着您上次签的那一个往下长。对不上就不签。',
  seen: (size: number): string => `您上次签到第 ${String(size)} 条，根：`,
  cosign: '核对并签名',
  cosigned: (size: number): string => `已核对并签到第 ${String(size)} 条`,
  faults: {
    unreadable: '检查点读不出来，没有签。',
    'other-log': '这不是这次表决的日志，没有签。请告诉监票人和社区。',
    shorter: '日志比您上次签的短了，没有签。请告诉监票人和社区，并保留这台设备。',
    changed: '同样长的日志换了内容，没有签。请告诉监票人和社区，并保留这台设备。',
    'proof-wrong': '证明接不上您上次签的检查点，没有签。可能是网络不好，再试一次；一直这样，请告诉监票人和社区。',
    'key-lost': '这台设备存不了钥匙，请换一个浏览器或关掉无痕模式。',
  } satisfies Record<WitnessFault | 'key-lost', string>,
  inBrowser: '微信里不能生成见证钥匙。请用手机或电脑的浏览器打开这一页。',
  copyAddress: '复制网址',
} as const;

export const OBJECTIONS = {
  title: '答复异议',
  answer: '答复',
  label: '您的答复',
  hint: '会和异议一起公开，答复后不能改',
  missing: '请写明答复',
  verb: '公开答复',
  done: '已答复，提出的业主会收到通知',
} as const;

export const HANDOVER = {
  title: '物业交接',
  how: '原物业要交出的东西逐项打钩。办完交接那一步，在办工单转给新物业，原物业的权限同时收回（《民法典》第九百四十九条）。',
  after: '选聘物业的表决通过了，可以安排交接。',
  none: '没有安排过交接。',
  plan: '安排交接',
  planned: '已安排交接',
  basis: '凭什么交接',
  byVote: '依据：全体业主表决通过',
  byStreet: '没有表决，由街道办理',
  byStreetReason: (reason: string): string => `依据：街道办理。${reason}`,
  noDecision: '还没有选聘或解聘物业、已公布通过的表决。原物业自行撤离、合同到期或街道应急托管的，由街道办理。',
  reason: '原物业为什么离开',
  reasonHint: '例如：合同到期不续，街道应急托管',
  reasonMissing: '请写明理由',
  advisory: '这次表决只是征求意见，不是正式决定。请拍下业主大会的正式决定，凭它交接。',
  decision: '正式决定',
  decisionMissing: '请拍下业主大会的正式决定，例如盖章的决议',
  documents: '加上材料照片',
  documentsMissing: '请拍下材料，例如撤离告知书、街道文件',
  from: '原物业',
  to: '新物业：',
  toHow: '新物业现在管哪个小区？按小区名找到它。',
  toSearch: '小区名',
  toNone: '没有找到这个小区。',
  toNoCompany: '这个小区没有登记物业。新物业要先由管理员登记。',
  toMissing: '请选新物业',
  other: '换一家',
  onDay: '交接日',
  onDayHint: '到这一天才能办完交接',
  state: { planned: '准备交接', moving: '正在转移工单', done: '已交接', cancelled: '已取消' },
  on: (day: string): string => `交接日 ${day}`,
  progress: '清单',
  orders: (moved: number): string => `已把 ${String(moved)} 件在办工单转给新物业`,
  done: '已交',
  open: '没交',
  markDone: '打钩',
  note: '写说明',
  noteLabel: '说明',
  noteMissing: '请写说明',
  noteVerb: '保存说明',
  complete: '办完交接',
  completeTitle: '办完交接？',
  completeLines: (from: string, to: string): string[] => [
    `${to} 从现在起服务本小区，在办工单全部转给它。`,
    `${from} 的人从现在起看不到本小区的工单和住户。`,
    '不能收回。',
  ],
  completed: '交接已办完',
  notAll: '在办工单还没转完，请继续办理',
  cutOff: '新物业已接手，在办工单还没全部转完。接着办就行，已转的不会再转。',
  goOn: '继续办理',
  cancel: '取消这次交接',
  cancelReason: '为什么取消',
  cancelMissing: '请写明理由',
  cancelDone: '已取消交接',
  cancelledBy: (by: string, reason: string): string => `${by} 取消：${reason}`,
  item: {
    'property-rooms': { words: '物业服务用房', hint: '办公室、值班室、库房' },
    'shared-facilities': { words: '共用设施设备', hint: '电梯、水泵、配电、消防，运行状况' },
    'building-documents': { words: '工程和设备资料', hint: '竣工图、设备说明、维修记录' },
    'owners-documents': { words: '业主和住户资料', hint: '名册、装修档案' },
    accounts: { words: '账目', hint: '公共收益、维修资金使用明细' },
    'prepaid-fees': { words: '预收费用', hint: '预收的物业费、押金' },
    'staff-and-keys': { words: '人员和钥匙', hint: '门禁、机房钥匙、监控密码' },
    'safety-records': { words: '安全记录', hint: '消防、电梯检验、隐患台账' },
  } satisfies Record<HandOverItem, { readonly words: string; readonly hint: string }>,
} as const;

export const MEETING = {
  title: '业委会会议',
  list: '业委会会议',
  none: '还没有开过业委会会议。',
  gone: '没有找到这次会议。',
  call: '召集业委会会议',
  callVerb: '告知议程',
  called: '议程已告知每位委员',
  rule: (days: number, publish: number): string =>
    `议程至少提前 ${String(days)} 天告知；过半委员到会、全体委员过半同意才通过；不能代投；${String(publish)} 天内公布。`,
  name: '会议名称',
  nameMissing: '请写会议名称',
  when: '开会时间',
  earliest: (when: string): string => `最早 ${when}`,
  early: (when: string): string => `议程要提前告知，最早 ${when}`,
  venue: '地点',
  venueMissing: '请写地点',
  matter: (index: number): string => `第 ${String(index)} 项`,
  matterTitle: '事项名称',
  matterTitleMissing: '请写事项名称',
  words: '要决定什么',
  wordsMissing: '请写明要决定什么',
  addMatter: '再加一项',
  propose: '业委会可以议定提请业主大会表决：事项名称写成“提请业主大会表决……”。',
  notYet: '还没签到',
  mine: (choice: string): string => `您的意见：${choice}`,
  attendFirst: '请先签到，再表决。',
  former: '您已经不是业委会委员，不能签到和表决。',
  state: '表决这一项',
  stateTitle: '表决后不能改',
  stateFinal: '散会后公布每位委员怎么表决。',
  stated: '已记下您的意见',
  statedCount: (stated: number, members: number): string =>
    `已表决 ${String(stated)} 人，全体委员 ${String(members)} 人；散会前不显示怎么选的`,
  attended: '已签到',
  opened: '会议开始',
  closed: '已散会，可以公布结果',
  published: '已公布',
  cancelled: '已取消，委员会收到通知',
  cancel: '取消会议',
  cancelReason: '为什么取消',
  cancelMissing: '请写明理由',
  step: {
    attend: { verb: '我到会签到', title: '签到', lines: ['只能本人签到，不能代签。'] },
    open: { verb: '开始会议', title: '开始会议？', lines: ['过半委员已到会才能开始。开始后委员逐项表决。'] },
    close: {
      verb: '散会',
      title: '散会？',
      lines: ['散会后不能再表决，票数和每位委员的意见就定了。'],
    },
    publish: {
      verb: '公布结果',
      title: '公布结果？',
      lines: ['每一项的结果和每位委员怎么表决，会在小区公布，不能收回。'],
    },
  },
} as const;

export const REPAIRS = {
  title: '应急维修',
  list: '应急维修',
  gone: '没有找到这次应急维修。',
  declare: '申报应急维修',
  declareVerb: '申报并公告',
  declareTitle: '申报应急维修？',
  declareLines: (title: string, estimate: string): string[] => [
    title,
    `估计花费 ${estimate}，从维修资金出。`,
    '马上向业主公告，由社区核实；修完 30 天内公布账目。不能收回。',
  ],
  declared: '已申报并公告',
  kind: '哪一种危急情况',
  name: '一句话说明',
  nameMissing: '请写一句话说明',
  words: '现在是什么情况，准备怎么修',
  wordsHint: '业主都会看到',
  wordsMissing: '请写明情况',
  where: '由哪些楼或单元承担',
  whole: (compound: string): string => `${compound}全体业主`,
  photos: '现场照片',
  check: '核实是不是应急',
  checkWords: '核实的情况',
  checkMissing: '请写明核实的情况',
  checkVerb: '记下核实结果',
  verdict: '核实结果',
  confirmed: '属实，可以先修',
  confirmedHint: '不经表决使用维修资金',
  refused: '不属于应急',
  refusedHint: '要由业主表决',
  checked: '已记下核实结果',
  spent: '实际花了多少',
  finished: '已报完工',
  accounted: '账目已公布',
  step: { check: '核实', finish: '报告完工', account: '公布账目' },
  finishSheet: {
    title: '报告完工',
    label: '修了什么',
    placeholder: '例如：更换屋面防水 60 平方米，试水 24 小时不漏',
    missing: '请写明修了什么',
    verb: '报告完工',
    addWords: '完工照片',
    photoMissing: '请拍完工照片',
  },
  accountSheet: {
    title: '公布账目',
    label: '怎么花的',
    placeholder: '例如：材料 8000 元，人工 4000 元',
    missing: '请写明怎么花的',
    verb: '公布账目',
    addWords: '票据照片',
    photoMissing: '请拍票据',
  },
} as const;

export const RULES = {
  title: '表决规则',
  change: '修改规则',
  save: '保存为新版本',
  saved: '新规则已生效',
  fixed: '参与三分之二、同意过半或四分之三，由民法典第二百七十八条规定，这里不能改。',
  version: (version: number): string => (version === 0 ? '默认规则' : `第 ${String(version)} 版`),
  running: '已经开始准备的表决仍按它开始时的规则。',
  history: '改过什么',
  noHistory: '没有改过，用的是默认规则。',
  yes: '是',
  no: '否',
  outOf: (least: number, most: number): string => `请填 ${String(least)} 到 ${String(most)} 之间的整数`,
  force: '法律效力',
  forceHint: {
    consultative: '结果供业主参考，处处写明征求意见',
    designated: '住建部门指定的平台，手机票依法有效',
  },
  designatedBy: '指定文件',
  designatedHint: '文件名称和文号，会印在公告和结果上',
  designatedMissing: '请写指定文件的名称和文号',
  reason: '为什么改',
  reasonMissing: '请写明理由，大家都看得到',
} as const;

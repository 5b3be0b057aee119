import type { Party } from '@gongyi/shared/district/organisation';
import type { Stance } from '@gongyi/shared/council/outcome';
import type { SessionEventKind } from '@gongyi/shared/council/session';
import type { Matter } from '@gongyi/shared/council/reserved-matters';
import type { Rating, REDIRECTS, TopicEventKind } from '@gongyi/shared/council/topic';

/** The words of topics, from the idea to the last task. The words of sessions are in `session-copy.ts`. */
export type Redirect = (typeof REDIRECTS)[number];

export const PARTY: Record<Party, string> = {
  'committee-of-residents': '居委会',
  'party-branch': '小区党组织',
  'owners-committee': '业委会',
  'property-company': '物业公司',
};
export const STANCE: Record<Stance, string> = { agree: '同意', object: '不同意', reserve: '保留意见' };
export const RATING: Record<Rating, string> = { good: '满意', fair: '基本满意', poor: '不满意' };
export const REDIRECT: Record<Redirect, { readonly words: string; readonly hint: string }> = {
  request: { words: '转报事', hint: '具体的修修补补，报事更快' },
  vote: { words: '转业主表决', hint: '民法典第二百七十八条的事，由业主共同决定' },
  street: { words: '转街道', hint: '超出小区范围，四方办不了' },
};

/** What a topic is about, as a neighbour would say it; the law's own words stand in `MATTER_WORDS`. */
export const MATTER: Record<Matter, string> = {
  'common-affairs': '小区共同事务',
  'rules-of-procedure': '业主大会议事规则',
  covenant: '管理规约',
  'committee-election': '选举、更换业委会',
  'property-company-hiring': '选聘、解聘物业',
  'fund-use': '使用维修资金',
  'fund-raising': '筹集维修资金',
  rebuilding: '改建、重建，加装电梯',
  'common-parts-use': '改变共有部分用途，或用来经营',
  'other-major': '其他重大事项',
};

export const TOPIC_EVENT: Record<TopicEventKind, string> = {
  proposed: '提出议题',
  amended: '修改议题',
  seconded: '附议',
  commented: '发表意见',
  'comment-hidden': '一条意见不再显示',
  withdrawn: '提议人撤回',
  accepted: '初审通过，受理',
  merged: '并入另一件议题',
  'took-in': '并入一件相近的议题',
  returned: '退回修改',
  redirected: '转出办理',
  scheduled: '列入会议议程',
  unscheduled: '移出会议议程',
  agreed: '四方议定',
  deferred: '留待以后再议',
  referred: '报街道',
  published: '开始公示',
  'in-force': '公示期满，开始办理',
  progress: '任务有进展',
  'task-done': '任务办完',
  'task-overdue': '任务超期，已告知街道',
  'screening-overdue': '初审超过时限，已告知街道',
  supervised: '监督意见',
  rated: '居民评价',
};

const ITEMS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
/** 民法典第二百七十八条第（五）项 */
export const articleWords = (item: number): string => `民法典第二百七十八条第（${ITEMS[item] ?? String(item)}）项`;

const many = (count: number, what: string): string => `${String(count)} ${what}`;

export const PROPOSE = {
  title: '提个议题',
  amendTitle: '修改议题',
  how: '一件议题只说一件事，写明怎么回事、希望怎么办。提议人会显示为“3号楼 王**”。',
  name: '议题，一句话',
  namePlaceholder: '例如：北门口装一排电动车充电桩',
  words: '怎么回事，希望怎么办',
  wordsPlaceholder: '例如：北门只有一个插座，大家飞线充电不安全。希望在车棚边装 10 个充电桩。',
  spot: '在小区哪儿',
  spotPlaceholder: '例如：北门车棚',
  photos: '照片',
  photosHint: '最多 9 张，没有也可以提',
  matter: '这是哪一类事？',
  matterHow: '绝大多数是“小区共同事务”。其余几类，法律规定由业主共同决定：可以提，初审时会转为业主表决。',
  matterChange: '换一类',
  matterCommon: '四方可以议定的事',
  matterOwners: '依法要业主共同决定的事',
  matterOwnersHint: (item: number, law: string): string => `${articleWords(item)}：${law}`,
  reserved: (item: number, law: string): string =>
    `这像是“${law}”。依${articleWords(item)}，这件事由业主共同决定，四方会议不能议定。`,
  reservedThen: '仍然可以提出来：社区党组织初审时会转为业主表决，附议过的邻居都会收到通知。',
  as: '以什么身份提？',
  asResident: '我自己',
  asResidentHint: '以住户身份，邻居可以附议',
  asParty: '代表本单位',
  similar: '小区里有人提过相近的议题',
  similarHint: '附议就算一起提了，后面每一步都会通知您',
  second: '我要附议',
  submit: '提交议题',
  resubmit: '提交修改',
  sending: '正在提交',
  signIn: '提交时用微信登录，只要一次。',
  restored: '上次没写完的还在',
  restart: '重新写',
  unknown: '网络断了，不确定有没有提交成功。正在核对，不会重复提交',
  waiting: '没有网络，已存为待发送，联网后自动提交',
  stranger: '您还没有认领这个小区的住房。认领并核实后才能提议，写好的内容会留着。',
  claim: '认领住房',
  noCompound: '先选一下您住的小区',
  pick: '选择小区',
  photosMissing: (count: number): string => `${many(count, '张照片')}还没传上去`,
  withoutThem: '不带照片先提交',
  gaps: {
    title: '请写一句话，说明是什么事',
    words: '请写明怎么回事、希望怎么办',
    'photos-sending': '照片传完再提交',
  },
} as const;

export const TOPIC = {
  title: '议题',
  proposed: (number: string): string => `已提交，编号 ${number}。文字核验通过后，邻居就能看到`,
  number: (number: string): string => `编号 ${number}`,
  what: '提的是什么',
  by: (name: string, when: string): string => `${name}，${when} 提议`,
  version: (version: number): string => `第 ${String(version)} 版`,
  versions: '历次版本',
  showVersions: '看历次版本',
  held: '文字未通过审核，不显示',
  checking: '文字正在核验，通过后显示',
  heldMine: '文字没有通过审核，邻居看不到。请点“修改”，去掉不合适的内容再提交',
  checkingMine: '文字正在核验，通过后邻居才能看到',
  spot: (spot: string): string => `位置：${spot}`,
  matter: (words: string): string => `类别：${words}`,
  second: '我要附议',
  seconds: (count: number): string => `已有 ${String(count)} 人附议`,
  noSeconds: '还没有人附议',
  mayStand: '觉得在理就附议，后面每一步都会通知您。',
  stoodBehind: '附议、说过意见的邻居，每一步都会收到通知。',
  secondedByMe: '您已附议，每一步都会通知您',
  secondedEarlier: (seen: number, version: number): string =>
    `您附议的是第 ${String(seen)} 版，议题后来改过，现在是第 ${String(version)} 版。新旧写法在“历次版本”里。`,
  seconded: '已附议，进展会通知您',
  mine: '这是您提的议题，每一步都会通知您',
  mergedFrom: '并进来的议题',
  mergedInto: '看并入的那一件',
  took: (title: string, seconds: number): string => `${title}（带来 ${String(seconds)} 人附议）`,
  reason: (reason: string): string => `理由：${reason}`,
  toSession: '看会议',
  toNotice: '看公示',
  toRequests: '去报事',
  toVotes: '看业主表决',
  becameVote: (title: string): string => `转为业主表决：${title}`,
  voteNumber: (number: string, force: 'consultative' | 'designated'): string =>
    force === 'consultative' ? `${number} · 征求意见` : number,
  prepareVote: '准备业主表决',
  toRecord: '核对这件议题的记录',
  recordHint: '每一步都带着上一步的指纹，谁都改不了',
  timeline: '从提出到办完',
  amend: '修改',
  withdraw: '撤回',
  withdrawTitle: '撤回这件议题？',
  withdrawLines: ['撤回后不再初审，附议过的邻居会收到通知。记录还在，以后可以重新提。'],
  withdrawn: '已撤回',
  tellHint: '受理、上会、议定、办完时各提醒一次',
  share: (compound: string, title: string, status: string): string => `${compound}议题“${title}”：${status}`,
} as const;

/** What happens next, and until when. */
export const NEXT = {
  gathering: (missing: number): string => `再有 ${String(missing)} 人附议，就开始初审`,
  screening: (when: string): string => `社区党组织在${when} 前初审：受理、合并、退回或转出`,
  screeningLate: (when: string): string => `本应在${when} 前初审，已超过时限，街道已知道`,
  returned: '请提议人修改后再提交，重新初审',
  accepted: (days: number): string => `等社区党组织召集会议，开会前至少 ${String(days)} 天通知`,
  scheduled: (when: string, venue: string): string => `${when} 在${venue}开会商量`,
  noSession: '已排上会议，等开会',
  inSession: '正在开会商量',
  adjourned: '会议暂停，择时继续',
  agreed: '会议纪要经四方确认后公示',
  onNotice: (when: string): string => `公示到 ${when}，有异议可以在公示里提，每一条都要答复`,
  task: (party: string, when: string): string => `${party}的任务，${when} 到期`,
  taskLate: (party: string): string => `${party}的任务已超期，街道已知道`,
  done: '任务都办完了，请邻居评价',
  referred: '四方没有议定，由街道接着办',
  redirected: {
    request: '这件事走报事办理更快，请到“报事”里提交',
    vote: '这件事依法由业主共同决定，转为业主表决',
    street: '这件事超出小区范围，转街道办理',
  },
  merged: '附议的人都算到并入的那一件里，进展照样通知',
  withdrawn: '提议人已撤回，不再往下走',
} as const;

export const TABLE = {
  empty: '暂无单位',
  standIn: (body: string): string => `${body}代行`,
  waiting: '未开会',
  absent: '未到',
  signedIn: '已到',
  spoken: (stance: string): string => `已表态：${stance}`,
  tasks: (done: number, all: number): string => `任务 ${String(done)}/${String(all)}`,
  finished: (all: number): string => `${String(all)} 项任务办完`,
  captions: { seconds: '人附议', signedIn: '方已到', spoken: '方已表态', agreed: '方同意', tasks: '任务办完' },
} as const;

export const RESOLUTION = {
  title: '议定事项',
  failed: '没有议定',
  consensus: '四方协商一致',
  vote: '每方一票',
  agreeing: (parties: string): string => `同意：${parties}`,
  objecting: (parties: string): string => `不同意：${parties}`,
  reserving: (parties: string): string => `保留意见：${parties}`,
  when: (when: string): string => `${when} 议定`,
} as const;

export const TASKS = {
  title: '谁来办、什么时候办完',
  due: (when: string): string => `${when} 前`,
  done: (when: string): string => `${when} 办完`,
  overdue: (when: string): string => `${when} 起超期，街道已知道`,
  steps: '步骤',
  step: (words: string, done: boolean): string => (done ? `${words}（已做完）` : words),
  progress: '记进展',
  finish: '办完了',
  progressTitle: '记一笔进展',
  finishTitle: '任务办完',
  progressLabel: '办到哪一步了？',
  finishLabel: '办成了什么样？',
  progressPlaceholder: '例如：充电桩已到货，周三开始安装',
  finishPlaceholder: '例如：10 个充电桩全部通电，已试用',
  progressVerb: '提交进展',
  finishVerb: '确认办完',
  finishHint: '提交后大家都看得到；全部任务办完后由居民评价。',
  stepsDone: '这次做完的步骤',
  progressSaid: '已记下，关心的人会收到通知',
  finishSaid: '已办完，关心的人会收到通知',
  addPhoto: '拍照片',
  supervise: '写监督意见',
  superviseLabel: '看到了什么，要怎么改',
  supervisePlaceholder: '例如：到现场看过，还差两个没通电，请本周内补齐',
  superviseVerb: '发出监督意见',
  superviseAbout: '关于哪一项任务？',
  superviseAll: '整件事',
  superviseSaid: '已发出，各方和关心的邻居会收到通知',
  handedUp: '街道办理',
  report: '写办理情况',
  reportLabel: '办得怎样了',
  reportPlaceholder: '例如：已约市政下周三来看现场，结果写在这里',
  reportVerb: '写下办理情况',
  reportSaid: '已写下，关心的邻居会收到通知',
  needWords: '请写一句，大家看得到',
} as const;

export const RATE = {
  title: '办得怎么样？请您评价',
  result: '居民评价',
  label: '您的评价',
  words: '想补充什么',
  placeholder: '例如：充电方便多了，希望再加个雨棚',
  verb: '提交评价',
  thanks: '谢谢，已记下您的评价',
  mine: '您已评价',
  count: (count: number, all: number): string => `${String(count)} / ${String(all)}`,
} as const;

export const COMMENTS = {
  title: (count: number): string => (count === 0 ? '邻居的意见' : `邻居的意见 ${String(count)}`),
  none: '还没有人说话。',
  label: '说说您的意见',
  placeholder: '例如：充电桩离楼远一点更安全',
  verb: '发表意见',
  said: '已发表，核验通过后大家能看到',
  hide: '不再显示',
  hideTitle: '这条意见不再显示',
  hideLabel: '为什么不显示',
  hidePlaceholder: '例如：写了别人家的门牌和电话',
  hideVerb: '不再显示这条意见',
  hidden: '这条意见已不再显示',
  mine: '我',
  more: (count: number): string => `看前面 ${String(count)} 条`,
} as const;

export const SCREEN = {
  verb: '初审',
  later: '合并或转出这件议题',
  title: '初审这件议题',
  label: '怎么处理？',
  accept: '受理',
  acceptHint: '进入待上会，召集会议时列入议程',
  merge: '合并',
  mergeHint: '和另一件相近，附议的人一起并过去',
  return: '退回',
  returnHint: '写得不清楚，或不止一件事，请提议人修改',
  redirect: '转出',
  redirectHint: '转报事、转业主表决或转街道',
  acceptWords: '对提议人说一句',
  acceptPlaceholder: '例如：下周的会上商量，请到时参加',
  into: '并到哪一件？',
  intoNone: '小区里没有别的可以合并的议题。',
  to: '转到哪里？',
  reason: '理由',
  reasonPlaceholder: '提议人和附议的人都看得到',
  verbs: { accept: '受理这件议题', merge: '合并', return: '退回修改', redirect: '转出' },
  needReason: '请写明理由，提议人看得到',
  needInto: '请选一件',
  needTo: '请选转到哪里',
  said: { accept: '已受理', merge: '已合并', return: '已退回，提议人会收到通知', redirect: '已转出' },
  unchecked: '文字还在核验，通过后才能受理；现在可以合并、退回或转出。',
  ownersDecide: '四方不能议定这件事',
  toVote: '转为业主表决',
  toVoteWords: '这件事依法由业主共同决定，转为业主表决。',
  toVoteReason: (item: number, law: string): string => `“${law}”依${articleWords(item)}由业主共同决定，转为业主表决。`,
} as const;

export const MINE = {
  title: '我的议题',
  signIn: '登录后，能看到您提过、附议过、说过意见的议题都怎么样了。',
  signInVerb: '登录看看',
  empty: '您还没有提过或附议过议题。',
  emptyHint: '有想和大家商量的事，提出来试试。',
  propose: '提个议题',
} as const;

/** What a step of the timeline adds. */
export const STEP = {
  version: (version: number): string => `第 ${String(version)} 版`,
  title: (title: string): string => `“${title}”`,
  seconds: (count: number): string => `带来 ${String(count)} 人附议`,
  startsAt: (when: string): string => `${when} 开会`,
  endsAt: (when: string): string => `公示到 ${when}`,
} as const;

/** What a step of a session's record is called. */
export const SESSION_STEP: Record<SessionEventKind, string> = {
  called: '召集会议',
  answered: '答复邀请',
  'substitute-named': '指定代替的代表',
  'observer-invited': '邀请列席',
  cancelled: '取消会议',
  opened: '会议开始',
  'signed-in': '签到',
  failed: '到的方不够，流会',
  'item-opened': '开始议一个议题',
  'position-stated': '一方表态',
  'vote-called': '转为每方一票',
  'item-concluded': '议定',
  'item-deferred': '留待以后再议',
  'item-referred': '报街道',
  adjourned: '休会',
  resumed: '继续开会',
  ended: '会议结束',
  'minutes-edited': '修改纪要',
  'minutes-sent': '纪要送各方',
  'minutes-confirmed': '一方确认纪要',
  'minutes-disputed': '一方对纪要有意见',
  'minutes-locked': '纪要锁定',
  'minutes-overdue': '纪要超过时限，已告知街道',
  published: '开始公示',
  objected: '提出异议',
  'objection-answered': '答复异议',
  'notice-ended': '公示期满',
};

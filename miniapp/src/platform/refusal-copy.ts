import { clockWords } from '../ui/time-words';
import type { Refusal, RefusalCode, RefusalFacts } from '@gongyi/shared/kernel/refusal';
import type { Outcome } from './api-client';
import { serverNow } from './clock';

type Copy = (facts: RefusalFacts) => string;

/** A fact that is an instant, in words: 今天 14:00. Else what stands in for it. */
const when = (facts: RefusalFacts, name: string, otherwise: string): string => {
  const at = facts[name];
  return typeof at === 'number' ? clockWords(at, serverNow()) : otherwise;
};
const named = (facts: RefusalFacts, name: string, otherwise: string): string => {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : otherwise;
};

/** How long to wait, in words: 3 分钟. */
const waitWords = ({ retryAfterSeconds }: RefusalFacts): string =>
  typeof retryAfterSeconds === 'number' ? `${String(Math.max(1, Math.ceil(retryAfterSeconds / 60)))} 分钟` : '过几分钟';
const count = (facts: RefusalFacts, name: string): string => {
  const value = facts[name];
  return typeof value === 'number' ? String(value) : '';
};
const PARTY_WORDS: Readonly<Record<string, string>> = {
  'committee-of-residents': '居委会',
  'party-branch': '党组织',
  'owners-committee': '业委会',
  'property-company': '物业',
};
/** Parties named in a fact, in words: 业委会、物业. */
const parties = (facts: RefusalFacts, name: string, otherwise: string): string => {
  const list = named(facts, name, '');
  return list === ''
    ? otherwise
    : list
        .split(',')
        .map((party) => PARTY_WORDS[party] ?? '')
        .join('、');
};

const TIMES_WORDS: Readonly<Record<string, string>> = {
  'slot-too-short': '一个时段至少十五分钟。',
  'slot-too-long': '一个时段最长十二小时。',
  'begins-in-past': '开始时间要晚于现在。',
  'too-far': '最多提前一年发布。',
  'shift-too-long': '一次活动最多跨三天，更长的请分开发布。',
  'window-empty': '报名截止要晚于报名开始。',
  'closes-after-end': '报名截止不能晚于活动结束。',
  'cancel-after-start': '取消期限不能晚于活动开始。',
  'until-before-from': '结束日期要晚于开始日期。',
  'series-too-long': '周期活动最长一年，到期再发。',
  'no-dates': '按这个规律没有一天要办，请再看看。',
};

/** What a refusal says on screen: the reason, and the way on. Complete by its type. */
export const REFUSAL_COPY: Record<RefusalCode, Copy> = {
  'invalid-input': () => '有一处没填对，请看看标出来的地方。',
  'key-missing': () => '没有提交成功，请再点一次。',
  'cursor-invalid': () => '列表已更新，请下拉刷新。',
  'sign-in-needed': () => '请先登录。',
  'privacy-consent-needed': () => '需要先同意隐私说明，才能保存您的信息。',
  'phone-needed': () => '需要先绑定手机号，在“我的”里绑定。',
  'not-found': () => '没有找到，可能已被撤回，或不在您能看的范围。',
  gone: () => '这个已经失效了。',
  'body-too-large': () => '内容太大了，请少传几张或换小一点的。',
  'key-reused': () => '这一份已经提交过，请重新打开再填。',
  'too-many-attempts': (facts) => `操作太频繁，${waitWords(facts)}后再试。`,
  'changed-meanwhile': () => '刚刚有人先处理了，内容已更新，请看过再操作。',
  'wechat-code-refused': () => '微信登录没有成功，请再试一次。',
  'scan-code-expired': () => '二维码过期了，请换一个。',
  'scan-code-used': () => '这个二维码已经用过了，请在网页上换一个。',
  'grant-term-invalid': () => '任期的结束要晚于开始。',
  'already-bound': () => '您已经绑定这套房子了。',
  'claim-closed': () => '这份申请已有结果。',
  'claim-mismatch': () => '和名册对不上，请核对姓名和房号，或请物业帮您登记。',
  'binding-ended': () => '这条绑定已经结束。',
  'invite-expired': () => '邀请码过期或用过了，请业主再发一个。',
  'person-unknown': () => '没有找到用这个手机号的人，请对方先登录并绑定手机号。',
  'role-not-givable': () => '这个身份不能由您授予。',
  'place-unknown': () => '没有找到这个地方，请重新选择。',
  'place-exists': () => '这个地方已经有了。',
  'organisation-unknown': () => '没有找到这个单位。',
  'serves-too-many': () => '这个单位服务的地点已到上限，请先由街道或社区调整它的服务范围，再来交接。',
  'sheet-unreadable': () => '文件打不开。请用 Excel（xlsx）或 CSV 格式。',
  'sheet-too-large': () => '表格太大了，请分成几份导入。',
  'sheet-no-header': () => '没有找到表头，请保留写有房号、面积等的那一行。',
  'columns-incomplete': (facts) =>
    facts['twice'] === true ? '同一列用了两次，请重新选。' : '还缺必需的列，请看标出来的地方。',
  'import-closed': () => '这次导入已经结束。',
  'roll-held': () =>
    '本小区有表决正在公告，名册不能改动。个别差错请在这次表决里更正名册；要整册导入，先撤回这次表决，或等它开始投票。',
  'move-not-allowed': () => '现在不能这样做，情况已有变化，请看最新进展。',
  'already-held': (facts) =>
    `${named(facts, 'byName', named(facts, 'assigneeName', named(facts, 'holderName', '别人')))}已经接了。`,
  'holder-unknown': () => '没有找到接手的单位。',
  'holder-same': () => '已经在这个单位了，不用转。',
  'passed-before': () => '这件事已从那里转来过，不能再转回去；请升级处理。',
  'duplicate-unknown': () => '没有找到那一件，请核对编号。',
  'contact-not-given': () => '报事人没有留电话。',
  'person-not-in-organisation': () => '这个人不在本单位。',
  'until-not-future': () => '时间要晚于现在。',
  'deadline-passed': (facts) => `已过期限（${when(facts, 'at', '时间已过')}）。`,
  'nudge-too-soon': (facts) => `刚催过了，${when(facts, 'retryAt', '过一阵')}后可以再催。`,
  'own-request': () => '这是您自己报的。',
  'already-joined': () => '您已经点过“我也遇到”。',
  'quote-not-open': () => '没有等您答复的报价。',
  'proof-needed': () => '请拍一张完工照片，再提交。',
  'photos-unknown': () => '有照片没传成功，请重传标出来的那张。',
  'photo-needed': () => '请先拍下票面，另一位要照着照片核对。',
  'photo-limit': (facts) => `最多 ${named(facts, 'most', '9')} 张照片。`,
  'duplicate-of-itself': () => '不能和自己重复，请选另一件。',
  'category-unknown': () => '没有这个类别，请重新选择。',
  'answers-incomplete': () => '还有没填的，请看标出来的地方。',
  'owners-decide': (facts) =>
    `“${named(facts, 'matter', '这件事')}”依民法典第二百七十八条由业主共同决定，四方和业委会都不能议定。可以发起业主表决。`,
  'content-unchecked': () => '文字还在核验，核验通过后再办。',
  'own-topic': () => '这是您自己提的，不用附议。',
  'already-seconded': () => '您已经附议过了。',
  'too-many-merged': (facts) => `一件议题最多并入 ${count(facts, 'most')} 件相近的议题。`,
  'amended-since': () => '议题内容已修改，请看后再附议。',
  'holds-others': () => '这件议题并入了别人的议题和附议，不能由一方撤回。不想再提，请社区党组织在初审时转办或退回。',
  'comment-unknown': () => '没有找到这条意见，可能别人已经处理了，请看过再操作。',
  'topic-unknown': () => '没有找到这个议题，请重新选择。',
  'topic-not-ready': (facts) => `“${named(facts, 'title', '这个议题')}”现在不能列入，请看它的最新进展。`,
  'too-many-topics': (facts) => `一次会议最多 ${count(facts, 'most')} 个议题。`,
  'task-too-early': (facts) =>
    `议定的事公示 ${count(facts, 'publicNoticeDays')} 天后才开始办，任务最早可定在 ${when(facts, 'earliest', '公示期满以后')}。`,
  'task-unknown': () => '没有找到这项任务。',
  'party-not-yours': (facts) => `这是${parties(facts, 'party', '别的一方')}的事，请由那一方来办。`,
  'already-rated': () => '您已经评价过了。',
  'notice-too-short': (facts) =>
    `要提前 ${count(facts, 'noticeDays')} 天通知，最早可定在 ${when(facts, 'earliest', '几天以后')}。`,
  'online-not-allowed': () => '这些议题提出时的议事规则不允许线上开会，请写明会议地点。',
  'second-calling-unknown': () => '没有找到要二次召集的那次会议。',
  'second-calling-made': () => '那次会议已经二次召集过，请另行召集。',
  'too-few-bodies': (facts) =>
    `四方席位现在只有 ${count(facts, 'bodies')} 个单位，至少三个才能开会。请先补上一席：${parties(facts, 'parties', '空缺的一方')}。`,
  'not-a-delegate': () => '您不是这次会议的代表，可请本方指定您代为参加。',
  'already-a-delegate': () => '这个人已经是这次会议的代表。',
  'too-many-delegates': () => '名额已满。',
  'too-many-sittings': (facts) =>
    `已经休会 ${count(facts, 'most')} 次，不能再休。请把没议完的留待以后再议，散会后另行召集。`,
  'seat-empty': (facts) => `${parties(facts, 'party', '这一方')}一席空着，没有代行的单位。`,
  'sign-in-not-open': (facts) => `还没到签到时间，${when(facts, 'opensAt', '开会前')}开始。`,
  'sign-in-code-wrong': () => '签到码不对或已换新，请扫会场屏幕上的新码。',
  'already-signed-in': () => '已经签到了。',
  'not-signed-in': (facts) => `${parties(facts, 'party', '这一方')}还没有人签到，不能表态。`,
  'not-yet': (facts) =>
    typeof facts['onDay'] === 'string'
      ? `还没到交接日（${facts['onDay']}），到那一天再办完交接。`
      : `还没到时间，${when(facts, 'from', '开会时间')}开始。`,
  'no-quorum': (facts) =>
    `到了 ${count(facts, 'present')} 方，需要 ${count(facts, 'needed')} 方；${parties(facts, 'absent', '还有一方')}未到，不能开会。`,
  'quorum-reached': () => '人已到齐，可以开会。',
  'item-running': (facts) => `“${named(facts, 'title', '另一个议题')}”还没有议完。`,
  'item-not-open': () => '这个议题现在不在讨论中。',
  'position-missing': (facts) => `${parties(facts, 'parties', '还有一方')}还没有表态。`,
  'consensus-reached': () => '各方意见一致，不用表决，可以直接议定。',
  'vote-needed': () => '各方意见不一致，请先每方一票表决。',
  'not-agreed': () => '没有达成一致，请留待以后再议，或报街道。',
  'already-confirmed': () => '本方已经确认过了。',
  'minutes-open': (facts) =>
    `还要等${parties(facts, 'parties', '各方')}。只差一方没有确认，而且它没有对现在的文字提出修改，才能逾期锁定。`,
  'objection-unknown': () => '这条异议已经答复过了。',
  // votes: preparing, results, committee, repairs
  'fund-plan-needed': () => '使用或筹集维修资金的事项要写明工程、预算、余额和分摊办法，请补上。',
  'fund-plan-uneven': () => '从维修资金里出的钱不能超过预算和余额，请核对数字。',
  'seats-not-lawful': () => '业委会由 5 到 11 名委员组成，而且是单数；补选的名额不能超过委员人数。请改一下名额。',
  'roll-missing': () => '这个小区还没有业主名册，请先导入名册。',
  'no-head-here': () => '名册上没有找到您名下的房子，请先认领并核实住房。',
  'already-signed': () => '您名下的这一户已经签过名了。',
  'no-election': () => '这次表决没有选举事项，不需要报名。',
  'matter-unknown': () => '没有找到这个事项，请刷新后再选。',
  'already-nominated': () => '这个人已经报过名了。',
  'not-an-owner-there': () => '被提名的人要是这套房子的业主，请核对房号和姓名。',
  'nomination-unknown': () => '没有找到这份报名，请刷新后再看。',
  'already-checked': () => '这份报名已经审核过了。',
  'reason-needed': () => '不符合条件要写明理由，请补上。',
  'too-many-candidates': () => '候选人已经够多了，一个事项最多 40 人。',
  'not-ready': () => '还不能发公告，请先处理标红的几项。',
  'only-later': () => '延长只能往后延，至少一整天，请选一个更晚的时间。',
  'caller-not-allowed': () => '扫楼只能派给业委会或社区的人，请换一个人。',
  'home-not-on-roll': () => '名册上没有这套房子，请核对房号。',
  'petition-fixed': () => '联名提议的事项业主已经签了名，内容不能再改。',
  'nothing-changed': () => '和名册上的一样，没有要改的地方。',
  'too-many-papers': () => '一次打印不了这么多表决票，请按单元打印。',
  'designation-needed': () => '写“指定平台”要填指定的文件名称和文号。',
  'already-answered': () => '这条异议已经答复过了。',
  'decision-needed': (facts) =>
    facts['document'] === true
      ? '这次表决只是征求意见，请附上业主大会正式决定的材料。'
      : '要有全体业主选聘或解聘物业、已公布通过的表决；没有表决的，由街道写明理由、附上材料办理。',
  'decision-used': () => '这次表决的交接已经安排办理过，不能再用。',
  'hand-over-incomplete': () => '交接清单还有没办的，请逐项办完或写明情况。',
  'agenda-too-late': (facts) => `议程要提前告知委员，最早可以定在${when(facts, 'earliest', '几天以后')}。`,
  'no-committee': () => '这个小区还没有登记业委会成员，请先在授权里登记。',
  'not-a-member': () => '只有业委会委员可以表决，不能代别人。',
  'already-stated': () => '您已经对这一项表过决了。',
  'own-declaration': () => '自己报的应急维修要由别人核查。',
  // ballots
  'vote-not-open': (facts) => `投票还没有开始，${when(facts, 'opensAt', '公告上的时间')}开始。`,
  'vote-closed': () => '投票已经截止，不能再办了。结果公布后可以在这里核对。',
  'choices-invalid': () => '还有题目没有选，或选的人数超过了席位，请逐题看一遍。',
  'already-cast': () => '这一票已经投过了，每户产权人只有一票。可以打开回执核对。',
  'paper-returned': () => '这一票已经按交回的纸质票登记。如果不是您家投的，请点“不是我投的”。',
  'not-the-elector': () => '这一票由别人代表投，您不能投。有疑问请联系社区或业委会。',
  'voter-not-named': () => '这套房有几位共有人，请先一起选定一位代表来投票。',
  'not-co-owned': () => '这套房只有一位业主，不用选代表。',
  'not-a-co-owner': () => '只能在这套房已核验的共有人里选一位。',
  'not-returned': () => '这套房没有登记交回的纸质票。',
  'already-disowned': () => '已经收到您的说明，工作人员会核实。',
  'already-counted': () => '这张票已经计票确认，不能再改。',
  'not-cast': () => '这一票还没有投，所以没有回执。',
  'proxy-limit': (facts) => `一个人最多替别人投 ${count(facts, 'most')} 票，这一位已经满了，请另选一位。`,
  'proxy-same': () => '受托人就是这一票的投票人，不用委托。',
  'works-for-company': () => '物业公司的工作人员不能当别人家的投票人，也不能监票，请另选一位。',
  'stands-for-election': () => '候选人或与候选人同名的人不能监票，请另选一位。',
  'no-proxy': () => '这一票没有登记委托。',
  'serial-taken': () => '这个编号的表决票已经发给别的住户，请看清编号。',
  'serial-unknown': () => '这个编号和发给这一户的表决票对不上，请先登记送达。',
  'already-returned': () => '这一户的纸质票已经登记交回。',
  'not-disowned': () => '这张票没有人提出异议。',
  'paper-disputed': () => '这一户说票不是他家投的，请先核实处理，再计票。',
  'own-entry': () => '唱票和计票要由两个人来做，请另一位核对。',
  'papers-uncounted': (facts) => `还有 ${count(facts, 'left')} 张纸质票没有计完。`,
  'count-unsigned': (facts) => `还有 ${count(facts, 'left')} 位监票人没有签字。`,
  'checkpoint-unknown': () => '存证记录里没有这个检查点，或已经有新的，请刷新后再试。',
  'key-invalid': () => '这个公钥读不出来，请在自己的设备上重新生成。',
  'too-many-keys': () => '这一方登记的公钥太多了，请用已经登记的那一个。',
  'witness-unknown': () => '这个公钥没有登记过，请先登记。',
  'signature-wrong': () => '签名和检查点对不上，没有采用。请核对后再签。',
  'kind-unknown': () => '没有这一类服务队，请重新选择。',
  'kind-named': (facts) => `“${named(facts, 'name', '这一类')}”是固定的类别，不能改。`,
  'team-ended': () => '这支服务队已经结束了，请看别的队伍。',
  'last-leader': () => '队里至少要有一位队长，请先请别人当队长。',
  'too-many-leaders': (facts) => `一支队伍最多 ${count(facts, 'most')} 位队长。`,
  'volunteer-needed': () => '请先填写志愿者信息（所在社区、出生年月、特长），只填一次。',
  'volunteer-unknown': () => '没有找到这位志愿者，请先登记。',
  'birth-fixed': () => '出生年月已经登记，要改请找社区。',
  'own-birth': () => '自己的出生年月不能自己改，请社区另一位同事来改。',
  'not-a-minor': () => '这位志愿者已满十八岁，不用监护人同意。',
  'shift-times-invalid': (facts) => TIMES_WORDS[named(facts, 'problem', '')] ?? '时间填得不对，请再看看。',
  'shift-over': (facts) => (facts['status'] === 'cancelled' ? '这次活动已经取消。' : '这次活动已经结束。'),
  'shift-begun': () => '活动已经开始，来不及改了；有事请告诉队长。',
  'role-unknown': () => '没有这个岗位，请重新选择。',
  'places-held': (facts) => `已有 ${count(facts, 'held')} 人占了名额，名额不能比这更少。`,
  'sign-up-not-open': (facts) => `还没开始报名，${when(facts, 'opensAt', '过些时候')}开始。`,
  'sign-up-closed': (facts) => `报名已截止（${when(facts, 'closedAt', '时间已过')}），可以联系队长。`,
  'skill-needed': () => '这个岗位要有相应的特长；您若有，请先在志愿者信息里勾上。',
  'too-young': (facts) => `这个岗位要满 ${count(facts, 'ageFloor')} 周岁，请看看别的岗位。`,
  'guardian-needed': () => '未满十八岁要监护人同意：请同住的家长在“志愿”里点同意，或到社区签字。',
  'already-signed-up': () => '您已经报过这个时段了。',
  'time-clash': (facts) =>
    `和“${named(facts, 'title', '另一次活动')}”（${when(facts, 'startsAt', '同一时间')}）时间冲突。`,
  'not-signed-up': () => '没有找到您这个时段的报名。',
  'offer-over': () => '这个名额已经过了答复时间，留给了下一位；可以再报候补。',
  'check-in-not-open': (facts) => `还没到签到时间，${when(facts, 'opensAt', '活动前一小时')}开始。`,
  'check-in-code-wrong': () => '签到码不对或已换新，请用队长屏幕上的新码。',
  'already-checked-in': () => '已经签到了。',
  'not-checked-in': () => '还没有签到，请先签到。',
  'already-checked-out': () => '已经签退了，时长已记下。',
  'own-hours': () => '自己的时长不能自己记，请另一位队长或社区来记。',
  'hours-unknown': () => '没有找到这条时长记录。',
  'minutes-invalid': () => '时长要在一天以内。',
  'minutes-same': () => '和现在记的一样，不用更正。',
  'date-not-past': () => '只能补记已经过去的日子。',
  'no-hours': () => '这段时间还没有志愿时长，换个时间段再开证明。',
  'name-needed': () => '证明上要有姓名，请先在“我的”里填上。',
  'points-off': () => '本社区没有设积分。',
  'points-short': (facts) => `积分不够，现有 ${count(facts, 'balance')} 分。`,
  'nobody-consented': () => '还没有人同意提供投保信息。',
  'own-wish': () => '这是您自己的心愿，由别人来帮您实现。',
  'already-helping': () => '您已经在帮忙了。',
  'helpers-full': (facts) => `帮忙的人已有 ${count(facts, 'most')} 位，够了，谢谢您。`,
  'not-yours-to-claim-for': () => '您不能代表这个队伍或单位认领。',
};

export const refusalWords = ({ refused, facts }: Refusal): string => REFUSAL_COPY[refused](facts);

/** What went wrong, for a screen: the refusal's words, or that no answer came. Undefined when all went well. */
export const outcomeWords = (outcome: Outcome<unknown>): string | undefined => {
  if (outcome.ok) return undefined;
  return outcome.refusal ? refusalWords(outcome.refusal) : NO_ANSWER;
};

export const NO_ANSWER = '没有收到回应，可能是网络不好。填的内容都还在，请再试一次。';

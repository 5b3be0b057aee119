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
  'sheet-unreadable': () => '文件打不开。请用 Excel（xlsx）或 CSV 格式。',
  'sheet-too-large': () => '表格太大了，请分成几份导入。',
  'sheet-no-header': () => '没有找到表头，请保留写有房号、面积等的那一行。',
  'columns-incomplete': (facts) =>
    facts['twice'] === true ? '同一列用了两次，请重新选。' : '还缺必需的列，请看标出来的地方。',
  'import-closed': () => '这次导入已经结束。',
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
  'photo-limit': (facts) => `最多 ${named(facts, 'most', '9')} 张照片。`,
  'duplicate-of-itself': () => '不能和自己重复，请选另一件。',
  'category-unknown': () => '没有这个类别，请重新选择。',
  'answers-incomplete': () => '还有没填的，请看标出来的地方。',
  'owners-decide': (facts) =>
    `“${named(facts, 'matter', '这件事')}”依民法典第二百七十八条由业主共同决定，四方不能议定。可以转为业主表决。`,
  'content-unchecked': () => '文字还在核验，核验通过后再受理。',
  'own-topic': () => '这是您自己提的，不用附议。',
  'already-seconded': () => '您已经附议过了。',
  'comment-unknown': () => '没有找到这条意见。',
  'topic-unknown': () => '没有找到这个议题，请重新选择。',
  'topic-not-ready': (facts) => `“${named(facts, 'title', '这个议题')}”现在不能列入，请看它的最新进展。`,
  'too-many-topics': (facts) => `一次会议最多 ${count(facts, 'most')} 个议题。`,
  'task-unknown': () => '没有找到这项任务。',
  'party-not-yours': (facts) => `这是${parties(facts, 'party', '别的一方')}的事，请由那一方来办。`,
  'already-rated': () => '您已经评价过了。',
  'notice-too-short': (facts) =>
    `要提前 ${count(facts, 'noticeDays')} 天通知，最早可定在 ${when(facts, 'earliest', '几天以后')}。`,
  'online-not-allowed': () => '本社区的议事规则不允许线上开会，请写明会议地点。',
  'second-calling-unknown': () => '没有找到要二次召集的那次会议。',
  'not-a-delegate': () => '您不是这次会议的代表，可请本方指定您代为参加。',
  'already-a-delegate': () => '这个人已经是这次会议的代表。',
  'too-many-delegates': () => '名额已满。',
  'seat-empty': (facts) => `${parties(facts, 'party', '这一方')}一席空着，没有代行的单位。`,
  'sign-in-not-open': (facts) => `还没到签到时间，${when(facts, 'opensAt', '开会前')}开始。`,
  'sign-in-code-wrong': () => '签到码不对或已换新，请扫会场屏幕上的新码。',
  'already-signed-in': () => '已经签到了。',
  'not-signed-in': (facts) => `${parties(facts, 'party', '这一方')}还没有人签到，不能表态。`,
  'not-yet': (facts) => `还没到时间，${when(facts, 'from', '开会时间')}开始。`,
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
  'objection-unknown': () => '这条异议已经答复过了。',
};

export const refusalWords = ({ refused, facts }: Refusal): string => REFUSAL_COPY[refused](facts);

/** What went wrong, for a screen: the refusal's words, or that no answer came. Undefined when all went well. */
export const outcomeWords = (outcome: Outcome<unknown>): string | undefined => {
  if (outcome.ok) return undefined;
  return outcome.refusal ? refusalWords(outcome.refusal) : NO_ANSWER;
};

export const NO_ANSWER = '没有收到回应，可能是网络不好。填的内容都还在，请再试一次。';

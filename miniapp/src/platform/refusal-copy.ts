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
  'too-many-attempts': (facts) => `操作太频繁，${when(facts, 'until', '过几分钟')}后再试。`,
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
  'sheet-unreadable': () => '文件打不开。请用 Excel(xlsx)或 CSV 格式。',
  'sheet-too-large': () => '表格太大了，请分成几份导入。',
  'sheet-no-header': () => '没有找到表头，请保留写有房号、面积等的那一行。',
  'columns-incomplete': (facts) => `还缺必需的列：${named(facts, 'columns', '房号、面积')}。`,
  'import-closed': () => '这次导入已经结束。',
  'move-not-allowed': () => '现在不能这样做，情况已有变化，请看最新进展。',
  'already-held': (facts) => `${named(facts, 'holder', '别人')}已经接了。`,
  'holder-unknown': () => '没有找到接手的单位。',
  'holder-same': () => '已经在这个单位了，不用转。',
  'passed-before': () => '这件事已从那里转来过，不能再转回去；请升级处理。',
  'duplicate-unknown': () => '没有找到那一件，请核对编号。',
  'contact-not-given': () => '报事人没有留电话。',
  'person-not-in-organisation': () => '这个人不在本单位。',
  'until-not-future': () => '时间要晚于现在。',
  'deadline-passed': (facts) => `已过期限(${when(facts, 'at', '时间已过')})。`,
  'nudge-too-soon': (facts) => `刚催过了，${when(facts, 'until', '过一阵')}后可以再催。`,
  'own-request': () => '这是您自己报的。',
  'already-joined': () => '您已经点过“我也遇到”。',
  'quote-not-open': () => '没有等您答复的报价。',
  'proof-needed': () => '请拍一张完工照片，再提交。',
  'photos-unknown': () => '有照片没传成功，请重传标出来的那张。',
  'photo-limit': (facts) => `最多 ${named(facts, 'most', '9')} 张照片。`,
  'duplicate-of-itself': () => '不能和自己重复，请选另一件。',
  'category-unknown': () => '没有这个类别，请重新选择。',
  'answers-incomplete': (facts) => `还有没填的：${named(facts, 'question', '请看标出来的地方')}。`,
};

export const refusalWords = ({ refused, facts }: Refusal): string => REFUSAL_COPY[refused](facts);

/** What went wrong, for a screen: the refusal's words, or that no answer came. Undefined when all went well. */
export const outcomeWords = (outcome: Outcome<unknown>): string | undefined => {
  if (outcome.ok) return undefined;
  return outcome.refusal ? refusalWords(outcome.refusal) : NO_ANSWER;
};

export const NO_ANSWER = '没有收到回应，可能是网络不好。填的内容都还在，请再试一次。';

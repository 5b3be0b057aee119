import type { Request } from '@gongyi/shared/requests/request';
import type { Template } from '@gongyi/shared/notices/contract';
import type { Push } from './notice-item';
import { templateTime, thing } from './notice-words';
import { categoryName } from './request-tellings';

/**
 * The fields of our subscribe templates. Whoever applies for them at mp.weixin.qq.com chooses keywords of
 * these kinds in this order:
 *
 * | template | fields |
 * | --- | --- |
 * | request-progress | character_string1 number, thing2 category, phrase3 state, time4 time of it |
 * | visit-reminder | character_string1 number, thing2 category, time3 visit begins |
 * | new-order | character_string1 number, thing2 category, phrase3 state, time4 due |
 * | claim-result | thing1 what was asked, phrase2 result, time3 time of it |
 * | shift-reminder | thing1 shift, phrase2 state, time3 beginning, thing4 place |
 * | council-progress | character_string1 number, thing2 topic, phrase3 state, time4 time of it |
 * | vote-progress | character_string1 number, thing2 vote, phrase3 state, time4 when it begins, ends or was published |
 */
/** What most of them are filled from. `number` is cut to the printable ASCII that a `character_string` takes. */
interface Progress {
  readonly number: string;
  readonly what: string;
  readonly phrase: string;
  readonly at: number;
}
const headOf = ({ number, what }: Pick<Progress, 'number' | 'what'>) => ({
  character_string1: number.replace(/[^\x20-\x7e]/g, ''),
  thing2: thing(what),
});
export const progressPush = (template: Template, page: string, progress: Progress): Push => ({
  template,
  page,
  data: { ...headOf(progress), phrase3: progress.phrase, time4: templateTime(progress.at) },
});

export const requestPush = (template: Template, phrase: string, request: Request, at: number): Push => {
  const { number } = request;
  const what = categoryName(request);
  const page = `requests/pages/detail/index?id=${request.id}`;
  if (template === 'visit-reminder')
    return { template, page, data: { ...headOf({ number, what }), time3: templateTime(request.visit?.from ?? at) } };
  return progressPush(template, page, { number, what, phrase, at: template === 'new-order' ? request.dueAt : at });
};

export const claimPush = (verified: boolean, at: number): Push => ({
  template: 'claim-result',
  page: 'pages/me/index',
  data: { thing1: '房屋绑定', phrase2: verified ? '已通过' : '未通过', time3: templateTime(at) },
});

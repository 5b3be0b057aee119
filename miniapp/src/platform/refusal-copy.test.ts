import { refuse } from '@gongyi/shared/kernel/refusal';
import { refusalWords } from './refusal-copy';

it.each([
  [refuse('already-held', { byName: '客服 李*', holderName: '样板物业', rev: 2 }), '客服 李*已经接了。'],
  [refuse('already-held', { holderName: '样板物业', assigneeName: '' }), '样板物业已经接了。'],
  [refuse('too-many-attempts', { retryAfterSeconds: 61 }), '操作太频繁，2 分钟后再试。'],
  [
    refuse('no-quorum', { present: 3, needed: 4, absent: 'property-company' }),
    '到了 3 方，需要 4 方；物业未到，不能开会。',
  ],
  [
    refuse('owners-decide', { item: 6, matter: '筹集建筑物及其附属设施的维修资金' }),
    '“筹集建筑物及其附属设施的维修资金”依民法典第二百七十八条由业主共同决定，四方和业委会都不能议定。可以发起业主表决。',
  ],
])('says the reason with its facts (%#)', (refusal, words) => {
  expect(refusalWords(refusal)).toBe(words);
});

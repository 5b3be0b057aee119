import { calls, concludes, moves, opensItem, proposes, says, signIn, sits } from './council-tale';
import type { CouncilTale } from './council-tale';

const FIRST = { evening: -425 };
const AGAIN = { evening: -250 };
const [F, G] = ['half-empty', 'second-calling'] as const;
const THERE = ['worker', 'branch', 'manager'] as const;

/**
 * A compound whose owners have no committee: 居委会 holds that seat. Too few came the first time; the second
 * calling went through.
 */
export const FAILED_TALE: CouncilTale = {
  key: 'failed',
  compound: 'sampleA',
  topics: { 'fire-doors': 'carrying-out', bins: 'carrying-out' },
  sessions: { [F]: 'failed', [G]: 'in-force' },
  beats: [
    proposes(-570, 'worker', 'fire-doors', {
      title: '楼道防火门不再用砖头顶着',
      words: '入户检查发现八处防火门被顶开，闭门器多半坏了。请四方商量谁来修、谁来看。',
      asParty: true,
    }),
    proposes(-570, 'manager', 'bins', {
      title: '撤掉楼层垃圾桶，改在楼下定时收',
      words: '楼层垃圾桶夏天味道大，保洁一天收三次仍不够。建议改到楼下分类亭，早晚定时。',
      asParty: true,
    }),
    moves(-550, 'secretary', 'accept', 'fire-doors'),
    moves(-550, 'secretary', 'accept', 'bins'),
    calls(-550, 'secretary', F, { topics: ['fire-doors', 'bins'], startsAt: FIRST, venue: '小区物业办公室' }),
    sits(-550, 'manager', 'answer', F, { coming: true }),
    sits(-550, 'branch', 'answer', F, { coming: false }),
    ...signIn(FIRST, F, 'worker', 'manager'),
    sits(FIRST, 'secretary', 'fail', F),
    calls(-399, 'secretary', G, {
      topics: ['fire-doors', 'bins'],
      startsAt: AGAIN,
      venue: '小区物业办公室',
      secondOf: F,
    }),
    sits(-399, 'branch', 'answer', G, { coming: true }),
    ...signIn(AGAIN, G, ...THERE),
    sits(AGAIN, 'secretary', 'open', G),
    ...(['fire-doors', 'bins'] as const).flatMap((topic) => [
      opensItem(AGAIN, G, topic),
      ...THERE.map((who) => says(AGAIN, who, G, topic, 'agree', '同意，越早越好。')),
      topic === 'bins'
        ? concludes(AGAIN, G, topic, '撤掉楼层垃圾桶，楼下分类亭早晚各开两小时，行动不便的老人由志愿者上门代收。', [
            { words: '摆好分类亭并贴出开放时间', party: 'property-company', due: 100 },
          ])
        : concludes(AGAIN, G, topic, '物业公司一个月内修好八处闭门器，社区每周抽查一次。', [
            { words: '修好八处闭门器', party: 'property-company', due: 200, steps: ['1号楼', '2号楼'] },
            { words: '每周抽查防火门', party: 'committee-of-residents', due: 300 },
          ]),
    ]),
    sits(AGAIN, 'secretary', 'end', G),
    sits(AGAIN, 'secretary', 'send-minutes', G),
    ...THERE.map((who) => sits(-224, who, 'confirm-minutes', G)),
    sits(-224, 'secretary', 'publish', G),
    moves(-27, 'manager', 'progress', 'fire-doors', { taskId: 't1', words: '1号楼四处已经换好。', stepsDone: [0] }),
  ],
};

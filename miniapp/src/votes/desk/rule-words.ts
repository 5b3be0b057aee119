import type { VotingRules } from '@gongyi/shared/votes/voting-rules';
import type { NumberRule, RuleLine, SwitchRule } from '../../ui';
import { FORCE } from '../copy';
import { RULES } from '../desk-copy';

type Numbers = {
  [K in keyof VotingRules]-?: VotingRules[K] extends number ? K : never;
}[keyof VotingRules];
type Switches = {
  [K in keyof VotingRules]-?: VotingRules[K] extends boolean ? K : never;
}[keyof VotingRules];

/** Limits as in the contract (`VotingRules`), in the words of whoever sets them. */
export const NUMBER_RULES: readonly NumberRule<Numbers>[] = [
  {
    rule: 'noticeDays',
    words: '公告多少天后才能开始投票',
    unit: '天',
    hint: '《物业管理条例》第十四条：至少 15 天',
    least: 15,
    most: 60,
  },
  { rule: 'votingDays', words: '投票至少开放', unit: '天', hint: '从开始到截止', least: 1, most: 90 },
  {
    rule: 'headsPerProxy',
    words: '一个人最多代几票',
    unit: '票',
    hint: '0 表示不许代投；业委会内部表决一律不能代',
    least: 0,
    most: 20,
  },
  {
    rule: 'signDays',
    words: '监票人几天内签字',
    unit: '天',
    hint: '默认 3 天；过期不签的，写明理由后照常计票，记录里写明谁没签',
    least: 1,
    most: 15,
  },
  {
    rule: 'petitionPercent',
    words: '联名提议要多少业主',
    unit: '%',
    hint: '按人数算。《物业管理条例》第十三条：20%',
    least: 5,
    most: 50,
  },
  { rule: 'resultNoticeDays', words: '结果公示', unit: '天', hint: '公示后仍可查阅', least: 3, most: 60 },
  {
    rule: 'challengeDays',
    words: '结果可以被质疑的期限',
    unit: '天',
    hint: '至少一年；在此之前什么都不会删除',
    least: 365,
    most: 1100,
  },
  { rule: 'agendaDays', words: '业委会会议提前告知', unit: '天', hint: '默认 7 天', least: 1, most: 30 },
  {
    rule: 'committeeHours',
    words: '业委会会议开始后多久截止表决',
    unit: '小时',
    hint: '默认 24 小时；到时没有表态的记为未表决',
    least: 1,
    most: 168,
  },
  {
    rule: 'committeePublishDays',
    words: '业委会决定几天内公布',
    unit: '天',
    hint: '默认 3 天；过期社区会知道',
    least: 1,
    most: 15,
  },
];

export const SWITCH_RULES: readonly SwitchRule<Switches>[] = [
  {
    rule: 'mayChange',
    words: '截止前可以改投',
    hint: '每一次都留在日志里，只算最后一次；默认不能改',
  },
  {
    rule: 'silenceWithMajority',
    words: '议事规则规定没投票的随多数',
    hint: '另算一份结果放在法定结果旁边，不代替它',
  },
  { rule: 'showParticipation', words: '业主可以看到哪些房子参与了', hint: '不显示姓名，也不显示怎么选的' },
];

/** Every rule as it is read. */
export const linesOf = (rules: VotingRules): RuleLine[] => [
  { key: 'legalForce', words: RULES.force, value: FORCE[rules.legalForce] },
  ...(rules.designatedBy === undefined
    ? []
    : [{ key: 'designatedBy', words: RULES.designatedBy, value: rules.designatedBy }]),
  ...NUMBER_RULES.map(({ rule, words, unit }) => ({ key: rule, words, value: `${String(rules[rule])} ${unit}` })),
  ...SWITCH_RULES.map(({ rule, words }) => ({ key: rule, words, value: rules[rule] ? RULES.yes : RULES.no })),
];

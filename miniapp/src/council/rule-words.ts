import type { CouncilRules } from '@gongyi/shared/council/council-rules';
import type { NumberRule, SwitchRule } from '../ui';

type Numbers = {
  [K in keyof CouncilRules]: CouncilRules[K] extends number ? K : never;
}[keyof CouncilRules];
type Switches = Exclude<keyof CouncilRules, Numbers>;

/** Limits as in the contract (`CouncilRules`), in the words of whoever sets them. */
export const NUMBER_RULES: readonly NumberRule<Numbers>[] = [
  {
    rule: 'secondsBeforeScreening',
    words: '初审前要有多少人附议',
    unit: '人',
    hint: '0 表示不用等附议，提出就开始初审计时',
    least: 0,
    most: 100,
  },
  {
    rule: 'screenWorkingDays',
    words: '初审期限',
    unit: '个工作日',
    hint: '过期没有初审，街道会知道',
    least: 1,
    most: 30,
  },
  { rule: 'noticeDays', words: '开会提前通知', unit: '天', hint: '早于这个时间的会议不能召集', least: 1, most: 30 },
  { rule: 'quorum', words: '几方到场可以开会', unit: '方', hint: '默认四方到齐', least: 3, most: 4 },
  {
    rule: 'secondCallingQuorum',
    words: '二次召集几方可以开会',
    unit: '方',
    hint: '第一次没有开成，同样的议题再召集',
    least: 3,
    most: 4,
  },
  {
    rule: 'minutesDays',
    words: '散会后几天内送出纪要',
    unit: '天',
    hint: '送到场的各方确认；各方也有这么多天，逾期不确认可以锁定',
    least: 1,
    most: 30,
  },
  { rule: 'publicNoticeDays', words: '公示几天', unit: '天', hint: '有异议没答复，公示不会结束', least: 1, most: 60 },
  { rule: 'mostTopics', words: '一次会议最多几个议题', unit: '个', hint: '议题太多议不透', least: 1, most: 8 },
];

export const SWITCH_RULES: readonly SwitchRule<Switches>[] = [
  { rule: 'onlineAllowed', words: '可以线上开会', hint: '签到码仍由主持人出示' },
  {
    rule: 'threeOfFourDecides',
    words: '四方中三方同意即可议定',
    hint: '关闭后，只要有一方不同意就不能议定；三方到场时总要一致同意',
  },
];

import { plainWords, usualForms } from './plain-words';

/**
 * How a text speaks of the maintenance fund (维修资金). Strictly: whatever names the fund decides about it, but
 * for words that merely ask to be told of it.
 */
const STOP = '[。，,、;；!！?？:：\\n]';
/** Its characters one by one, with marks between them; “维修，资金由物业出” names no fund. */
const SPREAD = ['资', '基'].map(
  (kind) => `维${STOP}+修${STOP}*${kind}${STOP}*金|维${STOP}*修${STOP}*${kind}${STOP}+金`,
);
const NAMES = [
  '维修[资基]金',
  '大修[资基]金',
  '[维大]修金',
  '公维金',
  '(?:维修|大修)(?:储备金|专户|账户|专款)',
  '(?:房屋|住宅|住房|小区|楼房)养老金',
  ...SPREAD,
].join('|');
const FUND = new RegExp(NAMES, 'u');
const IN_LATIN = /wei\W*xiu\W*[zj]i\W*jin|maintenance\W*fund/iu;

const ASKED =
  '公示|公开|公布|通报|查询|查一查|查查|核对|说明|报告|了解|看看|看一看|晒一晒|晒|讲讲|讲一讲|介绍|解释|问问|告诉|宣传|普及|学习';
const OF_WHAT =
  '一下|大家|居民|业主|我们|咱们|本|小区|每年|每季度|每季|每月|去年|今年|历年|定期|按时|及时|公共|专项|住宅|房屋|物业|银行|的|[0-9]|号|楼|栋';
const HOW =
  '的|账户|专户|使用|支出|收支|结余|剩余|交存|缴存|归集|续筹|筹集|年度|季度|本年|本季|历年|目前|现在|怎么|如何|用|交|管理';
const WHAT = '情况|余额|明细|账目|账单|账|去向|流水|总额|数额|报告|政策|知识|规定|办法|进展|用的|交的|用|交';
/** “公示维修资金使用情况”: nothing else may stand between the words, or it would hide what is decided. */
const MERELY_TOLD = new RegExp(
  `(?:${ASKED})(?:${OF_WHAT})*(?:${NAMES})(?:(?:${HOW})*(?:${WHAT}))?(?=${STOP}|[和与及、]|$)`,
  'gu',
);

const RAISES =
  /筹|归集|[补续交缴][交缴存纳足齐]|补上|追加|增收|摊|收取|募集|凑|充实|增资|集资|出资|[交掏出缴收][^。\n]{0,6}(?:钱|元|万|块)|每户|各户|户均|按户|按面积|每平/u;

const MONEY = '(?:[0-9]|[一二三四五六七八九十百千万两几])+(?:元|块|万|千)';
/** What the money that was asked after is to pay: 从中支付五万元. */
const SPENDS = new RegExp(
  `(?:拿|用|付|支|花|取|提|拨)[^。\\n]{0,6}${MONEY}|从(?:中|里面|里头|其中)[^。\\n]{0,4}[支付拿取提拨出列]`,
  'u',
);

/** Money from every home … */
const LEVY =
  /(?:每户|各户|每家|各家|家家|户均|按户|按面积|每平|业主|住户)[^。;；!！?？\n]{0,12}(?:交|缴|出|摊|凑|付|掏|收)[^。;；!！?？\n]{0,8}(?:元|块|钱|万|款|费)|集资|众筹|筹款|凑钱/u;
/** … for what the fund is there to pay. */
const WORKS = /大修|翻修|翻新|修缮|更新改造|换新|专户|专项账户|养老金|维修|修理|改造/u;

/** What the texts together would decide about the fund: raise it, use it, or nothing. */
export const fundMatterIn = (texts: readonly string[]): 'fund-raising' | 'fund-use' | undefined => {
  const words = texts.map((text) => plainWords(text).replace(MERELY_TOLD, ''));
  const whole = words.join('\n');
  const told = texts.some((text) => FUND.test(plainWords(text)));
  const latin = texts.some((text) => IN_LATIN.test(usualForms(text)));
  // Asked to be told of the fund and, elsewhere, every home to pay: the fund is raised all the same.
  if ((told || latin) && RAISES.test(whole)) return 'fund-raising';
  if (latin || FUND.test(whole) || (told && SPENDS.test(whole))) return 'fund-use';
  return LEVY.test(whole) && WORKS.test(whole) ? 'fund-raising' : undefined;
};

/**
 * What a council may never decide: matters that article 278 of the Civil Code (民法典第二百七十八条) leaves to
 * the owners together. They are known by the kind their proposer or the convener gave them, and by their
 * words, wherever words enter: topic, amendment, resolution, minutes.
 */
export const RESERVED_MATTERS = [
  'rules-of-procedure',
  'covenant',
  'committee-election',
  'property-company-hiring',
  'fund-use',
  'fund-raising',
  'rebuilding',
  'common-parts-use',
  'other-major',
] as const;
export type ReservedMatter = (typeof RESERVED_MATTERS)[number];

/** What a topic can be about: the compound's daily affairs, or a matter of art. 278, item (1) to (9). */
export const MATTERS = ['common-affairs', ...RESERVED_MATTERS] as const;
export type Matter = (typeof MATTERS)[number];

/** The item of art. 278 para. 1, in the law's own words. */
export const MATTER_WORDS: Readonly<Record<ReservedMatter, { readonly item: number; readonly words: string }>> = {
  'rules-of-procedure': { item: 1, words: '制定和修改业主大会议事规则' },
  covenant: { item: 2, words: '制定和修改管理规约' },
  'committee-election': { item: 3, words: '选举业主委员会或者更换业主委员会成员' },
  'property-company-hiring': { item: 4, words: '选聘和解聘物业服务企业或者其他管理人' },
  'fund-use': { item: 5, words: '使用建筑物及其附属设施的维修资金' },
  'fund-raising': { item: 6, words: '筹集建筑物及其附属设施的维修资金' },
  rebuilding: { item: 7, words: '改建、重建建筑物及其附属设施' },
  'common-parts-use': { item: 8, words: '改变共有部分的用途或者利用共有部分从事经营活动' },
  'other-major': { item: 9, words: '有关共有和共同管理权利的其他重大事项' },
};

export const isReserved = (matter: Matter): matter is ReservedMatter => matter !== 'common-affairs';

const FUND = '(?:维修资金|维修基金|维修金|大修基金|大修资金)';
const near = (a: string, b: string): RegExp =>
  new RegExp(`(?:${a})[^。；！？\\n]{0,14}(?:${b})|(?:${b})[^。；！？\\n]{0,14}(?:${a})`, 'u');

/** Words by which a matter is known; the first that fits names it. */
const SIGNS: readonly (readonly [ReservedMatter, RegExp])[] = [
  ['fund-raising', near('筹集|续筹|再筹|筹措|归集|补交|补缴|续交|续缴|交纳|缴纳|追加|增收|摊交|收取|募集|凑', FUND)],
  ['fund-use', near('使用|动用|支取|支出|支付|列支|提取|挪用|用|花|出', FUND)],
  [
    'property-company-hiring',
    near(
      '选聘|解聘|续聘|聘请|聘用|更换|撤换|辞退|炒掉|换掉|换|赶走|引进',
      '物业服务企业|物业服务公司|物业公司|物业企业|管理人|新物业',
    ),
  ],
  ['committee-election', near('选举|改选|换届|罢免|更换|补选|推选|选出', '业委会|业主委员会')],
  ['rules-of-procedure', near('制定|制订|修改|修订|通过|废止', '议事规则')],
  ['covenant', near('制定|制订|修改|修订|通过|废止', '管理规约|业主公约|管理公约')],
  ['rebuilding', /改建|重建|(?:加装|增设|增装|新装)[^。；！？\n]{0,6}电梯|加盖|扩建/u],
  [
    'common-parts-use',
    near(
      '出租|租给|经营|招租|承包|改成|改为|改作|改变用途|广告|收费',
      '共有部分|公共部位|公共区域|公共部分|绿地|架空层|外墙|楼道|电梯轿厢|屋顶|物业用房|道路',
    ),
  ],
];

/** Telling people about the fund decides nothing about it. */
const MERELY_TOLD = new RegExp(
  `(?:公示|公开|公布|查询|核对|说明|报告|了解|看看|晒)[^。；！？，,\\n]{0,10}${FUND}[^。；！？，,\\n]{0,10}(?:情况|余额|明细|账目|账|去向)?`,
  'gu',
);

/** What stands between signs and hides them: blanks, invisible characters, dots. */
const HIDING = /[\s\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f·•*_\-~|/\\"'“”‘’「」『』【】[\]()（）]+/gu;

/** The matter of art. 278 that these words would decide; undefined if none is seen. */
export const reservedIn = (...texts: readonly (string | undefined)[]): ReservedMatter | undefined => {
  const words = texts
    .filter((text) => text !== undefined)
    .map((text) => text.normalize('NFKC').replace(HIDING, '').replace(MERELY_TOLD, ''))
    .join('\n');
  return SIGNS.find(([, sign]) => sign.test(words))?.[0];
};

/** The matter by kind or by words, whichever says so. */
export const reservedOf = (matter: Matter, ...texts: readonly (string | undefined)[]): ReservedMatter | undefined =>
  isReserved(matter) ? matter : reservedIn(...texts);

const DECIDES = /议定|决定|决议|同意|通过|一致|批准/u;

/** A reserved matter that a sentence of `text` decides; sentences that already stood in `before` are left alone. */
export const reservedDecision = (text: string, before = ''): ReservedMatter | undefined => {
  const known = new Set(before.split(/[。；！？\n]/u));
  return text
    .split(/[。；！？\n]/u)
    .filter((sentence) => !known.has(sentence) && DECIDES.test(sentence))
    .map((sentence) => reservedIn(sentence))
    .find((matter) => matter !== undefined);
};

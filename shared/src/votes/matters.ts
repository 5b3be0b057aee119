/**
 * The matters that article 278 of the Civil Code (民法典第二百七十八条) leaves to the owners together, with the
 * item of its first paragraph and the law's own words.
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

/** Items (6) to (8) need three quarters of those taking part, the others more than half (art. 278 para. 2). */
export const THRESHOLDS = ['general', 'special'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

const SPECIAL: readonly ReservedMatter[] = ['fund-raising', 'rebuilding', 'common-parts-use'];
export const thresholdOf = (matter: ReservedMatter): Threshold => (SPECIAL.includes(matter) ? 'special' : 'general');

/** What must be reached, as screens, notices and papers say it. */
export const THRESHOLD_WORDS: Readonly<Record<Threshold, string>> = {
  general: '参与须达到三分之二，同意须超过参与者的一半，面积和人数都要达到',
  special: '参与须达到三分之二，同意须达到参与者的四分之三，面积和人数都要达到',
};

/** Where a matter's threshold comes from: `民法典第二百七十八条第一款第(五)项、第二款`. */
export const articleOf = (matter: ReservedMatter): string =>
  `民法典第二百七十八条第一款第(${'一二三四五六七八九'.charAt(MATTER_WORDS[matter].item - 1)})项、第二款`;

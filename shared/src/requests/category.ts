import type { OrganisationKind } from '../district/organisation';
import type { UTILITIES } from '../district/organisation';
import type { Urgency } from './request';

/** A question a category asks on top of words and photos. */
export interface Question {
  readonly key: string;
  readonly words: string;
  readonly choices: readonly string[];
  readonly required: boolean;
}

export interface Category {
  readonly name: string;
  readonly urgency: Urgency;
  readonly net: 'party-building' | 'social-management' | 'public-service';
  /** Who it goes to first. A compound without a property company falls to the street property office. */
  readonly holder: OrganisationKind;
  readonly utility?: (typeof UTILITIES)[number];
  /** Phone first: these do not begin with a form. */
  readonly phoneFirst: boolean;
  readonly defaultVisibility: 'private' | 'public';
  /** Words by which the category is guessed from what was typed. */
  readonly hints: readonly string[];
  readonly questions: readonly Question[];
}

const yesNo = (key: string, words: string, required = true): Question => ({
  key,
  words,
  choices: ['是', '否'],
  required,
});

const publicService = { net: 'public-service', phoneFirst: false, questions: [] } as const;

/** The default catalogue; keys are stable and stored, names are what people read. */
export const CATEGORIES = {
  'people-trapped': {
    ...publicService,
    name: '有人被困',
    urgency: 'emergency',
    holder: 'property-company',
    phoneFirst: true,
    defaultVisibility: 'public',
    hints: ['被困', '困人', '关在电梯'],
    questions: [yesNo('lift', '是在电梯里吗？')],
  },
  'gas-leak': {
    ...publicService,
    name: '燃气泄漏',
    urgency: 'emergency',
    holder: 'utility',
    utility: 'gas',
    phoneFirst: true,
    defaultVisibility: 'public',
    hints: ['燃气', '煤气', '天然气', '漏气'],
  },
  fire: {
    ...publicService,
    name: '火情',
    urgency: 'emergency',
    holder: 'property-company',
    phoneFirst: true,
    defaultVisibility: 'public',
    hints: ['着火', '起火', '冒烟', '火情'],
  },
  'burst-pipe': {
    ...publicService,
    name: '爆管跑水',
    urgency: 'emergency',
    holder: 'property-company',
    phoneFirst: true,
    defaultVisibility: 'public',
    hints: ['爆管', '跑水', '水管爆', '喷水'],
  },
  'no-water': {
    ...publicService,
    name: '停水',
    urgency: 'utilities',
    holder: 'utility',
    utility: 'water',
    defaultVisibility: 'public',
    hints: ['停水', '没水', '水压'],
  },
  'no-power': {
    ...publicService,
    name: '停电',
    urgency: 'utilities',
    holder: 'utility',
    utility: 'power',
    defaultVisibility: 'public',
    hints: ['停电', '没电', '跳闸'],
  },
  'no-heating': {
    ...publicService,
    name: '暖气不热',
    urgency: 'utilities',
    holder: 'utility',
    utility: 'heating',
    defaultVisibility: 'private',
    hints: ['暖气', '供暖', '不热', '地暖', '室温'],
    questions: [{ key: 'rooms', words: '哪里不热？', choices: ['整户', '个别房间'], required: true }],
  },
  'water-leak': {
    ...publicService,
    name: '漏水',
    urgency: 'utilities',
    holder: 'property-company',
    defaultVisibility: 'private',
    hints: ['漏水', '渗水', '滴水', '返水', '下水'],
    questions: [yesNo('upstairs', '是从楼上漏下来的吗？')],
  },
  'lift-fault': {
    ...publicService,
    name: '电梯故障',
    urgency: 'utilities',
    holder: 'property-company',
    defaultVisibility: 'public',
    hints: ['电梯'],
    questions: [yesNo('stopped', '电梯完全不能用了吗？')],
  },
  lighting: {
    ...publicService,
    name: '照明',
    urgency: 'general',
    holder: 'property-company',
    defaultVisibility: 'public',
    hints: ['灯', '照明', '不亮', '太黑'],
  },
  'door-access': {
    ...publicService,
    name: '门禁与大门',
    urgency: 'general',
    holder: 'property-company',
    defaultVisibility: 'public',
    hints: ['门禁', '单元门', '大门', '门锁', '对讲'],
  },
  cleaning: {
    ...publicService,
    name: '清洁卫生',
    urgency: 'general',
    holder: 'property-company',
    defaultVisibility: 'public',
    hints: ['垃圾', '卫生', '打扫', '脏', '异味', '臭'],
  },
  greenery: {
    ...publicService,
    name: '绿化',
    urgency: 'general',
    holder: 'property-company',
    defaultVisibility: 'public',
    hints: ['树', '草', '绿化', '花坛'],
  },
  parking: {
    net: 'social-management',
    name: '停车秩序',
    urgency: 'general',
    holder: 'property-company',
    phoneFirst: false,
    defaultVisibility: 'public',
    hints: ['停车', '车位', '占道', '充电桩'],
    questions: [yesNo('fire-lane', '占了消防通道吗？')],
  },
  'fire-safety': {
    net: 'social-management',
    name: '消防隐患',
    urgency: 'utilities',
    holder: 'property-company',
    phoneFirst: false,
    defaultVisibility: 'public',
    hints: ['消防', '灭火器', '飞线', '电动车上楼', '堆物', '杂物'],
    questions: [],
  },
  facilities: {
    ...publicService,
    name: '公共设施',
    urgency: 'general',
    holder: 'property-company',
    defaultVisibility: 'public',
    hints: ['健身器材', '座椅', '井盖', '路面', '栏杆', '屋顶', '外墙'],
  },
  'in-home-repair': {
    ...publicService,
    name: '入户维修',
    urgency: 'general',
    holder: 'property-company',
    defaultVisibility: 'private',
    hints: ['家里', '厨房', '卫生间', '马桶', '水龙头', '开关', '插座'],
  },
  noise: {
    net: 'social-management',
    name: '噪音扰民',
    urgency: 'general',
    holder: 'property-company',
    phoneFirst: false,
    defaultVisibility: 'private',
    hints: ['噪音', '吵', '扰民', '施工'],
    questions: [{ key: 'when', words: '多在什么时候？', choices: ['白天', '晚上十点后', '凌晨'], required: false }],
  },
  dispute: {
    net: 'social-management',
    name: '邻里纠纷',
    urgency: 'complex',
    holder: 'committee-of-residents',
    phoneFirst: false,
    defaultVisibility: 'private',
    hints: ['纠纷', '调解', '矛盾', '邻居'],
    questions: [yesNo('mediation', '愿意接受社区调解吗？')],
  },
  'party-affairs': {
    net: 'party-building',
    name: '党员服务与建议',
    urgency: 'general',
    holder: 'committee-of-residents',
    phoneFirst: false,
    defaultVisibility: 'private',
    hints: ['党员', '党组织', '支部'],
    questions: [],
  },
  'public-works': {
    ...publicService,
    name: '改造与大修',
    urgency: 'complex',
    holder: 'property-company',
    defaultVisibility: 'public',
    hints: ['改造', '大修', '翻修', '塌陷'],
  },
  other: {
    ...publicService,
    name: '其他',
    urgency: 'general',
    holder: 'property-company',
    defaultVisibility: 'private',
    hints: [],
  },
} as const satisfies Record<string, Category>;

export type CategoryKey = keyof typeof CATEGORIES;
export const CATEGORY_KEYS = Object.keys(CATEGORIES).filter((key): key is CategoryKey =>
  Object.hasOwn(CATEGORIES, key),
);
export const isCategoryKey = (value: string): value is CategoryKey => Object.hasOwn(CATEGORIES, value);

/** The category whose hints the words hold most of; the longest hint decides a tie. Undefined if none. */
export const guessCategory = (words: string): CategoryKey | undefined => {
  let best: { key: CategoryKey; score: number } | undefined;
  for (const key of CATEGORY_KEYS) {
    const hints: readonly string[] = CATEGORIES[key].hints;
    const score = hints.filter((hint) => words.includes(hint)).reduce((sum, hint) => sum + hint.length, 0);
    if (score > 0 && (best === undefined || score > best.score)) best = { key, score };
  }
  return best?.key;
};

/** Keys of required questions that `answers` leaves open or answers outside the choices. */
export const openQuestions = (category: CategoryKey, answers: Readonly<Record<string, string>>): string[] => {
  const { questions }: Category = CATEGORIES[category];
  return questions
    .filter(({ key, choices, required }) => {
      const answer = answers[key];
      return answer === undefined ? required : !choices.includes(answer);
    })
    .map(({ key }) => key);
};

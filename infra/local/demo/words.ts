/** Words the demonstration district is made of. All invented; the label says so wherever a name stands alone. */
export const DEMO_LABEL = '（演示）';
export const labelled = (name: string): string => `${name}${DEMO_LABEL}`;

export const DISTRICT = { id: 'jn', name: labelled('集宁区') } as const;

export const STREET_NAMES = [
  '霁阳街道',
  '青桥街道',
  '云杉街道',
  '暖泉街道',
  '霜林街道',
  '晨牧街道',
  '白桦街道',
  '望原街道',
  '河湾街道',
  '星草街道',
] as const;

const COMMUNITY_FIRST = ['东', '西', '南', '北', '中', '上', '下', '新'] as const;
const COMMUNITY_SECOND = ['样园', '苗圃', '石桥', '柳荫', '泉口', '花台', '书院', '砖塔', '榆巷'] as const;

const COMPOUND_FIRST = [
  ...['晨曦', '云影', '霁月', '松涛', '暖阳', '雁归', '草香', '泉韵', '雪晴', '星辰', '柳岸', '桦林', '麦浪', '书香'],
  ...['和悦', '安澜', '春晓', '秋实', '青禾', '紫荆', '碧波', '金穗', '北望', '南风', '长乐', '明溪', '高原', '丁香'],
] as const;
const COMPOUND_SECOND = [
  ...['花园', '家园', '丽景', '雅苑', '小区', '新村', '公寓', '华庭', '名邸', '佳苑'],
  ...['嘉园', '景苑', '里', '东院', '西院', '一号院', '二号院', '三号院', '小筑', '庭院'],
] as const;

/** The compounds full of life stand first in every list, which is sorted by name: nobody has to look for them. */
const LIVELY = ['安居花园', '安居家园', '安居丽景', '安居里'] as const;

const COMPANY_WORDS = [
  '样板',
  '安居样例',
  '青禾',
  '暖心',
  '雁归',
  '草原风',
  '四季',
  '同心',
  '泉韵',
  '和悦',
  '晴空',
  '金穗',
] as const;

/** Walks all pairs of two lists in an order that does not look like a list. `step` shares no factor with their number. */
const pair = (first: readonly string[], second: readonly string[], step: number, index: number): string => {
  const at = (index * step) % (first.length * second.length);
  return `${first[at % first.length] ?? ''}${second[Math.floor(at / first.length)] ?? ''}`;
};

/** Different for every index below 72. */
export const communityName = (index: number): string => `${pair(COMMUNITY_FIRST, COMMUNITY_SECOND, 5, index)}社区`;
/** Different for every index below 564. */
export const compoundName = (index: number): string =>
  labelled(LIVELY[index] ?? pair(COMPOUND_FIRST, COMPOUND_SECOND, 201, index - LIVELY.length));
/** Different for every index: a word, and a number from the second round on. */
export const companyName = (index: number): string => {
  const round = Math.floor(index / COMPANY_WORDS.length);
  return labelled(
    `${COMPANY_WORDS[index % COMPANY_WORDS.length] ?? ''}${round === 0 ? '' : `第${String(round + 1)}`}物业`,
  );
};

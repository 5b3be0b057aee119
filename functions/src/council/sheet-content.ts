import type { PublicNotice } from '@gongyi/shared/council/contract';
import { PARTY_NAMES } from '@gongyi/shared/council/minutes';
import { isoDate } from '@gongyi/shared/kernel/time';

/** A printed public notice, as its lines of text; `sheet.ts` sets them on paper. */
export interface SheetItem {
  readonly heading: string;
  readonly words: string;
  readonly how: string;
  readonly tasks: readonly string[];
}
export interface SheetContent {
  readonly title: string;
  readonly number: string;
  readonly opening: string;
  readonly items: readonly SheetItem[];
  readonly minutes: string;
  /** Which party did not confirm them in time. */
  readonly unconfirmed?: string;
  readonly objecting: string;
  readonly signed: readonly string[];
  readonly fingerprint: string;
  /** Where the code leads. */
  readonly address: string;
}

/** 2026年11月23日, in Shanghai. */
const dateOf = (at: number): string => {
  const [year = '', month = '', day = ''] = isoDate(at).split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
};

const BY = { consensus: '协商一致', vote: '每方一票表决通过' } as const;

export const sheetContent = (notice: PublicNotice, baseUrl: string): SheetContent => {
  const {
    compoundName,
    number,
    heldAt,
    publishedAt,
    endsAt,
    resolutions,
    minutes,
    lockedWithout,
    fingerprint,
    sessionId,
  } = notice;
  return {
    title: `${compoundName}四方共议议定事项公示`,
    number: `编号：${number}`,
    opening:
      `${dateOf(heldAt)}，${compoundName}召开四方共议会议，议定以下 ${String(resolutions.length)} 项事项，现予公示。` +
      `公示期自 ${dateOf(publishedAt)} 至 ${dateOf(endsAt)}。`,
    items: resolutions.map(({ title, words, by, tasks }, index) => ({
      heading: `${String(index + 1)}．${title}`,
      words,
      how: `议定方式：${BY[by]}`,
      tasks: tasks.map(
        ({ words: task, bodyName, dueAt }) => `责任单位：${bodyName}；任务：${task}；完成期限：${dateOf(dueAt)}`,
      ),
    })),
    minutes,
    ...(lockedWithout === undefined ? {} : { unconfirmed: `逾期未确认：${PARTY_NAMES[lockedWithout].name}` }),
    objecting:
      '公示期内对议定事项有异议的居民，可扫描右侧二维码署名提出，也可到社区居民委员会书面提出；异议未答复前，公示不结束。',
    signed: [`${compoundName}四方共议`, dateOf(publishedAt)],
    fingerprint,
    address: `${baseUrl.replace(/\/$/, '')}/council/pages/notice/index?sessionId=${sessionId}`,
  };
};

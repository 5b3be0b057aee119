import { isoDate } from '@gongyi/shared/kernel/time';
import type { Certificate } from '@gongyi/shared/volunteers/hours';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';

/** A certificate as its lines of text; `certificate-paper.ts` sets them on paper. */
export interface CertificateContent {
  readonly title: string;
  readonly number: string;
  readonly opening: string;
  readonly lines: readonly string[];
  readonly byHand: string | undefined;
  readonly checking: string;
  readonly code: string;
  readonly signed: readonly string[];
  readonly address: string;
}

/** 2026年11月23日, in Shanghai. */
const dateOf = (at: number): string => {
  const [year = '', month = '', day = ''] = isoDate(at).split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
};

/** In groups of four, to be read out and typed. */
const grouped = (code: string): string => (code.toUpperCase().match(/.{1,4}/g) ?? []).join('-');

export const certificateContent = (certificate: Certificate, baseUrl: string): CertificateContent => {
  const { name, numberMasked, from, until, sum, lines, issuedAt, communityName, number, code } = certificate;
  const known = numberMasked === undefined ? '' : `（志愿者编号 ${numberMasked}）`;
  return {
    title: '志愿服务记录证明',
    number: `编号：${number}`,
    opening:
      `兹证明 ${name}${known} 自 ${dateOf(from)} 至 ${dateOf(until)} 参加志愿服务 ${String(sum.times)} 次，` +
      `服务时长 ${hoursWords(sum.served)}（按签到、签退记录）。`,
    lines: lines.map(
      ({ teamName, kindName, times, minutes }) =>
        `${teamName === kindName ? kindName : `${teamName}（${kindName}）`}：${String(times)} 次，${hoursWords(minutes)}`,
    ),
    byHand: sum.byHand > 0 ? `另有补录时长 ${hoursWords(sum.byHand)}，由服务队或社区说明原因后登记。` : undefined,
    checking: '扫描右侧二维码，或在“志愿—查验证明”输入查验码，可核对本证明所载内容。本证明免费开具。',
    code: `查验码：${grouped(code)}`,
    signed: [communityName, dateOf(issuedAt)],
    address: `${baseUrl.replace(/\/$/, '')}/volunteers/pages/certificate/index?code=${code}`,
  };
};

import type { PublicNotice } from '@gongyi/shared/council/contract';
import { readPdf } from '../platform/read-pdf-for-tests';
import { sheetContent } from './sheet-content';
import { drawSheet } from './sheet';

const at = Date.parse('2026-11-23T10:00:00+08:00');
const notice: PublicNotice = {
  sessionId: 'abc123',
  number: '1123-KQMZ',
  compoundId: 'jn.s1.c1.x1',
  compoundName: '阳光小区',
  heldAt: at,
  publishedAt: at,
  endsAt: at + 7 * 86_400_000,
  resolutions: [
    {
      topicId: 't',
      title: '南门照明改造',
      words: '南门通道增设路灯六盏，由物业公司施工，居委会监督。',
      by: 'vote',
      tasks: [{ id: 't1', words: '安装路灯', party: 'property-company', bodyName: '和谐物业', steps: [], dueAt: at }],
    },
  ],
  minutes: Array.from(
    { length: 60 },
    (_, line) => `第${String(line + 1)}条：居委会李**表态：同意，夜里确实太黑。`,
  ).join('\n'),
  fingerprint: 'f'.repeat(64),
  objections: [],
  mayObject: false,
  mayObjectFor: false,
  rev: 9,
};

it('is a searchable A4 document with numbered pages, made of the parts of the font that it needs', async () => {
  const bytes = await drawSheet(sheetContent(notice, 'https://gongyi.example/'));
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.length).toBeLessThan(300_000);
  const { pages, width, height } = readPdf(bytes);
  expect(pages.length).toBeGreaterThan(1);
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  const all = pages.join('\n').replace(/\s/g, '');
  for (const words of [
    '阳光小区四方共议议定事项公示',
    '编号：1123-KQMZ',
    '公示期自2026年11月23日至2026年11月30日',
    '南门通道增设路灯六盏，由物业公司施工，居委会监督。',
    '责任单位：和谐物业；任务：安装路灯；完成期限：2026年11月23日',
    '第60条：居委会李**表态：同意，夜里确实太黑。',
    'f'.repeat(64),
    `第1页共${String(pages.length)}页`,
  ])
    expect(all).toContain(words);
});

it('says which party did not confirm the minutes in time', async () => {
  const bytes = await drawSheet(
    sheetContent({ ...notice, lockedWithout: 'property-company' }, 'https://gongyi.example'),
  );
  expect(readPdf(bytes).pages.join('').replace(/\s/g, '')).toContain('逾期未确认：物业公司');
});

it('leads by its code to the notice', () => {
  expect(sheetContent(notice, 'https://gongyi.example/').address).toBe(
    'https://gongyi.example/council/pages/notice/index?sessionId=abc123',
  );
});

import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import type { Vote } from '@gongyi/shared/votes/vote';
import type { VotingRules } from '@gongyi/shared/votes/voting-rules';
import { readPdf } from '../platform/read-pdf-for-tests';
import { noticeWords, resultWords } from './sheet-words';
import { drawBallotPapers, drawVoteSheet } from './sheets';

const at = Date.parse('2026-12-01T18:00:00+08:00');
const vote: Vote = {
  id: 'v1',
  number: '1201-KQMZ',
  rev: 3,
  fingerprint: 'f'.repeat(64),
  status: 'published',
  compoundId: 'jn.s1.c1.x1',
  compoundName: '阳光小区',
  starter: 'owners-committee',
  startedBy: 'p1',
  startedByName: '吴**',
  title: '使用维修资金',
  scope: { kind: 'compound' },
  matters: [
    {
      id: 'm1',
      kind: 'fund-use',
      title: '维修1号楼屋面',
      words: '使用维修资金维修1号楼屋面。',
      attachments: [],
      fund: { works: '重做防水', budget: 1_000_000, balance: 2_000_000, fromFund: 800_000, apportionment: 'by-area' },
    },
  ],
  rulesInForce: { version: 0, rules: DEFAULT_VOTING_RULES },
  scrutineers: [{ personId: 'p2', name: '王样一' }],
  doorCallers: [],
  begunAt: at,
  since: at,
  noticeAt: at,
  opensAt: at,
  closesAt: at,
  publishedAt: at,
  electorate: { homes: 5, area: 40_000, heads: 4 },
};
const tally = {
  all: { area: 40_000, heads: 4 },
  tookPart: { area: 30_000, heads: 3 },
  for: { area: 20_000, heads: 2 },
  against: { area: 10_000, heads: 1 },
  abstain: { area: 0, heads: 0 },
};
const result: NonNullable<Vote['result']> = {
  at,
  questions: [
    {
      questionId: 'm1',
      matterId: 'm1',
      tally,
      outcome: 'passed',
      threshold: 'general',
      article: '民法典第二百七十八条第一款第(五)项、第二款',
      participation: { area: true, heads: true },
      agreement: { area: true, heads: true },
    },
  ],
  elections: [],
  ballots: { phone: 2, proxy: 0, paper: 1, spoiled: 1 },
  log: { size: 5, root: 'a'.repeat(64) },
};
const under = (rules: Partial<VotingRules>): Vote => ({
  ...vote,
  rulesInForce: { version: 1, rules: { ...DEFAULT_VOTING_RULES, ...rules } },
});
const designated = under({ legalForce: 'designated', designatedBy: '区住建局〔2026〕8号' });
const textOf = (bytes: Uint8Array): string => readPdf(bytes).pages.join('\n').replace(/\s/g, '');

const BASE = 'https://gongyi.example/';

it('prints the notice with what is asked, of how many, until when, and that it asks for opinions', async () => {
  const sheet = noticeWords(vote, [], BASE);
  expect(sheet.address).toBe('https://gongyi.example/votes/pages/vote/index?id=v1');
  const text = textOf(await drawVoteSheet(sheet));
  for (const words of [
    '阳光小区业主大会表决公告（征求意见）',
    '计票人数4人，计票面积400.00平方米',
    '参与须达到三分之二',
    '预算10000.00元，其中维修资金列支8000.00元',
    '监票人：王样一',
    '面积和别家都不一样的房，可能被认出来',
  ])
    expect(text).toContain(words);
});

it('prints the result with numbers, method, article and the root of the log', async () => {
  const sheet = resultWords(vote, result, BASE);
  expect(sheet.address).toBe(`https://gongyi.example/votes/pages/result/index?id=v1&root=${'a'.repeat(64)}`);
  const text = textOf(await drawVoteSheet(sheet));
  for (const words of [
    '维修1号楼屋面通过',
    '参与3人、300.00平方米',
    '第(五)项、第二款',
    '手机2张、委托0张、纸质1张；废票1张',
    'a'.repeat(64),
    '征求意见',
  ])
    expect(text).toContain(words);
});

it('asks for opinions where it only asks, and for a decision where the platform is designated', () => {
  expect(noticeWords(vote, [], BASE).opening).toContain('「使用维修资金」征求业主意见，');
  expect(noticeWords(designated, [], BASE).opening).toContain('「使用维修资金」提请业主共同决定，');
  expect(noticeWords(designated, [], BASE).title).toBe('阳光小区业主大会表决公告');
});

it('offers the court only against a decision, and a proxy only where the rules allow one', () => {
  expect(resultWords(vote, result, BASE).foot).not.toContain('法院');
  expect(resultWords(vote, result, BASE).foot).toContain('异议');
  expect(resultWords(designated, result, BASE).foot).toContain('一年内请求人民法院撤销');
  const votingOf = (one: Vote) => noticeWords(one, [], BASE).sections.at(-1)?.lines.join('');
  expect(votingOf(vote)).toContain('书面委托投票');
  expect(votingOf(under({ headsPerProxy: 0 }))).not.toContain('委托');
});

it('prints a page for every numbered paper', async () => {
  const papers = [1, 2].map((serial) => ({ serial, homes: `1号楼1单元10${String(serial)}`, area: '80.00 平方米' }));
  const bytes = await drawBallotPapers({
    title: '表决票',
    number: '1201-KQMZ',
    force: '本次表决为征求意见。',
    until: '2026年12月8日 18:00',
    matters: [
      { questions: ['1．维修1号楼屋面'] },
      { limit: '选举业委会：最多同意 5 人', questions: ['2．选举业委会　候选人：王样一'] },
    ],
    address: 'https://gongyi.example/votes/pages/vote/index?id=v1',
    papers,
  });
  const { pages } = readPdf(bytes);
  expect(pages).toHaveLength(2);
  const second = pages[1]?.replace(/\s/g, '') ?? '';
  expect(second).toContain('表决票编号：000002');
  // In the order of reading: how to fill it in, then what limits an election, then whom it is about.
  const read = ['每一项都要勾选，而且只勾一格', '1．维修1号楼屋面', '最多同意5人', '候选人：王样一', '签名'];
  const places = read.map((words) => second.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(second).toContain('可能被认出来');
});

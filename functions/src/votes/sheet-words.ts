import { formatArea } from '@gongyi/shared/kernel/area';
import { isoDate, minuteOfDay } from '@gongyi/shared/kernel/time';
import { OPENED_WORDS } from '@gongyi/shared/votes/ballot';
import { seatsWords } from '@gongyi/shared/votes/election-rules';
import { MATTER_WORDS, THRESHOLD_WORDS, articleOf, thresholdOf } from '@gongyi/shared/votes/matters';
import { noticeDigest } from '@gongyi/shared/votes/notice-digest';
import { resultPath } from '@gongyi/shared/votes/result-address';
import type { Matter, QuestionResult, Vote, VoteResult } from '@gongyi/shared/votes/vote';
import { forceMark, isConsultative } from '@gongyi/shared/votes/voting-rules';

/** What printed papers of a vote say, line by line; `sheets.ts` sets it. */
export interface VoteSheet {
  readonly title: string;
  readonly number: string;
  readonly opening: string;
  readonly sections: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly foot: string;
  readonly small: string;
  readonly signed: readonly string[];
  readonly address: string;
  readonly codeWords: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
/** 2026年12月1日 18:00, in Shanghai. */
export const timeWords = (at: number | undefined): string => {
  if (at === undefined) return '';
  const [year = '', month = '', day = ''] = isoDate(at).split('-');
  const minutes = minuteOfDay(at);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${year}年${String(Number(month))}月${String(Number(day))}日 ${clock}`;
};
export const dayWords = (at: number | undefined): string => timeWords(at).split(' ')[0] ?? '';

/** What the vote is in law, on every paper of it. */
export const forceWords = (vote: Vote): string =>
  isConsultative(vote.rulesInForce.rules)
    ? '本次表决为征求意见，供业主了解和表达意见；正式决定按当地规定的形式作出。'
    : `本次表决在主管部门指定的平台进行（${vote.rulesInForce.rules.designatedBy ?? ''}）。`;

/** The heading of a paper of the vote. */
export const titled = (vote: Vote, what: string): string =>
  `${vote.compoundName}业主大会表决${what}${forceMark(vote.rulesInForce.rules)}`;

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;
const square = (hundredths: number): string => `${formatArea(hundredths)} 平方米`;

const matterLines = (matter: Matter, index: number): string[] => {
  const { kind, title, words, fund, election } = matter;
  return [
    `${String(index + 1)}．${title}（${MATTER_WORDS[kind].words}）`,
    words,
    `通过条件：${THRESHOLD_WORDS[thresholdOf(kind)]}（${articleOf(kind)}）。`,
    ...(fund === undefined
      ? []
      : [
          `工程：${fund.works}`,
          `预算 ${yuan(fund.budget)}，其中维修资金列支 ${yuan(fund.fromFund)}；资金余额 ${yuan(fund.balance)}；` +
            `分摊：${fund.apportionment === 'by-area' ? '按专有部分面积' : '按户'}。`,
        ]),
    ...(election === undefined
      ? []
      : [
          `${seatsWords(election)}${election.alternates === 0 ? '' : `，候补 ${String(election.alternates)} 名`}。候选人：`,
          ...election.candidates.map(({ name, about }) => `${name}：${about}`),
        ]),
  ];
};

const scopeWords = (vote: Vote, scopeNames: readonly string[]): string =>
  vote.scope.kind === 'compound'
    ? '表决范围：全体业主。'
    : `表决范围：${scopeNames.join('、')}的业主（依据：${vote.scope.basis}）。`;

/** Where a vote's code leads. */
export const voteAddress = ({ id }: Pick<Vote, 'id'>, baseUrl: string): string =>
  `${baseUrl.replace(/\/$/, '')}/votes/pages/vote/index?id=${id}`;

/** The public notice: agenda, heads and area, matters word for word, times, who watches the counting. */
export const noticeWords = (vote: Vote, scopeNames: readonly string[], baseUrl: string): VoteSheet => {
  const { electorate, closedFirstAt, scrutineers } = vote;
  const { rules } = vote.rulesInForce;
  const asked = isConsultative(rules) ? '征求业主意见' : '提请业主共同决定';
  const ways = rules.headsPerProxy === 0 ? '手机投票和纸质表决票' : '手机投票、书面委托投票和纸质表决票';
  return {
    title: titled(vote, '公告'),
    number: `编号：${vote.number}`,
    opening: `现就「${vote.title}」${asked}，投票自 ${timeWords(vote.opensAt)} 至 ${timeWords(vote.closesAt)}。${forceWords(vote)}`,
    sections: [
      {
        name: '一、表决人数和面积',
        lines: [
          scopeWords(vote, scopeNames),
          `名册共 ${String(electorate?.homes ?? 0)} 户，计票人数 ${String(electorate?.heads ?? 0)} 人，` +
            `计票面积 ${square(electorate?.area ?? 0)}。名下多套住房按一人计；共有住房推举一名代表；未售、未交付部分合计一人。`,
          ...(closedFirstAt === undefined
            ? []
            : [`原定 ${timeWords(closedFirstAt)} 结束，已延长至 ${timeWords(vote.closesAt)}。`]),
        ],
      },
      { name: '二、表决事项', lines: vote.matters.flatMap(matterLines) },
      {
        name: '三、投票和计票',
        lines: [
          `${ways}效力相同；每一计票人一票，同意、不同意、弃权均为参与。`,
          '投票期间不公布任何意见；结束后开箱计票、公布结果，任何业主都可以核对。',
          OPENED_WORDS,
          `监票人：${scrutineers.map(({ name }) => name).join('、')}。`,
        ],
      },
    ],
    foot: '对名册登记有疑问的业主，请在公告期内向社区居民委员会提出更正。扫描右侧二维码查看全文、投票。',
    small: `公告指纹（SHA-256）：${noticeDigest(vote)}`,
    signed: [`${vote.compoundName}业主大会`, dayWords(vote.noticeAt)],
    address: voteAddress(vote, baseUrl),
    codeWords: '扫码看公告、投票',
  };
};

const OUTCOMES: Readonly<Record<string, string | undefined>> = {
  passed: '通过',
  'not-passed': '未通过',
  'no-quorum': '参与人数或面积不足三分之二，未形成决定',
  elected: '选出',
  'too-few': '当选人数不足应选名额',
  tie: '末位票数相同，未能选出全部名额',
};

const measure = ({ area, heads }: { readonly area: number; readonly heads: number }): string =>
  `${String(heads)} 人、${square(area)}`;

const questionLines = (vote: Vote, question: QuestionResult): string[] => {
  const matter = vote.matters.find(({ id }) => id === question.matterId);
  const candidate = matter?.election?.candidates.find(({ id }) => id === question.candidateId);
  const { tally, withSilence } = question;
  return [
    `${candidate === undefined ? (matter?.title ?? '') : `${matter?.title ?? ''}：${candidate.name}`}　${OUTCOMES[question.outcome] ?? ''}`,
    `全体 ${measure(tally.all)}；参与 ${measure(tally.tookPart)}。`,
    `同意 ${measure(tally.for)}；不同意 ${measure(tally.against)}；弃权 ${measure(tally.abstain)}。`,
    `依据：${question.article}。`,
    ...(withSilence === undefined
      ? []
      : [
          `按本小区议事规则，未参与的计入已表决的多数：同意 ${measure(withSilence.tally.for)}，` +
            `不同意 ${measure(withSilence.tally.against)}，${OUTCOMES[withSilence.outcome] ?? ''}。`,
        ]),
  ];
};

const electionLines = (vote: Vote, result: VoteResult): string[] =>
  result.elections.flatMap(({ matterId, outcome, elected, alternates }) => {
    const matter = vote.matters.find(({ id }) => id === matterId);
    const names = (ids: readonly string[]): string =>
      ids.map((id) => matter?.election?.candidates.find((one) => one.id === id)?.name ?? '').join('、');
    return [
      `${matter?.title ?? ''}：${OUTCOMES[outcome] ?? ''}`,
      ...(elected.length === 0 ? [] : [`当选：${names(elected)}`]),
      ...(alternates.length === 0 ? [] : [`候补：${names(alternates)}`]),
    ];
  });

/** What an owner can do against it: only a decision of the assembly can be challenged in court (Civil Code art. 280). */
const remedyWords = (vote: Vote): string =>
  isConsultative(vote.rulesInForce.rules)
    ? '业主对结果有疑问的，可以扫码署名提出异议。'
    : '业主认为决定侵害其合法权益的，可以自公布之日起一年内请求人民法院撤销；也可以扫码署名提出异议。';

/** The result: numbers, method, the root of the log. */
export const resultWords = (vote: Vote, result: VoteResult, baseUrl: string): VoteSheet => {
  const { ballots, log } = result;
  return {
    title: titled(vote, '结果公告'),
    number: `编号：${vote.number}`,
    opening: `「${vote.title}」投票自 ${timeWords(vote.opensAt)} 至 ${timeWords(vote.closesAt)}，现将结果公布如下。${forceWords(vote)}`,
    sections: [
      {
        name: '一、结果',
        lines: [...electionLines(vote, result), ...result.questions.flatMap((one) => questionLines(vote, one))],
      },
      {
        name: '二、计票办法',
        lines: [
          `有效票：手机 ${String(ballots.phone)} 张、委托 ${String(ballots.proxy)} 张、纸质 ${String(ballots.paper)} 张；废票 ${String(ballots.spoiled)} 张。`,
          '参与的面积和人数都达到三分之二，同意的面积和人数都达到法定比例，方为通过；按整数比较，不取四舍五入的百分比。',
          `监票人：${vote.scrutineers.map(({ name }) => name).join('、')}。`,
          ...(vote.unsigned === undefined ? [] : [`未签字：${vote.unsigned.names.join('、')}。理由记在表决记录里。`]),
          `表决日志共 ${String(log.size)} 条，任何业主都可以用核验工具重新计票。`,
        ],
      },
    ],
    foot: remedyWords(vote),
    small: `日志根（RFC 6962，SHA-256）：${log.root}`,
    signed: [`${vote.compoundName}业主大会`, dayWords(vote.publishedAt)],
    address: baseUrl.replace(/\/$/, '') + resultPath(vote.id, log.root),
    codeWords: '扫码核对、提异议',
  };
};

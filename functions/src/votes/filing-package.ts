import type { getFilingPackage as route } from '@gongyi/shared/votes/contract';
import { formatArea } from '@gongyi/shared/kernel/area';
import { may } from '@gongyi/shared/kernel/authority';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import type { VoteResult, Vote } from '@gongyi/shared/votes/vote';
import { voteWords } from '@gongyi/shared/votes/vote-effects';
import { lineOf as recordLine } from '../platform/record-item';
import type { StoredStep } from '../platform/record-item';
import { env } from '../platform/env';
import type { Call } from '../platform/router';
import { findHead, wholeLines } from './ballot-store';
import type { WholeLine } from './ballot-store';
import { scopeNamesOf } from './scope-names';
import { noticeWords, resultWords, timeWords, titled } from './sheet-words';
import type { VoteSheet } from './sheet-words';
import { byWords, votesSubject } from './standing';
import { getFile } from './vote-file-store';
import { findLog } from './vote-log-store';
import { findVote, voteSteps } from './vote-store';

/** Spreadsheets take these bytes at the beginning for Chinese in a text file. */
const BOM = '\uFEFF';
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: readonly (readonly string[])[]): string =>
  `${BOM}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

const WAYS: Readonly<Record<string, string | undefined>> = { signed: '签收', posted: '邮寄', notice: '公告送达' };

/** A number given out before to the line; when, how and why it was replaced stands in the entries of the registers. */
const voidRow = (no: number, serial: number): string[] => [String(no), '', '', String(serial), '', '', '', '作废'];

/** 送达登记: which paper went where, how, when; and which came back. No names, no choices. */
const deliveries = (lines: readonly WholeLine[]): string =>
  csv([
    ['行号', '住房', '计票面积（平方米）', '表决票编号', '送达方式', '送达时间', '收回时间', '处理'],
    ...lines.flatMap(({ line, homes }) => {
      const { paper } = line;
      if (paper === undefined) return [];
      const settled =
        paper.settled === undefined ? '' : `${paper.settled.keep ? '保留' : '作废'}：${paper.settled.reason}`;
      return [
        [
          String(line.no),
          homes.map(({ name }) => name).join('、'),
          formatArea(line.area),
          String(paper.serial),
          WAYS[paper.way ?? ''] ?? '',
          timeWords(paper.deliveredAt),
          timeWords(paper.returnedAt),
          paper.spoiled === undefined ? settled : `废票：${paper.spoiled}`,
        ],
        ...paper.voided.map((serial) => voidRow(line.no, serial)),
      ];
    }),
  ]);

/** 名册汇总: what was counted, line by line, without owners. */
const roll = ({ electorate }: Vote, lines: readonly WholeLine[]): string =>
  csv([
    [
      '合计',
      `${String(electorate?.homes ?? 0)} 户`,
      `${String(electorate?.heads ?? 0)} 人`,
      formatArea(electorate?.area ?? 0),
    ],
    ['行号', '住房', '户数', '计票面积（平方米）'],
    ...lines.map(({ line, homes }) => [
      String(line.no),
      homes.map(({ name }) => name).join('、'),
      String(line.homes),
      formatArea(line.area),
    ]),
  ]);

const pdfOf = async (sheet: VoteSheet): Promise<Uint8Array> => (await import('./sheets')).drawVoteSheet(sheet);

/** 计票记录: who did what when, as the record has it, and the count itself. */
const minutes = (vote: Vote, result: VoteResult, steps: readonly StoredStep[]): string => {
  const { ballots, log } = result;
  return [
    `${titled(vote, '计票记录')}　编号 ${vote.number}`,
    `开票 ${timeWords(vote.sealedAt)}，公布 ${timeWords(vote.publishedAt)}`,
    `监票人：${vote.scrutineers.map(({ name }) => name).join('、')}`,
    ...(vote.unsigned === undefined ? [] : [`未签字：${vote.unsigned.names.join('、')}，因${vote.unsigned.reason}`]),
    `手机 ${String(ballots.phone)}，委托 ${String(ballots.proxy)}，纸质 ${String(ballots.paper)}，废票 ${String(ballots.spoiled)}`,
    `日志 ${String(log.size)} 条，根 ${log.root}`,
    '',
    ...steps.map(
      (step) => `${String(step.rev)}　${timeWords(step.at)}　${byWords(step)}　${step.kind}　${step.fingerprint}`,
    ),
  ].join('\n');
};

/** 表决事项: word for word what was voted on. */
const matters = (vote: Vote): string =>
  [`${titled(vote, '事项')}　编号 ${vote.number}`, '', voteWords(vote.title, vote.scope, vote.matters), ''].join('\n');

const linesOf = async (voteId: string): Promise<WholeLine[]> => {
  const head = await findHead(voteId, { consistent: true });
  if (head === undefined) return [];
  const lines: WholeLine[] = [];
  for await (const line of wholeLines(head)) lines.push(line);
  return lines;
};

const make = async (vote: Vote, result: VoteResult): Promise<Uint8Array> => {
  const { strToU8, zipSync } = await import('fflate');
  const base = env().PUBLIC_BASE_URL;
  const [lines, log, steps] = await Promise.all([linesOf(vote.id), findLog(vote.id), voteSteps(vote.id)]);
  const bundle = log?.bundle === undefined ? undefined : await getFile(log.bundle.key);
  const record = { head: { rev: vote.rev, fingerprint: vote.fingerprint }, items: steps.map(recordLine) };
  return zipSync({
    '1 公告.pdf': await pdfOf(noticeWords(vote, await scopeNamesOf(vote), base)),
    '2 表决事项.txt': strToU8(`${BOM}${matters(vote)}`),
    '3 名册汇总.csv': strToU8(roll(vote, lines)),
    '4 送达登记.csv': strToU8(deliveries(lines)),
    '5 结果公告.pdf': await pdfOf(resultWords(vote, result, base)),
    '6 计票记录.txt': strToU8(`${BOM}${minutes(vote, result, steps)}\n`),
    '7 办理记录.json': strToU8(JSON.stringify(record, undefined, 1)),
    ...(log?.checkpoint === undefined ? {} : { '8 日志检查点.txt': strToU8(log.checkpoint) }),
    ...(bundle === undefined ? {} : { '9 核验包.json': bundle }),
  });
};

/** Everything the housing authority files of a vote, as one zip; made once for the vote as it stands. */
export const getFilingPackage = async (
  { params }: RouteInput<typeof route>,
  call: Call,
): Promise<RouteReply<typeof route> | Refusal> => {
  const vote = await findVote(params.voteId);
  if (vote === undefined || !may(call.who, 'vote.prepare', await votesSubject(vote.compoundId), call.now)) {
    return refuse('not-found');
  }
  const { result } = vote;
  if (vote.status !== 'published' || result === undefined) {
    return refuse('move-not-allowed', { rev: vote.rev, status: vote.status });
  }
  const { exportOnce } = await import('../platform/exported-file');
  const name = `${titled(vote, '备案材料')} ${vote.number}`;
  const id = `filing-${vote.id}-${String(vote.rev)}`;
  return { url: await exportOnce({ id, type: 'zip', name }, () => make(vote, result)) };
};

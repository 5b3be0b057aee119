import { OPENED_WORDS } from '@gongyi/shared/votes/ballot';
import {
  CODE,
  FAINT,
  INK,
  MARGIN,
  SEAL,
  closePaper,
  drawCode,
  foot,
  heading,
  openPaper,
  section,
} from '../platform/paper';
import type { Paper } from '../platform/paper';
import type { VoteSheet } from './sheet-words';

/** Papers of a vote, set on A4. Loaded only when one is made: it brings the libraries with it. */
const line = (paper: Paper, words: string): void => {
  paper.fillColor(INK).fontSize(12).text(words, { lineGap: 5 }).moveDown(0.25);
};

export const drawVoteSheet = (sheet: VoteSheet): Promise<Buffer> => {
  const paper = openPaper(sheet.title);
  heading(paper, sheet);
  for (const { name, lines } of sheet.sections) {
    section(paper, name);
    lines.forEach((words) => {
      line(paper, words);
    });
    paper.moveDown(0.4);
  }
  const { foot: words, small, signed, address, codeWords } = sheet;
  foot(paper, { words, small, signed, address, codeWords });
  return closePaper(paper);
};

/** One numbered paper: what is counted for it. */
export interface BallotPaper {
  readonly serial: number;
  readonly homes: string;
  readonly area: string;
}
/** Questions of one matter, each with its three boxes, below what else spoils the paper. */
export interface PaperMatter {
  readonly limit?: string;
  readonly questions: readonly string[];
}
export interface BallotPapers {
  readonly title: string;
  readonly number: string;
  readonly force: string;
  readonly until: string;
  readonly matters: readonly PaperMatter[];
  readonly address: string;
  readonly papers: readonly BallotPaper[];
}

const BOX = 11;
const CHOICES = ['同意', '不同意', '弃权'] as const;

/** What makes a paper count, as the counting goes by it: read before the first box. */
const HOW = '每一项都要勾选，而且只勾一格。漏选、多选或涂改不清的，整张票作废。';

/** Begins a page where less than this is left of one. */
const room = (paper: Paper, height: number): void => {
  if (paper.y > paper.page.height - MARGIN - height) paper.addPage();
};

const question = (paper: Paper, words: string): void => {
  room(paper, 60);
  paper.fillColor(INK).fontSize(12).text(words, MARGIN, paper.y, { lineGap: 4 }).moveDown(0.3);
  const top = paper.y;
  CHOICES.forEach((choice, index) => {
    const x = MARGIN + 24 + index * 110;
    paper.rect(x, top, BOX, BOX).lineWidth(0.9).strokeColor(INK).stroke();
    paper.text(choice, x + BOX + 6, top - 2, { lineBreak: false });
  });
  paper.x = MARGIN;
  paper.y = top + BOX + 14;
};

const matter = (paper: Paper, { limit, questions }: PaperMatter): void => {
  if (limit !== undefined) {
    // Never at the foot of a page, away from the first candidate.
    room(paper, 90);
    paper.fillColor(INK).fontSize(13).text(limit, MARGIN, paper.y, { lineGap: 4 }).moveDown(0.4);
  }
  questions.forEach((words) => {
    question(paper, words);
  });
};

const ballot = (paper: Paper, { title, number, force, until, matters, address }: BallotPapers, one: BallotPaper) => {
  const { serial, homes, area } = one;
  paper.fillColor(SEAL).fontSize(20).text(title, MARGIN, MARGIN, { align: 'center', lineGap: 4 }).moveDown(0.3);
  paper
    .fillColor(FAINT)
    .fontSize(10.5)
    .text(`表决编号：${number}　　表决票编号：${String(serial).padStart(6, '0')}`, { align: 'right' })
    .moveDown(0.5);
  paper.fillColor(INK).fontSize(12).text(`住房：${homes}`, { lineGap: 4 });
  paper.text(`计票面积 ${area}，计票人数 1 人。请在 ${until} 前交回。`, { lineGap: 4 }).moveDown(0.3);
  paper.fillColor(INK).fontSize(13).text(HOW, { lineGap: 4 }).moveDown(0.3);
  paper.fillColor(FAINT).fontSize(10).text(force, { lineGap: 3 }).text(OPENED_WORDS, { lineGap: 3 }).moveDown(0.6);
  matters.forEach((each) => {
    matter(paper, each);
  });
  room(paper, CODE + 40);
  const top = paper.y + 10;
  paper
    .fillColor(INK)
    .fontSize(11)
    .text('业主（代表）签名：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿', MARGIN, top, { width: 320, lineGap: 10 });
  drawCode(paper, address, paper.page.width - MARGIN - CODE, top);
};

/** Every paper begins a page of its own. */
export const drawBallotPapers = (all: BallotPapers): Promise<Buffer> => {
  const paper = openPaper(all.title);
  all.papers.forEach((one, index) => {
    if (index > 0) paper.addPage();
    ballot(paper, all, one);
  });
  return closePaper(paper);
};

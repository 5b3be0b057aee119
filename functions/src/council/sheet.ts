import { FAINT, INK, closePaper, foot, heading, openPaper, section } from '../platform/paper';
import type { Paper } from '../platform/paper';
import type { SheetContent, SheetItem } from './sheet-content';

/** A public notice of the council, set on paper. Loaded only when one is made: it brings the libraries with it. */
const item = (paper: Paper, { heading: name, words, how, tasks }: SheetItem): void => {
  paper.fillColor(INK).fontSize(13).text(name, { lineGap: 4 });
  paper.fontSize(12).text(words, { indent: 24, lineGap: 5 });
  paper.fillColor(FAINT).fontSize(11).text(how, { indent: 24, lineGap: 4 });
  paper.fillColor(INK);
  tasks.forEach((task) => paper.text(task, { indent: 24, lineGap: 4 }));
  paper.moveDown(0.7);
};

export const drawSheet = (content: SheetContent): Promise<Buffer> => {
  const paper = openPaper(content.title);
  heading(paper, content);
  section(paper, '一、议定事项');
  content.items.forEach((one) => item(paper, one));
  section(paper, '二、会议纪要');
  paper.fillColor(INK).fontSize(11).text(content.minutes, { lineGap: 4 });
  if (content.unconfirmed !== undefined) paper.moveDown(0.5).text(content.unconfirmed, { lineGap: 4 });
  foot(paper, {
    words: content.objecting,
    small: `纪要指纹（SHA-256）：${content.fingerprint}`,
    signed: content.signed,
    address: content.address,
    codeWords: '扫码看公示、提异议',
  });
  return closePaper(paper);
};

import { FAINT, INK, closePaper, foot, heading, openPaper, section } from '../platform/paper';
import type { CertificateContent } from './certificate-content';

/** A certificate of service, set on paper. Loaded only when one is made: it brings the libraries with it. */
export const drawCertificate = (content: CertificateContent): Promise<Buffer> => {
  const { title, lines, byHand, checking, code, signed, address } = content;
  const paper = openPaper(title);
  heading(paper, content);
  section(paper, '服务明细');
  paper.fillColor(INK).fontSize(12);
  lines.forEach((line) => paper.text(line, { indent: 24, lineGap: 5 }));
  if (byHand !== undefined) paper.moveDown(0.5).fillColor(FAINT).fontSize(11).text(byHand, { lineGap: 4 });
  foot(paper, { words: checking, small: code, signed, address, codeWords: '扫码查验' });
  return closePaper(paper);
};

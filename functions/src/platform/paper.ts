import PDFDocument from 'pdfkit';
import { create } from 'qrcode';
import { paperFontPath } from './paper-font';

/**
 * An A4 document to print and hang up: text that can be searched and copied, codes drawn as vectors. Whoever
 * needs it loads this file only when a paper is made: it brings the libraries with it.
 */
export type Paper = InstanceType<typeof PDFDocument>;

export const MARGIN = 62;
export const INK = '#1a1a1a';
export const SEAL = '#b3261e';
export const FAINT = '#5c5c5c';
/** The side of a code, in points. */
export const CODE = 96;

export const openPaper = (title: string): Paper =>
  new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    font: paperFontPath(),
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Creator: '共议' },
  });

export const ruler = (paper: Paper, thickness: number, colour: string): void => {
  const { width } = paper.page;
  paper
    .moveTo(MARGIN, paper.y)
    .lineTo(width - MARGIN, paper.y)
    .lineWidth(thickness)
    .strokeColor(colour)
    .stroke();
};

/** Title between its rulers, number and opening words, as official notices have them. */
export const heading = (
  paper: Paper,
  { title, number, opening }: { readonly title: string; readonly number: string; readonly opening: string },
): void => {
  paper.fillColor(SEAL).fontSize(22).text(title, { align: 'center', lineGap: 4 }).moveDown(0.4);
  ruler(paper, 1.6, SEAL);
  paper.moveDown(0.15);
  ruler(paper, 0.5, SEAL);
  paper.moveDown(0.5);
  paper.fillColor(FAINT).fontSize(10).text(number, { align: 'right' }).moveDown(0.6);
  paper.fillColor(INK).fontSize(12.5).text(opening, { indent: 25, lineGap: 6 }).moveDown(0.8);
};

export const section = (paper: Paper, name: string): void => {
  if (paper.y > paper.page.height - MARGIN - 90) paper.addPage();
  paper.fillColor(SEAL).fontSize(14).text(name, { lineGap: 4 }).moveDown(0.3);
};

/** The code as squares, so that it prints sharp at any size. */
export const drawCode = (paper: Paper, address: string, x: number, y: number, size = CODE): void => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const side = size / modules.size;
  paper.fillColor('#000000');
  modules.data.forEach((dark, index) => {
    if (!dark) return;
    const [row, column] = [Math.floor(index / modules.size), index % modules.size];
    paper.rect(x + column * side, y + row * side, side + 0.05, side + 0.05);
  });
  paper.fill();
};

export interface Foot {
  /** What a reader may do, beside the code. */
  readonly words: string;
  /** What the paper is checked by, in small letters. */
  readonly small: string;
  readonly signed: readonly string[];
  /** Where the code leads, and what it says below. */
  readonly address: string;
  readonly codeWords: string;
}

export const foot = (paper: Paper, { words, small, signed, address, codeWords }: Foot): void => {
  if (paper.y > paper.page.height - MARGIN - CODE - 70) paper.addPage();
  paper.moveDown(0.5);
  ruler(paper, 0.5, FAINT);
  paper.moveDown(0.8);
  const top = paper.y;
  const width = paper.page.width - 2 * MARGIN - CODE - 24;
  paper.fillColor(INK).fontSize(11).text(words, MARGIN, top, { width, lineGap: 4 }).moveDown(0.6);
  paper.fillColor(FAINT).fontSize(8.5).text(small, { width, lineGap: 2 });
  paper.moveDown(0.8).fillColor(INK).fontSize(12);
  signed.forEach((line) => paper.text(line, { width, align: 'right', lineGap: 4 }));
  const codeX = paper.page.width - MARGIN - CODE;
  drawCode(paper, address, codeX, top);
  paper
    .fillColor(FAINT)
    .fontSize(9)
    .text(codeWords, codeX - 12, top + CODE + 6, { width: CODE + 24, align: 'center' });
};

/** Page numbers come last, when it is known how many pages there are. */
const numberPages = (paper: Paper): void => {
  const { count } = paper.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    paper.switchToPage(page);
    // Below the margin, where a text would begin a new page.
    paper.page.margins.bottom = 0;
    paper
      .fillColor(FAINT)
      .fontSize(9)
      .text(`第 ${String(page + 1)} 页　共 ${String(count)} 页`, MARGIN, paper.page.height - 40, {
        width: paper.page.width - 2 * MARGIN,
        align: 'center',
        lineBreak: false,
      });
  }
};

/** Numbers the pages and gives the finished document. */
export const closePaper = (paper: Paper): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    paper.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
    numberPages(paper);
    paper.end();
  });

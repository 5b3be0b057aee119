import PDFDocument from 'pdfkit';
import { create } from 'qrcode';
import type { SheetContent, SheetItem } from './sheet-content';
import { sheetFontPath } from './sheet-font';

/**
 * A public notice as an A4 document to hang up: text that can be searched and copied, the code drawn as vectors.
 * Whoever needs it loads this file only when a sheet is made: it brings the libraries with it.
 */
type Document = InstanceType<typeof PDFDocument>;

const MARGIN = 62;
const INK = '#1a1a1a';
const SEAL = '#b3261e';
const FAINT = '#5c5c5c';
const CODE = 96;

const ruler = (doc: Document, thickness: number, colour: string): void => {
  const { width } = doc.page;
  doc
    .moveTo(MARGIN, doc.y)
    .lineTo(width - MARGIN, doc.y)
    .lineWidth(thickness)
    .strokeColor(colour)
    .stroke();
};

const head = (doc: Document, { title, number, opening }: SheetContent): void => {
  doc.fillColor(SEAL).fontSize(22).text(title, { align: 'center', lineGap: 4 }).moveDown(0.4);
  ruler(doc, 1.6, SEAL);
  doc.moveDown(0.15);
  ruler(doc, 0.5, SEAL);
  doc.moveDown(0.5);
  doc.fillColor(FAINT).fontSize(10).text(number, { align: 'right' }).moveDown(0.6);
  doc.fillColor(INK).fontSize(12.5).text(opening, { indent: 25, lineGap: 6 }).moveDown(0.8);
};

const section = (doc: Document, name: string): void => {
  if (doc.y > doc.page.height - MARGIN - 90) doc.addPage();
  doc.fillColor(SEAL).fontSize(14).text(name, { lineGap: 4 }).moveDown(0.3);
};

const item = (doc: Document, { heading, words, how, tasks }: SheetItem): void => {
  doc.fillColor(INK).fontSize(13).text(heading, { lineGap: 4 });
  doc.fontSize(12).text(words, { indent: 24, lineGap: 5 });
  doc.fillColor(FAINT).fontSize(11).text(how, { indent: 24, lineGap: 4 });
  doc.fillColor(INK);
  tasks.forEach((task) => doc.text(task, { indent: 24, lineGap: 4 }));
  doc.moveDown(0.7);
};

/** The code as squares, so that it prints sharp at any size. */
const drawCode = (doc: Document, address: string, x: number, y: number): void => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const side = CODE / modules.size;
  doc.fillColor('#000000');
  modules.data.forEach((dark, index) => {
    if (!dark) return;
    const [row, column] = [Math.floor(index / modules.size), index % modules.size];
    doc.rect(x + column * side, y + row * side, side + 0.05, side + 0.05);
  });
  doc.fill();
};

const foot = (doc: Document, content: SheetContent): void => {
  if (doc.y > doc.page.height - MARGIN - CODE - 70) doc.addPage();
  doc.moveDown(0.5);
  ruler(doc, 0.5, FAINT);
  doc.moveDown(0.8);
  const top = doc.y;
  const width = doc.page.width - 2 * MARGIN - CODE - 24;
  doc.fillColor(INK).fontSize(11).text(content.objecting, MARGIN, top, { width, lineGap: 4 }).moveDown(0.6);
  doc.fillColor(FAINT).fontSize(8.5).text(`纪要指纹（SHA-256）：${content.fingerprint}`, { width, lineGap: 2 });
  doc.moveDown(0.8).fillColor(INK).fontSize(12);
  content.signed.forEach((line) => doc.text(line, { width, align: 'right', lineGap: 4 }));
  const codeX = doc.page.width - MARGIN - CODE;
  drawCode(doc, content.address, codeX, top);
  doc
    .fillColor(FAINT)
    .fontSize(9)
    .text('扫码看公示、提异议', codeX - 12, top + CODE + 6, { width: CODE + 24, align: 'center' });
};

/** Page numbers come last, when it is known how many pages there are. */
const numberPages = (doc: Document): void => {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    // Below the margin, where a text would begin a new page.
    doc.page.margins.bottom = 0;
    doc
      .fillColor(FAINT)
      .fontSize(9)
      .text(`第 ${String(page + 1)} 页　共 ${String(count)} 页`, MARGIN, doc.page.height - 40, {
        width: doc.page.width - 2 * MARGIN,
        align: 'center',
        lineBreak: false,
      });
  }
};

const bytesOf = (doc: Document): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });

export const drawSheet = (content: SheetContent): Promise<Buffer> => {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    font: sheetFontPath(),
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: content.title, Creator: '共议' },
  });
  const bytes = bytesOf(doc);
  head(doc, content);
  section(doc, '一、议定事项');
  content.items.forEach((one) => item(doc, one));
  section(doc, '二、会议纪要');
  doc.fillColor(INK).fontSize(11).text(content.minutes, { lineGap: 4 });
  foot(doc, content);
  numberPages(doc);
  doc.end();
  return bytes;
};

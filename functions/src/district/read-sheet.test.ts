import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { Sheet } from '@gongyi/shared/district/roll';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { readSheets } from './read-sheet';
import { zipStored } from './read-sheet-zip';

const sheetsOf = async (bytes: Uint8Array): Promise<readonly Sheet[]> => {
  const sheets = await readSheets(bytes);
  if (isRefusal(sheets)) throw new Error(JSON.stringify(sheets));
  return sheets;
};

const firstRows = async (bytes: Uint8Array): Promise<(readonly string[])[]> =>
  (await sheetsOf(bytes))[0]?.rows.map(({ cells }) => cells) ?? [];

const workbook = async (fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

/** One zip entry with the sizes its directory is to claim. */
const zipOf = (name: string, content: Buffer, claimed = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const nameBytes = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(claimed, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, nameBytes, packed]);
  const version = Buffer.from([20, 0]);
  const directory = Buffer.concat([Buffer.from('504b0102', 'hex'), version, common, Buffer.alloc(14), nameBytes]);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
};

describe('text tables', () => {
  const rows = [
    ['房号', '面积', '业主'],
    ['1号楼1单元101室', '88.10', '阿拉坦·乌拉、𠮷田'],
    ['1-1-102', '1,088.5', '张"三"'],
  ];
  const written = (separator: string, end: string): string =>
    rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(separator)).join(end) + end;

  it.each([
    [',', '\r\n'],
    [';', '\n'],
    ['\t', '\r'],
  ])('reads cells parted by %p, lines by %p, in every encoding', async (separator, end) => {
    const text = written(separator, end);
    expect(await firstRows(Buffer.from(text))).toEqual(rows);
    expect(await firstRows(Buffer.from(`\ufeff${text}`))).toEqual(rows);
    expect(await firstRows(iconv.encode(text, 'gb18030'))).toEqual(rows);
    expect(await firstRows(iconv.encode(text, 'utf16le', { addBOM: true }))).toEqual(rows);
  });

  it('counts blank lines, so that a line is where a person finds it', async () => {
    const [sheet] = await sheetsOf(Buffer.from('房号,面积\n\n,\n1-1-101,80\n'));
    expect(sheet?.rows.map(({ line, cells }) => [line, cells.length])).toEqual([
      [1, 2],
      [2, 0],
      [3, 0],
      [4, 2],
    ]);
  });

  it('tells where a quote was never closed', async () => {
    expect(await readSheets(Buffer.from('房号,业主\n1-1-101,"张三\n1-1-102,李四\n'))).toEqual({
      refused: 'sheet-unreadable',
      facts: { reason: 'quotes', line: expect.any(Number) },
    });
  });

  it('refuses too many rows or columns', async () => {
    expect(await readSheets(Buffer.from('1\n'.repeat(20_001)))).toMatchObject({
      refused: 'sheet-too-large',
      facts: { limit: 'rows' },
    });
    expect(await readSheets(Buffer.from('1,'.repeat(60) + '1\n'))).toMatchObject({ facts: { limit: 'columns' } });
    expect(await readSheets(Buffer.alloc(5 * 1024 * 1024 + 1, 0x31))).toMatchObject({ facts: { limit: 'bytes' } });
    expect(await firstRows(Buffer.from('1\n'.repeat(20_000)))).toHaveLength(20_000);
  });
});

describe('workbooks', () => {
  it('gives every kind of cell as the text a person sees', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('名册');
      sheet.addRow([88.100_000_000_000_01, 0.1 + 0.2, 3479, 612, true, new Date(Date.UTC(2026, 9, 8))]);
      sheet.getCell('C1').numFmt = '000000';
      sheet.addRow([
        { formula: 'A1*2', result: 176.2 },
        { richText: [{ text: '张' }, { text: '伟' }] },
        { text: '业主', hyperlink: 'https://example.org' },
        { error: '#N/A' },
        152_619_199_001_011_234,
        '003479',
      ]);
    });
    expect(await firstRows(bytes)).toEqual([
      ['88.1', '0.3', '003479', '612', '是', '2026-10-08'],
      ['176.2', '张伟', '业主', '', '1.5261919900101123e+17', '003479'],
    ]);
  });

  it('spreads merged cells, both ways', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('名册');
      sheet.addRows([['业主名册'], ['楼栋', '房号'], ['1号楼', '101'], ['', '102']]);
      sheet.mergeCells('A1:B1');
      sheet.mergeCells('A3:A4');
    });
    expect(await firstRows(bytes)).toEqual([
      ['业主名册', '业主名册'],
      ['楼栋', '房号'],
      ['1号楼', '101'],
      ['1号楼', '102'],
    ]);
  });

  it('names every sheet and says which are hidden', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('说明').addRow(['x']);
      book.addWorksheet('旧表', { state: 'hidden' }).addRow(['y']);
    });
    expect((await sheetsOf(bytes)).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['说明', false],
      ['旧表', true],
    ]);
  });

  it('spreads a range merged over the whole sheet no further than the sheet goes', async () => {
    const own = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const parts = {
      '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${own}" xmlns:r="${relations}"><sheets><sheet name="名册" sheetId="7" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${own}"><sheetData><row r="1">${cell('A1', '标题')}${cell('B1', 'x')}</row><row r="2">${cell('A2', 'y')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
    };
    const zip = zipStored(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
    expect(await firstRows(zip)).toEqual([
      ['标题', '标题'],
      ['标题', '标题'],
    ]);
  });

  it('refuses bombs by what their directory says, and liars when they go over it', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    expect(await readSheets(zipOf('xl/worksheets/sheet1.xml', zeros))).toMatchObject({
      refused: 'sheet-too-large',
      facts: { limit: 'inflated' },
    });
    expect(await readSheets(zipOf('xl/worksheets/sheet1.xml', zeros, 1000))).toMatchObject({
      refused: 'sheet-unreadable',
    });
  });

  it('refuses more cells than anybody keeps', async () => {
    const xml = `<worksheet><sheetData>${'<c/>'.repeat(400_001)}</sheetData></worksheet>`;
    expect(await readSheets(zipOf('xl/worksheets/sheet1.xml', Buffer.from(xml)))).toMatchObject({
      refused: 'sheet-too-large',
      facts: { limit: 'cells' },
    });
  });
});

describe('files that are no table', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blank lines', '0a0a0a', 'empty'],
    ['an old xls', 'd0cf11e0a1b11ae1', 'old-xls'],
    ['a PDF', '255044462d312e34', 'no-table'],
    ['a broken zip', '504b030400000000', 'zip'],
  ])('refuses %s', async (_, hex, reason) => {
    expect(await readSheets(Buffer.from(hex, 'hex'))).toEqual({ refused: 'sheet-unreadable', facts: { reason } });
  });

  it('never throws, whatever the bytes', async () => {
    const xlsx = await workbook((book) => book.addWorksheet('名册').addRow(['房号', 88]));
    const damaged = fc
      .array(fc.tuple(fc.nat(xlsx.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const copy = Uint8Array.from(xlsx);
        for (const [at, value] of changes) copy[at] = value;
        return copy;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        const sheets = await readSheets(bytes);
        expect(isRefusal(sheets) || Array.isArray(sheets)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
